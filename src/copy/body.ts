import { markdownToHtml } from 'satteri';

/** What a body of Markdown refers to, and whether it says anything. */
export interface BodyContents {
  /** Its pictures: path and alternative text. */
  pictures: { src: string; alt: string }[];
  /** True when nothing of it would be seen. */
  empty: boolean;
  /** True when it has a picture in raw HTML. */
  rawPictures: boolean;
}

/** Reads a body of Markdown for the check. */
export const readBody = (markdown: string): BodyContents => {
  const pictures: BodyContents['pictures'] = [];
  const { html } = markdownToHtml(markdown, {
    mdastPlugins: [
      {
        name: 'collect-pictures',
        image: ({ url, alt }) => {
          pictures.push({ src: url, alt: alt ?? '' });
        },
      },
    ],
  });
  const visible = html
    .replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, '')
    .trim();
  return {
    pictures,
    empty: visible === '' && pictures.length === 0,
    rawPictures: (html.match(/<img\b/gi) ?? []).length > pictures.length,
  };
};

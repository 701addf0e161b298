/*
 * The mark by which Astro finds the pictures of a body: an attribute of an image, whose value is JSON.
 */
const mark = '__ASTRO_IMAGE_';

/** The attribute as Astro looks for it in the HTML of a body, in capitals. */
export const writtenAttribute: string = mark;

/** The attribute as an HTML parser returns it, in lower case. */
export const pictureAttribute: string = mark.toLowerCase();

/** What the attribute says about an image: its file, its description, how to encode it. */
export type PictureMark = Record<string, unknown> & { alt?: string; title?: string };

/**
 * Reads the attribute.
 * @returns undefined if it holds something else: raw HTML may have an attribute of the same name
 */
export const readMark = (value: string | undefined): PictureMark | undefined => {
  try {
    return JSON.parse(value ?? '') as PictureMark;
  } catch {
    return undefined;
  }
};

/** Writes the attribute's value. Astro unescapes HTML in it only in part, so JSON's own escapes are used. */
export const writeMark = (picture: PictureMark): string =>
  JSON.stringify(picture).replaceAll(
    /[<>&]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );

/** Escapes text that looks like the mark, which Astro would take for a picture. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(mark, `&#95;${mark.slice(1)}`);

const unescaped: Record<string, string> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Replaces the marked images of a body's final HTML, as Astro does when it prints a page. */
export const replaceMarked = (html: string, by: (picture: PictureMark) => string): string =>
  html.replaceAll(new RegExp(`<img ${mark}="([^"]*)" />`, 'g'), (_image, value: string) =>
    by(
      readMark(value.replaceAll(/&(?:quot|lt|gt|amp);/g, (sign) => unescaped[sign] ?? sign)) ?? {},
    ),
  );

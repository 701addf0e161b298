import { type BodyContents, isPlain, readBody } from '../copy/body.ts';
import { readTitle } from '../copy/figures.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import type { Target } from './own-links.ts';
import { placesInFile } from './place-in-file.ts';
import type { SeenPicture, PictureJudge } from './picture-mistakes.ts';
import type { WordsOfPicture } from './picture-texts-findings.ts';

const wordsOf = (src: string, alt: string, title: string): WordsOfPicture => ({
  ...{ src, alt, ...readTitle(title), credit: readTitle(title).credit || undefined },
  fields: { alt: 'body', credit: 'body', caption: 'body' },
  noAlt: {
    found: `${src} without a description`,
    fix: 'Write what it shows between the brackets: ![what it shows](…).',
  },
});

/** What is wrong with a part of a text. */
export type BodyFault = Pick<Mistake, 'found' | 'expected' | 'fix'>;

/** What is wrong with the text of an article or a page as such: no content, or boxes that are none. And its pictures. */
export const textFacts = (
  entry: Target,
): { faults: BodyFault[]; pictures: BodyContents['pictures'] } => {
  const { body, data } = entry;
  if (isPlain(body)) return { faults: [], pictures: [] };
  const { pictures, empty, otherPictures, boxFaults } = readBody(body);
  const faults: BodyFault[] = [];
  if (empty && !('draft' in data && (data.draft || data.withdrawn))) {
    faults.push({
      found: 'nothing that readers would see',
      expected: 'the text, in Markdown, under the frontmatter',
      fix: 'Write it, or mark an article as `draft: true`.',
    });
  }
  if (otherPictures) {
    faults.push({
      found: 'a picture in HTML, or a Markdown picture by reference',
      expected: 'a picture in inline Markdown',
      fix: 'Write ![what it shows](./picture.jpg "caption").',
    });
  }
  for (const { mark, found, ...rule } of boxFaults) {
    const place = placesInFile(entry)(Math.max(0, body.toLowerCase().indexOf(mark)));
    faults.push({ found: `${place}: ${found}`, ...rule });
  }
  return { faults, pictures };
};

/**
 * Finds what is wrong with the text of articles and pages: faults of the text as such, and pictures that are missing,
 * broken or without a description.
 */
export const bodyMistakes = async (
  { articles, pages }: Pick<Copy, 'articles' | 'pages'>,
  factsOf: (entry: Target) => { faults?: BodyFault[]; pictures?: BodyContents['pictures'] },
  judge: PictureJudge<SeenPicture>['judge'],
): Promise<Mistake[]> => {
  const found = await Promise.all(
    [...articles, ...pages].map(async (entry) => {
      const { faults = [], pictures = [] } = factsOf(entry);
      if (faults.length + pictures.length === 0) return [];
      const { shown: file, file: from, data } = entry;
      const field = 'body';
      const mistakes: Mistake[] = faults.map((fault) => ({ file, field, ...fault }));
      for (const { src, alt, title } of pictures) {
        const story = 'published' in data ? data : undefined;
        const words = wordsOf(src, alt, title);
        const naming = { shown: file, file: from, field, story, words };
        mistakes.push(...(await judge(src, naming)).mistakes);
      }
      return mistakes;
    }),
  );
  return found.flat();
};

import { compare } from '../edition/article.ts';
import { creditIn } from '../edition/reporting.ts';
import type { Words } from '../language/words.ts';
import { loadFragment } from './fragment.ts';

/** What is known of a story's pictures. */
export interface Pictured {
  leadImage?:
    | { credit?: string | undefined; label?: { makers?: string[] | undefined } | undefined }
    | undefined;
  /** Its body, as it is printed. */
  html: string;
}

/** Somebody who made pictures, and the stories that show them, in the order in which these were given. */
export interface Maker<S> {
  name: string;
  stories: S[];
}

/** Figures end with who made the picture: see src/copy/figures.ts. */
const inFigures = /<small>((?:(?!<\/?small>)[^])*)<\/small><\/figcaption>/g;

/** Whom a credit names first: `Photo: Jane Doe / Agency` is Jane Doe's. */
const makerIn = (credit: string): string =>
  credit
    .replace(/^[\p{L}\p{M}]+\s?[:：]\s*(?=\S)/u, '')
    .split(/\s\/\s/)[0]
    ?.trim() ?? '';

const makersOf = ({ leadImage, html }: Pictured, words: Pick<Words, 'pictureAi'>): string[] => {
  const lead = leadImage?.label?.makers ?? [makerIn(leadImage?.credit ?? '')];
  const inBody = [...html.matchAll(inFigures)].map(([, line = '']) =>
    makerIn(creditIn(loadFragment(line).root().text(), words)),
  );
  return [...lead, ...inBody].filter((name) => name !== '');
};

/**
 * The makers of the pictures of stories, in the order of the alphabet. Names that differ in case or in spaces are one.
 * @param words of the paper's language, whose alphabet it is
 */
export const pictureMakers = <S>(
  stories: readonly S[],
  picturedIn: (story: S) => Pictured,
  words: Pick<Words, 'language' | 'pictureAi'>,
): Maker<S>[] => {
  const makers = new Map<string, Maker<S>>();
  for (const story of stories) {
    for (const name of makersOf(picturedIn(story), words)) {
      const key = name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
      const maker = makers.get(key) ?? { name, stories: [] };
      makers.set(key, maker);
      if (!maker.stories.includes(story)) maker.stories.push(story);
    }
  }
  const { compare: inAlphabet } = new Intl.Collator(words.language);
  return [...makers.values()].sort((a, b) => inAlphabet(a.name, b.name) || compare(a.name, b.name));
};

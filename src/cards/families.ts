import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The line metrics of a script, in em. */
export interface Metrics {
  /** From one baseline to the next. */
  leading: number;
  /** From the baseline to where letters visually end, upwards and downwards. */
  ascent: number;
  descent: number;
}

/** How a family is matched to the headline font. */
interface Setting extends Metrics {
  /** Its relative size: at the same em, some scripts look larger than others. */
  scale: number;
  weight: number;
}

/** The two voices of a card. */
export type Voice = 'headline' | 'label';

const latin = { leading: 1.14, ascent: 0.7, descent: 0.2, scale: 1, weight: 600 };
const arabic = { leading: 1.5, ascent: 0.84, descent: 0.42, scale: 1.2, weight: 700 };
const hebrew = { leading: 1.2, ascent: 0.66, descent: 0.2, scale: 1.1, weight: 600 };
const han = { leading: 1.3, ascent: 0.84, descent: 0.1, scale: 1, weight: 700 };
const emoji = { leading: 1.25, ascent: 0.84, descent: 0.2, scale: 1, weight: 600 };

/** The packages that may draw a card, one for each family. For another script, add a line here. */
const families = {
  headline: { name: '@fontsource/source-serif-4', ...latin },
  label: { name: '@fontsource-variable/source-sans-3', ...latin },
  serif: { name: '@fontsource-variable/noto-serif', ...latin },
  arabic: { name: '@fontsource-variable/noto-naskh-arabic', ...arabic },
  hebrew: { name: '@fontsource-variable/frank-ruhl-libre', ...hebrew },
  simplified: { name: '@fontsource-variable/noto-serif-sc', ...han },
  traditional: { name: '@fontsource-variable/noto-serif-tc', ...han },
  japanese: { name: '@fontsource-variable/noto-serif-jp', ...han },
  korean: { name: '@fontsource-variable/noto-serif-kr', ...han },
  emoji: { name: '@fontsource-variable/noto-emoji', ...emoji },
} as const;
export type Family = keyof typeof families;

export const fontPackages: string[] = Object.values(families).map(({ name }) => name);

/** One file of a family, and the ranges of characters that it covers. */
export interface Subset extends Setting {
  file: string;
  ranges: [first: number, last: number][];
}

const require = createRequire(import.meta.url);

/** Reads a family's files and ranges from the package's `unicode.json`. */
const readSubsets = ({ name, ...setting }: (typeof families)[Family]): Subset[] => {
  const list = require.resolve(`${name}/unicode.json`);
  const style = name.startsWith('@fontsource-variable/') ? 'wght' : String(setting.weight);
  const ranges = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([subset, text]) => ({
    ...setting,
    file: join(
      dirname(list),
      'files',
      `${basename(name)}-${subset.replaceAll(/[[\]]/g, '')}-${style}-normal.woff2`,
    ),
    ranges: text.split(',').map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [parseInt(first, 16), parseInt(last, 16)];
    }),
  }));
};

const read = new Map<Family, Subset[]>();

/** The files of a family. */
export const subsetsOf = (family: Family): Subset[] => {
  const subsets = read.get(family) ?? readSubsets(families[family]);
  read.set(family, subsets);
  return subsets;
};

/** The family that draws Han characters in the form of a text's language, judged by its other letters. */
export const hanFamily = (text: string): Family => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'japanese';
  return /\p{Script=Hangul}/u.test(text) ? 'korean' : 'simplified';
};

/** The families to try for a character, in order. */
export const familiesFor = (character: string, voice: Voice, han: Family): Family[] => {
  const isEmoji = /^\p{RGI_Emoji}$/v.test(character) || character.includes('\uFE0F');
  return [
    ...(isEmoji ? (['emoji'] as const) : []),
    ...([voice, 'headline', 'label', 'serif', 'arabic', 'hebrew'] as const),
    ...([han, 'simplified', 'traditional', 'japanese', 'korean', 'emoji'] as const),
  ];
};

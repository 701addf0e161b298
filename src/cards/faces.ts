import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** What the lines of a script need, in em. */
export interface Metrics {
  /** From one baseline to the next. */
  leading: number;
  /** From the baseline up to where the letters end for the eye. */
  ascent: number;
}

/** One file of a font package: the characters of some ranges, in the weight of headlines. */
export interface CardFace extends Metrics {
  font: Font;
  /** What the font's own measures are divided by to get em. */
  unitsPerEm: number;
  /** The SVG path of a glyph, in the font's own measures, upwards. */
  outline: (glyph: number) => string;
}

/** The two voices of a card. */
export type Voice = 'headline' | 'label';

const latin = { leading: 1.14, ascent: 0.7, scale: 1, weight: 600 };
const ideographs = { leading: 1.3, ascent: 0.84, scale: 1, weight: 700 };

/** The families that may draw a card: a package of this project each. Another script is another line here. */
const families = {
  headline: { name: '@fontsource/source-serif-4', ...latin },
  label: { name: '@fontsource-variable/source-sans-3', ...latin },
  serif: { name: '@fontsource-variable/noto-serif', ...latin },
  arabic: {
    name: '@fontsource-variable/noto-naskh-arabic',
    leading: 1.55,
    ascent: 0.86,
    scale: 1.15,
    weight: 700,
  },
  hebrew: { name: '@fontsource-variable/frank-ruhl-libre', ...latin, leading: 1.2, scale: 1.1 },
  simplified: { name: '@fontsource-variable/noto-serif-sc', ...ideographs },
  traditional: { name: '@fontsource-variable/noto-serif-tc', ...ideographs },
  japanese: { name: '@fontsource-variable/noto-serif-jp', ...ideographs },
  korean: { name: '@fontsource-variable/noto-serif-kr', ...ideographs },
  emoji: { name: '@fontsource-variable/noto-emoji', ...latin, leading: 1.25, ascent: 0.84 },
} as const;
type Family = keyof typeof families;

/** The packages that draw letters. */
export const fontPackages: string[] = Object.values(families).map(({ name }) => name);

interface Subset extends Metrics {
  file: string;
  scale: number;
  weight: number;
  ranges: [first: number, last: number][];
}

const graphemes = new Intl.Segmenter();
const require = createRequire(import.meta.url);

/** A package's files and the characters that each is for, as its `unicode.json` has them. */
const subsetsOf = ({ name, ...rest }: (typeof families)[Family]): Subset[] => {
  const list = require.resolve(`${name}/unicode.json`);
  const style = name.startsWith('@fontsource-variable/') ? 'wght' : String(rest.weight);
  return Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>).map(
    ([subset, ranges]) => ({
      ...rest,
      file: join(
        dirname(list),
        'files',
        `${basename(name)}-${subset.replaceAll(/[[\]]/g, '')}-${style}-normal.woff2`,
      ),
      ranges: ranges.split(',').map((range) => {
        const [first = '', last = first] = range.replace('U+', '').split('-');
        return [parseInt(first, 16), parseInt(last, 16)];
      }),
    }),
  );
};

const subsets = new Map<Family, Subset[]>();
const faces = new Map<string, Promise<CardFace>>();

const subsetsIn = (family: Family): Subset[] => {
  const known = subsets.get(family) ?? subsetsOf(families[family]);
  subsets.set(family, known);
  return known;
};

const loadFace = async ({ file, leading, ascent, scale, weight }: Subset): Promise<CardFace> => {
  const face = new Face(new Blob(await decompress(readFileSync(file))));
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  const outlines = new Map<number, string>();
  return {
    font,
    unitsPerEm: face.upem / scale,
    leading,
    ascent,
    outline: (glyph) => {
      const path =
        outlines.get(glyph) ??
        // Whole units are fine enough, and shorter.
        font.glyphToPath(glyph).replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(0));
      outlines.set(glyph, path);
      return path;
    },
  };
};

/** Each is read once, and only when a card asks for one of its characters. */
const faceOf = (subset: Subset): Promise<CardFace> => {
  const face = faces.get(subset.file) ?? loadFace(subset);
  faces.set(subset.file, face);
  return face;
};

/** Han is drawn as the text's other letters say that its readers write it. */
const hanFor = (text: string): Family => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'japanese';
  return /\p{Script=Hangul}/u.test(text) ? 'korean' : 'simplified';
};

/** The families in the order in which they are asked for a character. */
const familiesFor = (character: string, han: Family, voice: Voice): Family[] => [
  // Emoji before text, where a character can be either.
  ...(/^\p{RGI_Emoji}$/v.test(character) || character.includes('\uFE0F')
    ? (['emoji'] as const)
    : []),
  voice,
  'headline',
  'label',
  'serif',
  'arabic',
  'hebrew',
  han,
  'simplified',
  'traditional',
  'japanese',
  'korean',
  'emoji',
];

const findFace = async (
  character: string,
  families: readonly Family[],
): Promise<CardFace | undefined> => {
  // HarfBuzz makes spaces of every width from the plain one.
  const points = Array.from(character.replaceAll(/\p{Zs}/gu, ' '), (point) => ({
    code: point.codePointAt(0) ?? 0,
    isVisible: !/^\p{Default_Ignorable_Code_Point}$/u.test(point),
  }));
  const visible = points.filter(({ isVisible }) => isVisible);
  const covers = ({ ranges }: Subset, wanted: typeof points): boolean =>
    wanted.every(({ code }) => ranges.some(([first, last]) => code >= first && code <= last));
  for (const family of families) {
    // Best a file with the joiners too: it has one picture of a family or a flag.
    for (const subset of [points, visible].flatMap((wanted) =>
      subsetsIn(family).filter((candidate) => covers(candidate, wanted)),
    )) {
      const face = await faceOf(subset);
      if (visible.every(({ code }) => face.font.nominalGlyph(code) !== undefined)) return face;
    }
  }
  return undefined;
};

const found = new Map<string, Promise<CardFace | undefined>>();

/**
 * The face that draws a character.
 * @param character a grapheme cluster (UAX #29): its marks and joiners come from one file
 * @param text the text that it stands in
 * @returns undefined where no family has it
 */
export const faceFor = (
  character: string,
  text: string,
  voice: Voice,
): Promise<CardFace | undefined> => {
  const han = hanFor(text);
  const key = `${voice} ${han} ${character}`;
  const face = found.get(key) ?? findFace(character, familiesFor(character, han, voice));
  found.set(key, face);
  return face;
};

/** The characters of some words that no face draws, each once. */
export const undrawable = async (words: readonly string[]): Promise<string[]> => {
  const missing = new Set<string>();
  for (const text of words.map((written) => written.normalize('NFC'))) {
    for (const { segment } of graphemes.segment(text))
      if (!(await faceFor(segment, text, 'headline'))) missing.add(segment);
  }
  return [...missing];
};

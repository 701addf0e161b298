import { readFileSync } from 'node:fs';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import {
  familiesFor,
  type Family,
  hanFamily,
  type Metrics,
  type Subset,
  subsetsOf,
  type Voice,
} from './families.ts';

/** A font that has been loaded. */
export interface CardFace {
  font: Font;
  /** Font units per em, with the family's scale applied. */
  unitsPerEm: number;
  metrics: Metrics;
  /** The SVG path of a glyph, in font units; the y axis points up. */
  outline: (glyph: number) => string;
}

const loadFace = async ({ file, scale, weight, ...metrics }: Subset): Promise<CardFace> => {
  const face = new Face(new Blob(await decompress(readFileSync(file))));
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  const outlines = new Map<number, string>();
  return {
    font,
    unitsPerEm: face.upem / scale,
    metrics,
    outline: (glyph) => {
      const path =
        outlines.get(glyph) ??
        // Whole units are precise enough, and shorter.
        font.glyphToPath(glyph).replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(0));
      outlines.set(glyph, path);
      return path;
    },
  };
};

const loaded = new Map<string, Promise<CardFace>>();

/** Loads each file once, and only when a card needs one of its characters. */
const faceOf = (subset: Subset): Promise<CardFace> => {
  const face = loaded.get(subset.file) ?? loadFace(subset);
  loaded.set(subset.file, face);
  return face;
};

const covers = ({ ranges }: Subset, points: readonly string[]): boolean =>
  points
    .map((point) => point.codePointAt(0) ?? 0)
    .every((code) => ranges.some(([first, last]) => code >= first && code <= last));

const findFace = async (
  character: string,
  families: readonly Family[],
): Promise<CardFace | undefined> => {
  // HarfBuzz derives every other space from the plain one, and draws nothing for invisible characters.
  const points = Array.from(character.replaceAll(/\p{Zs}/gu, ' '));
  const visible = points.filter((point) => !/^\p{Default_Ignorable_Code_Point}$/u.test(point));
  for (const family of families) {
    // A file that has the joiners too is preferred: it draws a family or a flag as one glyph.
    for (const wanted of [points, visible]) {
      for (const subset of subsetsOf(family).filter((candidate) => covers(candidate, wanted))) {
        const face = await faceOf(subset);
        const has = (point: string): boolean =>
          face.font.nominalGlyph(point.codePointAt(0) ?? 0) !== undefined;
        if (visible.every(has)) return face;
      }
    }
  }
  return undefined;
};

const found = new Map<string, Promise<CardFace | undefined>>();

const faceFor = (character: string, text: string, voice: Voice): Promise<CardFace | undefined> => {
  const han = hanFamily(text);
  const key = `${voice} ${han} ${character}`;
  const face = found.get(key) ?? findFace(character, familiesFor(character, voice, han));
  found.set(key, face);
  return face;
};

/** A part of a text, with the face that draws it. */
export interface Drawn {
  part: string;
  /** Undefined if no family has the character. */
  face: CardFace | undefined;
}

/**
 * The faces that draw a character: one, unless a letter and its mark are only in different files.
 * @param character a grapheme cluster (UAX #29)
 * @param text the text around it, which decides how Han is drawn
 */
export const facesFor = async (character: string, text: string, voice: Voice): Promise<Drawn[]> => {
  const face = await faceFor(character, text, voice);
  if (face) return [{ part: character, face }];
  const parts = Array.from(character);
  return Promise.all(parts.map(async (part) => ({ part, face: await faceFor(part, text, voice) })));
};

const graphemes = new Intl.Segmenter();

/** A text of signs that never join with others: Latin, Cyrillic, digits and punctuation. Such a text need not be segmented. */
const apart = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0400-\u0482\u048a-\u052f\u2010-\u2027]*$/;

const charactersIn = (text: string): Iterable<string> =>
  apart.test(text) ? text : Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * Makes a function that finds the characters in some texts that no font has, each once. It answers at once if it has looked up
 * all of their characters before: whole archives are written with a few hundred.
 */
export const undrawableFinder = (): ((
  words: readonly string[],
) => readonly string[] | Promise<readonly string[]>) => {
  /** The UTF-16 code units of characters that fonts have, and that look the same in every text. */
  const drawable = new Uint8Array(0x10000);
  const isDrawable = (text: string): boolean => {
    for (let at = 0; at < text.length; at += 1) {
      if (drawable[text.charCodeAt(at)] === 0) return false;
    }
    return true;
  };

  const lookedUp = new Map<string, Map<string, readonly string[]>>();
  const lookUp = async (character: string, text: string): Promise<readonly string[]> =>
    (await facesFor(character, text, 'headline')).flatMap(({ part, face }) => (face ? [] : [part]));
  const missingIn = async (written: string): Promise<readonly string[]> => {
    const text = written.normalize('NFC');
    const han = hanFamily(text);
    const characters = lookedUp.get(han) ?? new Map<string, readonly string[]>();
    lookedUp.set(han, characters);
    const isApart = apart.test(text);
    const missing: string[] = [];
    for (const character of charactersIn(text)) {
      let found = characters.get(character);
      if (!found) characters.set(character, (found = await lookUp(character, text)));
      if (found.length > 0) missing.push(...found);
      else if (isApart) drawable[character.charCodeAt(0)] = 1;
    }
    return missing;
  };
  // Many texts are on many cards.
  const known = new Map<string, readonly string[]>();
  const find = async (words: readonly string[]): Promise<readonly string[]> => {
    const missing = new Set<string>();
    for (const text of words) {
      let found = known.get(text);
      if (!found) known.set(text, (found = await missingIn(text)));
      for (const part of found) missing.add(part);
    }
    return [...missing];
  };
  return (words) => (words.every(isDrawable) ? [] : find(words));
};

import bidiFactory from 'bidi-js';
import { Buffer as ShapingBuffer, Direction, shape } from 'harfbuzzjs';
import LineBreaker from 'linebreak';
import { directionOf } from '../language/names.ts';
import { type CardFace, facesFor } from './faces.ts';
import type { Metrics, Voice } from './families.ts';

/** A part of a text, as offsets in UTF-16 code units. */
export interface Stretch {
  start: number;
  /** Exclusive. */
  end: number;
}

/** A text that is ready to be measured, broken into lines and drawn. */
export interface Typeset extends Metrics {
  text: string;
  direction: 'ltr' | 'rtl';
  /** Parts that a line may end after, with their trailing spaces. */
  words: Stretch[];
  /** Its grapheme clusters. */
  characters: Stretch[];
  /** The width of a part, in em. */
  width: (stretch: Stretch) => number;
  /** The glyphs of a line as SVG, with its left end at `x` and its baseline at `y`. */
  outline: (line: Stretch, at: { x: number; y: number; size: number }) => string;
}

interface Run extends Stretch {
  face: CardFace;
  isRightToLeft: boolean;
}

type Glyph = ReturnType<ShapingBuffer['getGlyphInfosAndPositions']>[number];

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter();
const shaping = new ShapingBuffer();

const sliceOf = (text: string, { start, end }: Stretch): string => text.slice(start, end);

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The glyphs of a run as SVG paths, starting at `x`. */
const drawn = (
  glyphs: readonly Glyph[],
  { unitsPerEm, outline }: CardFace,
  { x, y, size }: { x: number; y: number; size: number },
): { svg: string; width: number } => {
  const scale = size / unitsPerEm;
  const ratio = scale.toFixed(6);
  let [penX, penY] = [0, 0];
  const paths = glyphs.map(
    ({ codepoint, xOffset = 0, yOffset = 0, xAdvance = 0, yAdvance = 0 }) => {
      const path = outline(codepoint);
      const at = `${rounded(x + (penX + xOffset) * scale)} ${rounded(y - (penY + yOffset) * scale)}`;
      penX += xAdvance;
      penY += yAdvance;
      return path && `<path transform="translate(${at}) scale(${ratio} -${ratio})" d="${path}"/>`;
    },
  );
  return { svg: paths.join(''), width: penX * scale };
};

/**
 * The direction of most letters (UAX #9, HL1), so that a headline in another script is set correctly; else the paper's.
 */
const baseOf = (text: string, language: string): 'ltr' | 'rtl' => {
  const types = Array.from(text, (character) => bidi.getBidiCharTypeName(character));
  const left = types.filter((type) => type === 'L').length;
  const right = types.filter((type) => type === 'R' || type === 'AL').length;
  if (left === right) return directionOf(language);
  return left > right ? 'ltr' : 'rtl';
};

/** The parts between line break opportunities (UAX #14), except those within a character or a Korean word. */
const wordsOf = (text: string, characters: Stretch[]): Stretch[] => {
  const ends = new Set(characters.map(({ end }) => end));
  const words: Stretch[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let stop = breaker.nextBreak(); stop !== null; stop = breaker.nextBreak()) {
    const end = stop.position;
    const around = text.slice(end - 1, end + 1);
    if (!ends.has(end) || /^\p{Script=Hangul}{2}$/u.test(around)) continue;
    words.push({ start, end });
    start = end;
  }
  return words;
};

/**
 * Prepares a paragraph: chooses the faces, resolves directions (UAX #9) and finds where lines may break. A character
 * that no face has is left out.
 * @param language the paper's language, a BCP 47 tag
 */
export const typeset = async (
  written: string,
  { voice, language }: { voice: Voice; language: string },
): Promise<Typeset> => {
  const text = written.normalize('NFC');
  const direction = baseOf(text, language);
  const embedding = bidi.getEmbeddingLevels(text, direction);
  const characters = [...graphemes.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));

  const runs: Run[] = [];
  let start = 0;
  for (const character of characters) {
    for (const { part, face } of await facesFor(sliceOf(text, character), text, voice)) {
      const end = start + part.length;
      const isRightToLeft = (embedding.levels[start] ?? 0) % 2 === 1;
      const last = runs.at(-1);
      const continues =
        last?.end === start && last.face === face && last.isRightToLeft === isRightToLeft;
      if (continues) last.end = end;
      else if (face) runs.push({ start, end, face, isRightToLeft });
      start = end;
    }
  }

  const runsIn = (stretch: Stretch): Run[] =>
    runs
      .filter(({ start, end }) => start < stretch.end && end > stretch.start)
      .map(({ start, end, ...run }) => ({
        ...run,
        start: Math.max(start, stretch.start),
        end: Math.min(end, stretch.end),
      }));
  const glyphsOf = ({ start, end, face, isRightToLeft }: Run): Glyph[] => {
    shaping.reset();
    shaping.addText(text, start, end - start);
    shaping.guessSegmentProperties();
    shaping.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
    shaping.setLanguage(language);
    shape(face.font, shaping);
    return shaping.getGlyphInfosAndPositions();
  };
  const advance = (run: Run): number =>
    glyphsOf(run).reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / run.face.unitsPerEm;
  /** The runs of a line, from left to right. */
  const visualRuns = ({ start, end }: Stretch): Run[] => {
    const parts = runsIn({ start, end });
    const order = bidi.getReorderedIndices(text, embedding, start, end - 1);
    const runAt = (index: number) => parts.find((run) => index >= run.start && index < run.end);
    return [...new Set(order.map(runAt))].filter((run) => run !== undefined);
  };
  const most = (measure: keyof Metrics): number =>
    Math.max(0, ...runs.map(({ face }) => face.metrics[measure]));

  return {
    text,
    direction,
    words: wordsOf(text, characters),
    characters,
    leading: most('leading'),
    ascent: most('ascent'),
    descent: most('descent'),
    width: (stretch) => runsIn(stretch).reduce((sum, run) => sum + advance(run), 0),
    outline: (line, { x, y, size }) => {
      let left = x;
      return visualRuns(line)
        .map((run) => {
          const { svg, width } = drawn(glyphsOf(run), run.face, { x: left, y, size });
          left += width;
          return svg;
        })
        .join('');
    },
  };
};

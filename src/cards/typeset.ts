import bidiFactory from 'bidi-js';
import { Buffer as ShapingBuffer, Direction, shape } from 'harfbuzzjs';
import LineBreaker from 'linebreak';
import { directionOf } from '../language/names.ts';
import { type CardFace, faceFor, type Metrics, type Voice } from './faces.ts';

/** A part of a text, by its UTF-16 units. */
export interface Stretch {
  start: number;
  /** The unit after its last. */
  end: number;
}

/** A text that is ready to be measured, broken into lines and drawn. */
export interface Typeset extends Metrics {
  text: string;
  direction: 'ltr' | 'rtl';
  /** Stretches that a line may end after, with the spaces at their ends. */
  words: Stretch[];
  /** Its grapheme clusters. */
  characters: Stretch[];
  /** The width of a stretch, in em. */
  width: (stretch: Stretch) => number;
  /** A line's glyphs as SVG: its left end at `x`, its baseline at `y`. */
  outline: (line: Stretch, at: { x: number; y: number; size: number }) => string;
}

interface Run extends Stretch {
  face: CardFace;
  isRightToLeft: boolean;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter();
const shaping = new ShapingBuffer();

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The direction of most letters (UAX #9, HL1), so that a headline in a foreign script reads right; else the paper's. */
const baseOf = (text: string, language: string): 'ltr' | 'rtl' => {
  const types = Array.from(text, (character) => bidi.getBidiCharTypeName(character));
  const left = types.filter((type) => type === 'L').length;
  const right = types.filter((type) => type === 'R' || type === 'AL').length;
  if (left === right) return directionOf(language);
  return left > right ? 'ltr' : 'rtl';
};

/** Places where a line may end (UAX #14); never within a character, nor within a word of Korean. */
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
 * Prepares one line or paragraph of text: chooses the faces, resolves directions (UAX #9), finds where lines may end.
 * @param language the paper's, a BCP 47 tag
 * @throws when no face has one of its characters
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
  for (const { start, end } of characters) {
    const character = text.slice(start, end);
    const face = await faceFor(character, text, voice);
    if (!face) throw new Error(`No font of the social cards has “${character}”.`);
    const isRightToLeft = (embedding.levels[start] ?? 0) % 2 === 1;
    const last = runs.at(-1);
    if (last?.end === start && last.face === face && last.isRightToLeft === isRightToLeft)
      last.end = end;
    else runs.push({ start, end, face, isRightToLeft });
  }

  const glyphsOf = ({ start, end, face, isRightToLeft }: Run) => {
    shaping.reset();
    shaping.addText(text, start, end - start);
    shaping.guessSegmentProperties();
    shaping.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
    shaping.setLanguage(language);
    shape(face.font, shaping);
    return shaping.getGlyphInfosAndPositions();
  };
  const runsIn = ({ start, end }: Stretch): Run[] =>
    runs
      .filter((run) => run.start < end && run.end > start)
      .map((run) => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }));
  const advance = (run: Run): number =>
    glyphsOf(run).reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / run.face.unitsPerEm;

  return {
    text,
    direction,
    words: wordsOf(text, characters),
    characters,
    leading: Math.max(...runs.map(({ face }) => face.leading)),
    ascent: Math.max(...runs.map(({ face }) => face.ascent)),
    width: (stretch) => runsIn(stretch).reduce((sum, run) => sum + advance(run), 0),
    outline: (line, { x, y, size }) => {
      const parts = runsIn(line);
      const order = bidi.getReorderedIndices(text, embedding, line.start, line.end - 1);
      const visual = new Set(
        order.map((index) => parts.find(({ start, end }) => index >= start && index < end)),
      );
      let left = x;
      const drawn: string[] = [];
      for (const run of visual) {
        if (!run) continue;
        const scale = size / run.face.unitsPerEm;
        let [penX, penY] = [0, 0];
        for (const glyph of glyphsOf(run)) {
          const { xOffset = 0, yOffset = 0, xAdvance = 0, yAdvance = 0 } = glyph;
          const path = run.face.outline(glyph.codepoint);
          const at = [
            rounded(left + (penX + xOffset) * scale),
            rounded(y - (penY + yOffset) * scale),
          ].join(' ');
          const ratio = scale.toFixed(6);
          if (path)
            drawn.push(
              `<path transform="translate(${at}) scale(${ratio} -${ratio})" d="${path}"/>`,
            );
          penX += xAdvance;
          penY += yAdvance;
        }
        left += penX * scale;
      }
      return drawn.join('');
    },
  };
};

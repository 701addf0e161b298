import type { Place } from '../repairs.ts';

/** A place that moves on through a text. */
export const advance = (place: Place, text: string, from: number, to: number): Place => {
  let { line } = place;
  let last = -1;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    line += 1;
    last = at;
  }
  return { line, column: last === -1 ? place.column + to - from : to - last };
};

/** A text that comes in parts and is read from front to back. */
export interface Tape {
  /** What has come and is not done with. */
  text: string;
  /** The point up to which it has been read. */
  at: number;
  /** Whether nothing more will come. */
  isLast: boolean;
  /** Where the point is in the file. */
  place: Place;
}

export const newTape = (): Tape => ({
  text: '',
  at: 0,
  isLast: false,
  place: { line: 1, column: 1 },
});

/** Goes on to a point. @returns what has been passed */
export const wind = (tape: Tape, to: number): string => {
  if (to <= tape.at) return '';
  const passed = tape.text.slice(tape.at, to);
  tape.place = advance(tape.place, tape.text, tape.at, to);
  tape.at = to;
  return passed;
};

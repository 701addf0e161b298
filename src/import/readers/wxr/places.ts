import type { Place } from '../repairs.ts';

/** Where a place is after this text. */
export const advance = (place: Place, passed: string): Place => {
  let { line } = place;
  let last = -1;
  for (let at = passed.indexOf('\n'); at !== -1; at = passed.indexOf('\n', at + 1)) {
    line += 1;
    last = at;
  }
  return { line, column: passed.length - last + (last === -1 ? place.column - 1 : 0) };
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
  tape.place = advance(tape.place, passed);
  tape.at = to;
  return passed;
};

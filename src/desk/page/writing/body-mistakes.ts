import type { Mistake } from '../../../copy/mistakes.ts';

/** A mistake of the text, and where in the text it is if that is known. */
export interface BodyMistake extends Mistake {
  place?: { line: number; offset: number };
}

/** Where a line and a column of the body are, counted in letters from its beginning. */
const offsetIn = (body: string, line: number, column: number): number => {
  const lines = body.split('\n');
  const above = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const letters = Array.from(lines[line] ?? '').slice(0, column);
  return above + letters.join('').length;
};

/**
 * The mistakes that belong to the text rather than to a field, with their places.
 * @param text the whole file, whose lines mistakes count
 * @param body its text, as a text area holds it
 */
export const bodyMistakes = (
  mistakes: readonly Mistake[],
  text: string,
  body: string,
): BodyMistake[] => {
  const linesOf = (one: string): number => one.split(/\r\n|\n|\r/).length;
  const above = linesOf(text) - linesOf(body);
  return mistakes
    .filter(({ field }) => field === 'body' || field?.startsWith('line '))
    .map((mistake) => {
      const [, line, column] =
        /\bline (\d+)(?:, column (\d+))?/.exec(`${mistake.field ?? ''} ${mistake.found}`) ?? [];
      const inBody = Number(line) - 1 - above;
      if (line === undefined || inBody < 0) return mistake;
      const offset = offsetIn(body, inBody, Number(column ?? 1) - 1);
      return { ...mistake, place: { line: inBody + 1, offset } };
    });
};

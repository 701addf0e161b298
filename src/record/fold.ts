import type { Row } from './compare.ts';
import type { Part } from './word-difference.ts';
import type { Tokenize } from './word-tokens.ts';

/** Paragraphs that both versions have, and that are left out. */
export interface Fold {
  unchanged: number;
}

/** How many words of what stayed are shown beside a change. */
const beside = 16;
const cut = '…';

const isChanged = ({ parts }: Row): boolean => parts.some(({ type }) => type !== 'same');

/** Shortens what stayed: to its end if a change follows, to its beginning if one is before it, or to both. */
const shorten = (part: Part, before: boolean, after: boolean, tokenize: Tokenize): Part => {
  const tokens = tokenize({ kind: 'text', text: part.text });
  const most = (Number(before) + Number(after)) * beside;
  // What is left out must be worth a sign.
  if (tokens.length <= most + beside) return part;
  const textOf = (from: number, to?: number): string =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  const start = before ? `${textOf(0, beside).trimEnd()} ` : '';
  const end = after ? ` ${textOf(tokens.length - beside)}` : '';
  return { type: 'same', text: `${start}${cut}${end}` };
};

const shortened = (row: Row, tokenize: Tokenize): Row => ({
  ...row,
  parts: row.parts.map((part, n) =>
    part.type === 'same' ? shorten(part, n > 0, n < row.parts.length - 1, tokenize) : part,
  ),
});

/**
 * Leaves out what stayed: of each stretch of unchanged paragraphs, only the one before a change and the one after it
 * remain, and of those only the words next to it.
 */
export const fold = (rows: readonly Row[], tokenize: Tokenize): (Row | Fold)[] => {
  const folded: (Row | Fold)[] = [];
  let hidden = 0;
  for (const [n, row] of rows.entries()) {
    const [last, next] = [rows[n - 1], rows[n + 1]];
    const [isAfter, isBefore] = [last && isChanged(last), next && isChanged(next)];
    // The headline and what is below it are on the page of the story already.
    const isText = !/^(?:headline|standfirst|point)$/.test(row.kind);
    if (!isChanged(row) && !(isText && (isAfter || isBefore))) {
      hidden += 1;
      continue;
    }
    if (hidden > 0) folded.push({ unchanged: hidden });
    hidden = 0;
    const [part] = row.parts;
    const whole = isChanged(row) || !part;
    folded.push(
      whole
        ? shortened(row, tokenize)
        : { ...row, parts: [shorten(part, isAfter ?? false, isBefore ?? false, tokenize)] },
    );
  }
  if (hidden > 0) folded.push({ unchanged: hidden });
  return folded;
};

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyFrom, seen } from './read.ts';

/** A piece of a text: as its editor saved it, and what readers see of it. */
interface Piece {
  source: string;
  seen: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const signs =
  '* ** *** _ __ ~ ~~ ` `` [ ] ( ) ](x) ![a] < > <b> & &amp; &lt; # ## + - -- --- = === | || : :-- ! \\ \\\\ / 1. 2) $ ^ " \' “ ” « » 「 」 。 、 … — € 😀 👩‍🚀 é 日本 العربية {a} [^1] [x] [ ] {{x}} {% y %} @a #b \u00A0 \u00AD'.split(
    ' ',
  );

const word = fc.stringMatching(/^[a-z]{2,6}$/);
const odd = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.tuple(word, fc.constantFrom(...signs)).map((pair) => pair.join('')) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...signs), word).map((pair) => pair.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...signs) },
);
const words = fc.array(odd, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const plain: fc.Arbitrary<Piece> = words.map((text) => ({ source: escaped(text), seen: text }));

const wrapped = (open: string, piece: Piece, close: string): Piece => ({
  ...piece,
  source: open + piece.source + close,
});
const joined = (pieces: readonly Piece[], gap: string): Piece => ({
  source: pieces.map(({ source }) => source).join(gap),
  seen: pieces.map((piece) => piece.seen).join(''),
});

const inline: fc.Arbitrary<Piece> = fc.letrec<{ some: Piece; one: Piece }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc
      .tuple(
        fc.constantFrom(
          'em',
          'strong',
          'b',
          'i',
          'del',
          'sup',
          'sub',
          'kbd',
          'mark',
          'span',
          'u',
          'q',
          'cite',
          'small',
        ),
        tie('some'),
      )
      .map(([tag, piece]) => wrapped(`<${tag}>`, piece, `</${tag}>`)),
    plain.map((piece) => wrapped('<code>', piece, '</code>')),
    fc
      .tuple(
        fc.constantFrom('https://a.example/x_y', '/old/', 'https://b.example/a(b)?c=d&amp;e'),
        plain,
      )
      .map(([href, piece]) => wrapped(`<a href="${href}">`, piece, '</a>')),
    tie('some').map((piece) => wrapped(' [dropcap]', piece, '[/dropcap] ')),
    tie('some').map((piece) =>
      wrapped(' [su_highlight background="#fff"]', piece, '[/su_highlight] '),
    ),
    tie('some').map((piece) => wrapped(' [odd_thing a="b"]', piece, '[/odd_thing] ')),
  ),
  some: fc
    .array(tie('one'), { minLength: 1, maxLength: 4 })
    .chain((pieces) => fc.constantFrom('', ' ', '<br>').map((gap) => joined(pieces, gap))),
})).some;

// A bar in a caption would begin the credit, so it becomes a dash.
const captioned = fc
  .tuple(
    plain.filter(({ seen }) => !seen.includes('|')),
    word,
  )
  .map(([piece, name]) => ({
    source: `<figure class="wp-block-image"><img src="https://www.example.com/wp-content/uploads/${name}.jpg" alt="A picture"><figcaption>${piece.source}</figcaption></figure>`,
    seen: piece.seen,
  }));

const box = fc.letrec<{ some: Piece; one: Piece }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    inline.map((piece) => wrapped('<p>', piece, '</p>')),
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 6), inline)
      .map(([n, piece]) => wrapped(`<h${n}>`, piece, `</h${n}>`)),
    captioned,
    fc
      .tuple(
        fc.constantFrom('<ul>', '<ol>', '<ol start="3">'),
        fc.array(
          fc.oneof(
            inline,
            tie('some'),
            fc.tuple(inline, tie('some')).map((pair) => joined(pair, '')),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([open, items]) =>
        wrapped(
          open,
          joined(
            items.map((item) => wrapped('<li>', item, '</li>')),
            '\n',
          ),
          open.replace(/<(..).*/, '</$1>'),
        ),
      ),
    tie('some').map((piece) => wrapped('<blockquote>', piece, '</blockquote>')),
    tie('some').map((piece) => wrapped('<div class="wp-block-group">', piece, '</div>')),
    tie('some').map((piece) => wrapped('<strong>', piece, '</strong>')),
    fc.tuple(words, tie('some')).map(([title, piece]) => ({
      source: `<details><summary>${escaped(title)}</summary>${piece.source}</details>`,
      seen: title + piece.seen,
    })),
    fc
      .array(fc.array(fc.oneof(inline, inline, tie('some')), { minLength: 2, maxLength: 3 }), {
        minLength: 2,
        maxLength: 3,
      })
      .map((rows) =>
        wrapped(
          '<table><tbody>',
          joined(
            rows.map((row) =>
              wrapped(
                '<tr>',
                joined(
                  row.map((cell) => wrapped('<td>', cell, '</td>')),
                  '',
                ),
                '</tr>',
              ),
            ),
            '',
          ),
          '</tbody></table>',
        ),
      ),
    plain.map((piece) => wrapped('<pre>', piece, '</pre>')),
    fc.constant({ source: '<hr>', seen: '' }),
    tie('some').map((piece) =>
      wrapped('[vc_row][vc_column width="1/2"]', piece, '[/vc_column][/vc_row]'),
    ),
    tie('some').map((piece) => wrapped('[odd-box]', piece, '[/odd-box]')),
  ),
  some: fc
    .array(tie('one'), { minLength: 1, maxLength: 3 })
    .map((pieces) => joined(pieces, '\n\n')),
})).some;

const runs = Number(process.env['RUNS'] ?? 40);
const bare = (text: string): string => text.replaceAll(/[\s]+/g, '');

const holds = (piece: Piece): void => {
  const { markdown, losses } = bodyFrom(piece.source);
  expect(seen(markdown)).toBe(bare(piece.seen));
  expect(losses.filter(({ what }) => what === 'words')).toEqual([]);
};

const options = { numRuns: runs, seed: Number(process.env['SEED'] ?? 20), endOnFailure: false };

test('no sign of a line of words is lost or added, whatever marks are around it', () => {
  fc.assert(
    fc.property(inline, (piece) => {
      holds(wrapped('<p>', piece, '</p>'));
    }),
    options,
  );
});

test('no word of nested boxes and shortcodes is lost, and all are in order', () => {
  fc.assert(fc.property(box, holds), options);
});

import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/language/names.ts';
import { recordWords } from '../../../src/language/record.ts';
import type { Row } from '../../../src/record/compare.ts';
import { type Fold, fold } from '../../../src/record/fold.ts';
import { notesOfVersions } from '../../../src/record/notes-of-versions.ts';
import { partsHtml } from '../../../src/record/parts-html.ts';
import { timemapOf } from '../../../src/record/timemap.ts';
import { createTokenizer } from '../../../src/record/word-tokens.ts';

const tokenize = createTokenizer('en');
const words = { added: 'added', removed: 'removed' };

const same = (text: string): Row => ({ kind: 'text', parts: [{ type: 'same', text }] });
const changed = (before: string, after: string): Row => ({
  kind: 'text',
  parts: [
    { type: 'same', text: before },
    { type: 'added', text: 'new' },
    { type: 'same', text: after },
  ],
});
const shown = (rows: readonly (Row | Fold)[]): string[] =>
  rows.map((row) =>
    'unchanged' in row ? `(${String(row.unchanged)})` : row.parts.map(({ text }) => text).join(''),
  );
const long = (word: string): string => Array.from({ length: 60 }, () => word).join(' ');

describe('a paragraph that changed', () => {
  it('says aloud what came and what went, and underlines no space', () => {
    expect(
      partsHtml(
        [
          { type: 'same', text: 'It cost ' },
          { type: 'removed', text: '12 ' },
          { type: 'added', text: '14 ' },
          { type: 'same', text: 'million.' },
        ],
        words,
      ),
    ).toBe(
      'It cost <del><span class="aloud">[removed: </span>12<span class="aloud">]</span></del> ' +
        '<ins><span class="aloud">[added: </span>14<span class="aloud">]</span></ins> million.',
    );
  });

  it('shows signs of HTML as signs', () => {
    const html = partsHtml(
      [
        { type: 'same', text: 'a < b & ' },
        { type: 'added', text: '<script>alert(1)</script>' },
      ],
      words,
    );
    expect(html).toContain('a &lt; b &amp; ');
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script');
  });
});

describe('what stayed', () => {
  it('is left out but for the paragraphs beside a change', () => {
    const rows = [same('One.'), same('Two.'), changed('A ', ' b.'), same('Three.'), same('Four.')];
    expect(shown(fold(rows, tokenize))).toEqual(['(1)', 'Two.', 'A new b.', 'Three.', '(1)']);
  });

  it('is shortened to the words beside a change, where it is long', () => {
    const [row] = shown(fold([changed(`${long('before')} `, ` ${long('after')}`)], tokenize));
    expect(row).toMatch(/^ ?…( before){16} new( after){15,16} …$/);
  });
});

it('a note belongs to the version that came closest to it, but never to the first', () => {
  const at = (time: string) => ({ at: Date.parse(`2025-03-01T${time}Z`) });
  const note = (time: string) => ({ date: `2025-03-01T${time}Z` });
  const versions = [at('08:00:00'), at('10:00:00'), at('14:00:00')];
  const notes = [note('08:01:00'), note('10:20:00'), note('13:00:00'), note('18:00:00')];
  expect(notesOfVersions(notes, versions)).toEqual([
    [],
    [notes[0], notes[1]],
    [notes[2], notes[3]],
  ]);
});

it('a TimeMap of one earlier version calls it the first and the last', () => {
  const text = timemapOf({
    story: 'https://paper.example/a/',
    timemap: 'https://paper.example/a/timemap.link',
    versions: [{ url: 'https://paper.example/a/changes/1/', at: new Date('2025-03-01T08:00:00Z') }],
  });
  expect(text).toContain(
    'changes/1/>;rel="first last memento";datetime="Sat, 01 Mar 2025 08:00:00 GMT"',
  );
});

it.each(languages)('the number of changes is said in %s', (language) => {
  const plural = new Intl.PluralRules(language);
  const said = [1, 2, 3, 5, 11, 21].map((count) =>
    recordWords[language].changed(String(count), plural.select(count)),
  );
  expect(said).toMatchSnapshot();
});

import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/record/body-blocks.ts';
import { bodyBlocks } from '../../../src/record/body-blocks.ts';
import { compare, type Row } from '../../../src/record/compare.ts';
import { isSubstantial, substanceOf } from '../../../src/record/substance.ts';
import { createTokenizer } from '../../../src/record/word-tokens.ts';

const text = (words: string): Block => ({ kind: 'text', text: words });
const english = createTokenizer('en');

/** A comparison for reading: what came in braces, what went in brackets. */
const shown = (rows: readonly Row[]): string[] =>
  rows.map(({ parts }) =>
    parts
      .map((part) =>
        part.type === 'same'
          ? part.text
          : part.type === 'added'
            ? `{${part.text}}`
            : `[${part.text}]`,
      )
      .join(''),
  );

const compared = (before: string[], now: string[], tokenize = english): string[] =>
  shown(compare(before.map(text), now.map(text), tokenize));

describe('the comparison of two versions', () => {
  it('shows the words that went before those that came in their place', () => {
    expect(
      compared(['The council cut 12 jobs on Monday.'], ['The council cut 14 jobs on Monday.']),
    ).toEqual(['The council cut [12 ]{14 }jobs on Monday.']);
  });

  it('shows one change where a single word stayed between two', () => {
    expect(
      compared(
        ['We heard that the old mayor and his deputy will go home today.'],
        ['We heard that the new mayor or his deputy will go home today.'],
      ),
    ).toEqual(['We heard that the [old mayor and ]{new mayor or }his deputy will go home today.']);
  });

  it('shows a paragraph that came, and leaves those around it alone', () => {
    expect(compared(['One day.', 'Two days.'], ['One day.', 'A new one.', 'Two days.'])).toEqual([
      'One day.',
      '{A new one.}',
      'Two days.',
    ]);
  });

  it('shows a paragraph that moved where it was and where it is', () => {
    const [a, b, c] = ['Alpha is the first.', 'Bravo comes then.', 'Charlie is last.'];
    expect(compared([a, b, c], [b, c, a])).toEqual([`[${a}]`, b, c, `{${a}}`]);
  });

  it('takes a new headline for a version of the old one, however different', () => {
    const [before, now] = ['Mayor goes', 'Council in turmoil'].map((words): Block[] => [
      { kind: 'headline', text: words },
      text('The same words.'),
    ]);
    expect(shown(compare(before ?? [], now ?? [], english))[0]).toBe(
      '[Mayor goes]{Council in turmoil}',
    );
  });

  it('finds words in Arabic, and in scripts without spaces', () => {
    const arabic = createTokenizer('ar');
    expect(
      compared(
        ['وافق المجلس على الميزانية يوم الاثنين.'],
        ['وافق المجلس على الميزانية يوم الثلاثاء.'],
        arabic,
      ),
    ).toEqual(['وافق المجلس على الميزانية يوم [الاثنين]{الثلاثاء}.']);
    expect(
      compared(
        ['市議会は月曜日に予算を承認した。'],
        ['市議会は火曜日に予算を承認した。'],
        createTokenizer('ja'),
      ),
    ).toEqual(['市議会は[月曜日]{火曜日}に予算を承認した。']);
  });

  it('is done in time with texts that have nothing in common', () => {
    const words = (n: number, word: string) =>
      Array.from({ length: n }, (_, at) => `${word}${at} ${word}`);
    const began = performance.now();
    expect(compared(words(3000, 'a'), words(3000, 'b'))).toHaveLength(6000);
    compared([words(8000, 'a').join(' ')], [words(8000, 'a').join(' x ')]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the words of a body', () => {
  it('are those that readers see, block by block', () => {
    const blocks = bodyBlocks(
      '## A *crosshead*\n\nText with a [link](/x/) and a note.[^1]\n\n- one\n- two\n\n> Quoted.\n\n' +
        '| a | b |\n| - | - |\n| 1 | 2 |\n\n![A hall](hall.jpg)\n\n<script>alert(1)</script>\n\n' +
        '<!-- not for readers -->\n\nhttps://www.youtube.com/watch?v=abc\n\n[^1]: The note.',
    );
    expect(blocks.map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual([
      'heading: A crosshead',
      'text: Text with a link and a note.',
      'item: one',
      'item: two',
      'quote: Quoted.',
      'text: a · b',
      'text: 1 · 2',
      'item: The note.',
    ]);
  });

  it('have the times of live entries, and no marks of entries and boxes', () => {
    expect(
      bodyBlocks(
        '## 2025-03-01T10:00:00+02:00 The *vote* [key] [pin]\n\nHeld.\n\n> [!note]\n> In a box.',
      ),
    ).toEqual([
      { kind: 'heading', text: 'The vote', moment: Date.parse('2025-03-01T08:00:00Z') },
      { kind: 'text', text: 'Held.' },
      { kind: 'quote', text: 'In a box.' },
    ]);
  });
});

describe('a change of substance', () => {
  const long =
    'The council met in the town hall and spoke for a long time about many things. '.repeat(5);
  const isOne = (before: string, now: string, tokenize = english): boolean =>
    isSubstantial(substanceOf([text(long), text(before)], [text(long), text(now)], tokenize));

  it('is one of more than a twentieth of the words', () => {
    expect(isOne('It was late.', 'It was very late.')).toBe(false);
    expect(
      isOne('It was late.', 'Nobody went home before the sun came up again over it all.'),
    ).toBe(true);
  });

  it('is one of any number', () => {
    expect(isOne('It took 12 hours.', 'It took 14 hours.')).toBe(true);
    expect(isOne('It took ١٢ hours.', 'It took ١٤ hours.')).toBe(true);
  });

  it('is one of a name in a quotation', () => {
    expect(isOne('He said: “I saw Miller there.”', 'He said: “I saw Moller there.”')).toBe(true);
    expect(isOne('He said: "I saw Miller there."', 'He said: "I saw Moller there."')).toBe(true);
    expect(isOne('He saw Miller there.', 'He saw Moller there.')).toBe(false);
    expect(isOne('قال: «رأيت سالم هناك».', 'قال: «رأيت سليم هناك».', createTokenizer('ar'))).toBe(
      true,
    );
  });

  it('knows quotations in every style, and apostrophes', () => {
    const quoted = (words: string): string =>
      english(text(words))
        .flatMap(({ isQuoted, isWord, key }) => (isQuoted && isWord ? [key] : []))
        .join(' ');
    for (const said of [
      '‘I saw Ann’, he told Bob.',
      "'I saw Ann', he told Bob.",
      'He told Bob: “I saw Ann”. Carl left.',
      '»I saw Ann«, he told Bob.',
      '›I saw Ann‹, he told Bob.',
      '„I saw Ann“, he told Bob.',
      '‚I saw Ann‘, he told Bob.',
      '”I saw Ann”, he told Bob.',
      '« I saw Ann », he told Bob.',
      '(‘I saw Ann’) he told Bob.',
    ]) {
      expect(quoted(said), said).toBe('I saw Ann');
    }
    expect(quoted('“She said ‘no’, and Ann left”, he told Bob.')).toBe('She said no and Ann left');
    expect(quoted('‘It’s Ann’, he said to Bob.')).toBe('It"s Ann');
    expect(quoted('Ann’s friends left the players’ bus in the ’90s, ‘tis said.')).toBe('');
    // The next paragraph goes on with it.
    expect(quoted('“I saw Ann. She')).toBe('I saw Ann She');
  });

  it('is none if a paragraph only moved', () => {
    const [a, b] = [text('In 2025 it was so.'), text(long)];
    expect(isSubstantial(substanceOf([a, b], [b, a], english))).toBe(false);
  });
});

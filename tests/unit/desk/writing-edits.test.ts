import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Edit,
  edited,
  inLine,
  marked,
  ownBlock,
  withLineStart,
} from '../../../src/desk/page/writing/edits.ts';

/** A text with its selection in brackets ⟦ ⟧, or a caret ¦. */
const read = (shown: string) => {
  const text = shown.replaceAll(/[⟦⟧¦]/g, '');
  const start = shown.search(/[⟦¦]/);
  const end = shown.includes('⟧') ? shown.indexOf('⟧') - 1 : start;
  return { text, selected: { start, end } };
};
const show = (text: string, edit: Edit): string => {
  const after = edited(text, edit);
  const { start, end } = edit.select;
  return start === end
    ? `${after.slice(0, start)}¦${after.slice(start)}`
    : `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`;
};

describe('bold and italic', () => {
  const press = (shown: string, mark: string) => {
    const { text, selected } = read(shown);
    return show(text, marked(text, selected, mark));
  };

  test.each([
    ['a ⟦word⟧ b', '**', 'a **⟦word⟧** b'],
    ['a **⟦word⟧** b', '**', 'a ⟦word⟧ b'],
    ['a⟦ word ⟧b', '*', 'a *⟦word⟧* b'],
    ['a **⟦word⟧** b', '*', 'a ***⟦word⟧*** b'],
    ['a ***⟦word⟧*** b', '*', 'a **⟦word⟧** b'],
    ['a ¦b', '**', 'a **¦**b'],
  ])('%s with %s is %s', (before, mark, after) => {
    expect(press(before, mark)).toBe(after);
  });
});

describe('lists, quotations and crossheads', () => {
  const press = (shown: string, mark: Parameters<typeof withLineStart>[2]) => {
    const { text, selected } = read(shown);
    return show(text, withLineStart(text, selected, mark));
  };

  test.each([
    ['x\n\na¦b', '## ', 'x\n\n## ab¦'],
    ['### a¦b', '## ', '## ab¦'],
    ['## a¦b', '## ', 'ab¦'],
    ['⟦one\ntwo⟧\nthree', '- ', '⟦- one\n- two⟧\nthree'],
    ['⟦- one\n- two⟧', '1. ', '⟦1. one\n2. two⟧'],
    ['⟦1. one\n2. two⟧', '1. ', '⟦one\ntwo⟧'],
    ['⟦one\n\ntwo⟧', '> ', '⟦> one\n>\n> two⟧'],
    ['¦', '- ', '- ¦'],
  ] as const)('%j with %j is %j', (before, mark, after) => {
    expect(press(before, mark)).toBe(after);
  });
});

describe('a block', () => {
  const put = (shown: string, takes = false) => {
    const { text, selected } = read(shown);
    return show(text, ownBlock(text, selected, 'BLOCK', takes));
  };

  test.each([
    ['¦', 'BLOCK¦\n'],
    ['One ¦line.\n\nTwo.\n', 'One line.\n\nBLOCK¦\n\nTwo.\n'],
    ['One\nof ¦two.\nlines\n\nTwo.', 'One\nof two.\nlines\n\nBLOCK¦\n\nTwo.'],
    ['One.\n\n¦\n\nTwo.\n', 'One.\n\nBLOCK¦\n\nTwo.\n'],
    ['One.\n¦\nTwo.\n', 'One.\n\nBLOCK¦\n\nTwo.\n'],
    ['One.¦\n', 'One.\n\nBLOCK¦\n'],
    ['One.¦', 'One.\n\nBLOCK¦\n'],
  ])('in %j', (before, after) => {
    expect(put(before)).toBe(after);
  });

  test('takes the place of what was selected if it holds those words', () => {
    expect(put('One.\n\n⟦Two.⟧\n\nThree.', true)).toBe('One.\n\nBLOCK¦\n\nThree.');
  });

  test('leaves every other letter alone', () => {
    const place = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\n\n'), maxLength: 12 });
    fc.assert(
      fc.property(place, place, (before, after) => {
        const at = before.length;
        const edit = ownBlock(before + after, { start: at, end: at }, 'BLOCK');
        const result = edited(before + after, edit);
        expect(result).toMatch(/(?:^\s*\n|^|\n *\n)BLOCK *(?:\n *\n|\s*$)/);
        expect(result.replace('BLOCK', '').replaceAll(/\s/g, '')).toBe(
          (before + after).replaceAll(/\s/g, ''),
        );
      }),
    );
  });
});

test('a footnote’s number is put at the caret', () => {
  expect(show('a b', inLine({ start: 1, end: 1 }, '[^1]'))).toBe('a[^1]¦ b');
});

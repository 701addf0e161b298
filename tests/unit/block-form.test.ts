import { describe, expect, test } from 'vitest';
import { arrange, type FormChoice, rowLengths } from '../../src/edition/block-form.ts';

const counts = Array.from({ length: 12 }, (_, n) => n + 1);
const shapes = [undefined, 'row', 'lead-and-list', 'lead-and-three'] as const;

/** Arranges stories 0, 1, 2 … */
const arranged = (count: number, choice: FormChoice = {}, isPictured = true) =>
  arrange(
    Array.from({ length: count }, (_, n) => n),
    () => isPictured,
    choice,
  );

test('rows of two to four stories are always full, and no story stands alone in one', () => {
  for (const count of counts.slice(1)) {
    const lengths = rowLengths(count);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(count);
    expect(lengths.every((length) => length >= 2 && length <= 4)).toBe(true);
  }
  expect(rowLengths(1)).toEqual([1]);
  expect(rowLengths(0)).toEqual([]);
});

test('rows in which only some have a picture to show are mixed', () => {
  const isMixed = (pictured: number[], choice: FormChoice = {}, count = 3) =>
    arrange(
      Array.from({ length: count }, (_, n) => n),
      (n) => pictured.includes(n),
      choice,
    ).isMixed;
  expect(isMixed([0, 1])).toBe(true);
  expect(isMixed([2])).toBe(true);
  expect(isMixed([])).toBe(false);
  expect(isMixed([0, 1, 2])).toBe(false);
  // Below a lead with a picture, nobody shows theirs; below one without, all do.
  expect(isMixed([0, 1], {}, 4)).toBe(false);
  expect(isMixed([1], {}, 4)).toBe(true);
  expect(isMixed([1, 2, 3], {}, 4)).toBe(false);
  expect(isMixed([0, 1], { isHalf: true })).toBe(false);
});

describe('a block', () => {
  test('without a shape is set by the number of its stories', () => {
    const forms = counts.slice(0, 6).map((count) => arranged(count).form);
    expect(forms).toEqual(['across', 'rows', 'rows', 'across', 'list', 'list']);
    expect(arranged(2).cells.map(({ span }) => span)).toEqual([6, 6]);
    expect(arranged(3).cells.map(({ span }) => span)).toEqual([4, 4, 4]);
    expect(arranged(4)).toMatchObject({ lead: 0, cells: [{ span: 4 }, { span: 4 }, { span: 4 }] });
  });

  test('shows every story once, in order, and fills each of its rows, whatever its shape', () => {
    for (const shape of shapes) {
      for (const isHalf of [false, true]) {
        for (const count of counts) {
          for (const isPictured of [false, true]) {
            const { lead, cells, list } = arranged(count, { shape, isHalf }, isPictured);
            const order = [
              ...(lead === undefined ? [] : [lead]),
              ...cells.map(({ story }) => story),
              ...list,
            ];
            expect(order).toEqual(Array.from({ length: count }, (_, n) => n));
            expect(cells.reduce((sum, { span }) => sum + span, 0) % 12).toBe(0);
          }
        }
      }
    }
  });

  test('has no list beside a lead without a picture, which would be too low for it', () => {
    expect(arranged(7, { shape: 'lead-and-list' }).form).toBe('list');
    expect(arranged(7, { shape: 'lead-and-list' }, false).form).toBe('across');
  });

  test('that is half as wide is a list, unless it has one or two stories', () => {
    const forms = [1, 2, 3, 4].map((count) => arranged(count, { isHalf: true }).form);
    expect(forms).toEqual(['across', 'rows', 'stack', 'stack']);
  });

  test('shows pictures in a short list only', () => {
    const short = (count: number) => arranged(count, { shape: 'lead-and-list' }).isShort;
    expect([short(6), short(7)]).toEqual([true, false]);
  });

  test('without stories is empty', () => {
    expect(arranged(0)).toMatchObject({ lead: undefined, cells: [], list: [] });
  });
});

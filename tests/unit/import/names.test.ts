import { describe, expect, test } from 'vitest';
import { createIds, idFrom } from '../../../src/import/decisions/names.ts';

describe('the name of an entry', () => {
  test('is its slug with letters of its own script', () => {
    expect(idFrom('the-mill-turns-again')).toBe('the-mill-turns-again');
    expect(idFrom('%d1%8f%d0%ba-%d0%bc%d0%b8')).toBe('як-ми');
    expect(idFrom('Mill & Weir, “old”')).toBe('mill-weir-old');
  });

  test('may have been cut off in the middle of a character', () => {
    expect(idFrom('%d1%8f%d0%ba-%d0')).toBe('як');
    expect(idFrom('100%-sure')).toBe('100-sure');
  });

  test('leaves room in a file system that stops at 255 bytes', () => {
    const id = idFrom('качка-'.repeat(60));
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(180);
    expect(id).toMatch(/^(?:качка-)+\p{L}+$/u);
  });

  test('is never a path', () => {
    expect(idFrom('../../etc/passwd')).toBe('etcpasswd');
    expect(idFrom('..')).toBe('');
  });
});

describe('names', () => {
  test('are given out once', () => {
    const ids = createIds(['archive']);
    expect(ids.take('archive', ['stories'])).toBe('archive-stories');
    expect(ids.take('archive', ['stories'])).toBe('archive-2');
    expect(ids.take('flood')).toBe('flood');
    expect(ids.take('flood')).toBe('flood-2');
    expect(ids.take('flood')).toBe('flood-3');
    expect(ids.take('')).toBe('untitled');
  });
});

import { describe, expect, test } from 'vitest';
import { isPlain, readBody } from '../../src/copy/body.ts';

describe('a body that the check need not render', () => {
  test.each(['Words.', '## A crosshead\n\nWords with [a link](/about/).', '> said\n\nЯк *треба*.'])(
    'has words alone: %j',
    (body) => {
      expect(isPlain(body)).toBe(true);
      expect(readBody(body)).toMatchObject({ empty: false, pictures: [], otherPictures: false });
    },
  );

  test.each([
    '',
    '---',
    '![What it shows](./a.jpg)',
    'Words, and ![what it shows](./a.jpg)',
    'Words, and <img src="a.jpg">',
    '<!--\nnothing\n-->',
    '[unseen]: /about/',
    '[unseen]:\nabout\n"nothing"',
  ])('is not one that hides words, or shows pictures: %j', (body) => {
    expect(isPlain(body)).toBe(false);
  });
});

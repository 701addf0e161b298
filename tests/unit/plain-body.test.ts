import { describe, expect, test } from 'vitest';
import { isPlain, readBody } from '../../src/copy/body.ts';

describe('a body that the check may skip rendering', () => {
  test.each(['Words.', '## A crosshead\n\nWords with [a link](/about/).', '> said\n\nЯк *треба*.'])(
    'contains only text: %j',
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
  ])('is never one without visible text, or with pictures: %j', (body) => {
    expect(isPlain(body)).toBe(false);
  });
});

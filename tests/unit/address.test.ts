import { describe, expect, test } from 'vitest';
import { cleanAddress, hasCredentials } from '../../src/schemas/address.ts';

describe('an address', () => {
  test.each([
    'https://news.example',
    'https://news.example/a?b=1&c=%22#d',
    "https://news.example/it's(a)*b",
    '/about/#us',
    '#at-us',
    'mailto:desk@news.example?subject=x',
    'tel:+380441234567',
    '//news.example/',
  ])('that is right stays as it is: %s', (address) => {
    expect(cleanAddress(address)).toBe(address);
  });

  test.each([
    [
      'https://news.example/a b?q="x" [1]{2}|^`',
      'https://news.example/a%20b?q=%22x%22%20%5B1%5D%7B2%7D%7C%5E%60',
    ],
    ['https://news.example/a\\b', 'https://news.example/a/b'],
    ['https://news.example/a?b\\c', 'https://news.example/a?b%5Cc'],
    ['https://news.example/100%', 'https://news.example/100%25'],
    ['https://news.example/a#b#c', 'https://news.example/a#b%23c'],
    ['https://їжак.example/шлях?ї', 'https://xn--80aln7i.example/%D1%88%D0%BB%D1%8F%D1%85?%D1%97'],
    ['https://%D1%97%D0%B6%D0%B0%D0%BA.example/', 'https://xn--80aln7i.example/'],
    ['https://[::1]:80/a[', 'https://[::1]:80/a%5B'],
    ['/a|b/?x={1}', '/a%7Cb/?x=%7B1%7D'],
    ['/тема/', '/%D1%82%D0%B5%D0%BC%D0%B0/'],
    ['#a b', '#a%20b'],
    ['../a b', '../a%20b'],
    ['tel:+38 044', 'tel:+38%20044'],
    [' \u000e java\nscript:alert(1)', 'javascript:alert(1)'],
  ])('that HTML cannot hold is encoded: %j', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean);
    expect(cleanAddress(clean)).toBe(clean);
  });

  test.each(['https://', 'https://[', '/\\evil.example/', '\\\\evil.example/', '\\evil'])(
    'that no browser follows, or only to another site, is none: %s',
    (address) => {
      expect(cleanAddress(address)).toBeUndefined();
    },
  );

  test.each([
    ['https://ann:secret@news.example/', true],
    ['http://ann@news.example/', true],
    ['https://news.example/@ann', false],
    ['mailto:ann@news.example', false],
    ['/about/', false],
  ])('%s has a name or password: %s', (address, has) => {
    expect(hasCredentials(address)).toBe(has);
  });
});

import { expect, test } from 'vitest';
import { withReadableAddresses } from '../../../src/lean/readable-addresses.ts';

const address = (path: string): string => `<a class="b" href="${path}">x</a>`;

test.each(['/محليات/', '/мова/x7-и/'])(
  'the letters of %s are written as letters, and browsers follow the same address',
  (path) => {
    const encoded = encodeURI(path);
    expect(withReadableAddresses(address(encoded))).toBe(address(path));
    expect(new URL(path, 'https://a.example').href).toBe(
      new URL(encoded, 'https://a.example').href,
    );
  },
);

test.each([
  ['what means something in HTML or in an address', '/a%22%3E%26%2F%25/'],
  ['what nobody sees', '/%E2%80%AE%C2%A0/'],
  ['what is no text', '/%FF%D9/'],
])('%s stays encoded', (_, path) => {
  expect(withReadableAddresses(address(path))).toBe(address(path));
});

test.each([
  ['programs that read the head expect encoded addresses', '<link rel="next" href="/%D9%85/">'],
  ['the link of a writer is the same in feeds', address('https://a.example/%D9%85/')],
])('only links to the paper itself change: %s', (_, link) => {
  expect(withReadableAddresses(link)).toBe(link);
});

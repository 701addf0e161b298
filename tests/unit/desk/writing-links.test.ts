import { describe, expect, test } from 'vitest';
import { bodyMistakes } from '../../../src/desk/page/writing/body-mistakes.ts';
import { movedTo } from '../../../src/desk/page/writing/front-stories.ts';
import { asLinkAddress, linkFault } from '../../../src/desk/page/writing/link-address.ts';

const root = { front: 'https://news.example/', base: '/' };
const folder = { front: 'https://news.example/paper/', base: '/paper/' };

describe('an address that was pasted', () => {
  test.each([
    [root, 'https://news.example/2025/02/a/', '/2025/02/a/'],
    [root, 'https://news.example', '/'],
    [root, 'https://news.example.evil.example/', 'https://news.example.evil.example/'],
    [folder, 'https://news.example/paper/about/#desk', '/about/#desk'],
    [folder, '/paper/about/', '/about/'],
    [folder, '/papers/', '/papers/'],
    [root, ' example.com/a ', 'https://example.com/a'],
    [root, 'localhost.example:8080', 'https://localhost.example:8080'],
    [root, 'desk@news.example', 'mailto:desk@news.example'],
    [root, 'приклад.укр', 'https://приклад.укр'],
    [root, '#at-the-plan', '#at-the-plan'],
    [root, 'tel:+380441234567', 'tel:+380441234567'],
  ])('%j %s becomes %s, which is a link', (settings, typed, address) => {
    expect(asLinkAddress(typed, settings)).toBe(address);
    expect(linkFault(address)).toBeUndefined();
  });

  test.each([
    ['javascript:alert(1)', 'badLink'],
    ['data:text/html,x', 'badLink'],
    ['//evil.example/', 'badLink'],
    ['../other/', 'badLink'],
    ['', 'badLink'],
    ['https://me:secret@a.example/', 'secretLink'],
  ])('%s is refused', (address, fault) => {
    expect(linkFault(asLinkAddress(address, root))).toBe(fault);
  });
});

test('a mistake of the text knows its place in it, whatever the line ends of the file', () => {
  const text = '---\r\nkind: news\r\n---\r\n\r\nOne.\r\nTwo 👪 x.\r\n';
  const body = '\nOne.\nTwo 👪 x.\n';
  const told = { file: 'a.md', expected: '', fix: '' };
  const found = bodyMistakes(
    [
      { ...told, field: 'body', found: 'line 6, column 7: x' },
      { ...told, field: 'body', found: 'nothing' },
      { ...told, field: 'kind', found: 'line 2' },
    ],
    text,
    body,
  );
  expect(found.map(({ place }) => place)).toEqual([
    { line: 3, offset: body.indexOf('x') },
    undefined,
  ]);
});

test('a story is moved to another place', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

import { expect, test } from 'vitest';
import { placerFor, withPlacedFiles } from '../../../src/import/writer/place-files.ts';

const picture = (mark: string, caption = '') => ({
  mark,
  kind: 'picture' as const,
  urls: [],
  alt: 'A picture',
  caption,
  credit: '',
});

const without = (markdown: string, caption = ''): string =>
  withPlacedFiles(
    markdown,
    [picture('aaa'), picture('bbb', caption), picture('ccc')],
    new Map([
      ['aaa', { path: './a.jpg', from: '/a.jpg' }],
      ['ccc', { path: './c.jpg', from: '/c.jpg' }],
    ]),
  );

test('a gallery without one of its pictures stays a gallery', () => {
  const gallery = 'Before.\n\n![A](aaa)\n![B](bbb "Of *B*")\n![C](ccc)\n\nAfter.';
  expect(without(gallery)).toBe('Before.\n\n![A](./a.jpg)\n![C](./c.jpg)\n\nAfter.\n');
  expect(without(gallery, 'Of *B*')).toBe(
    'Before.\n\n![A](./a.jpg)\n![C](./c.jpg)\n\n*Of \\*B\\**\n\nAfter.\n',
  );
  expect(without('> ![A](aaa)\n> ![B](bbb "B")\n> ![C](ccc)', 'B')).toBe(
    '> ![A](./a.jpg)\n> ![C](./c.jpg)\n>\n> *B*\n',
  );
});

test('a missing picture leaves its caption, and no mark of a break', () => {
  expect(without('Before.\n\n![B](bbb "Bees")\n\nAfter.', 'Bees')).toBe(
    'Before.\n\n*Bees*\n\nAfter.\n',
  );
  expect(without('Before.\n\n![B](bbb)\n\nAfter.')).toBe('Before.\n\nAfter.\n');
  expect(without('Before.\\\n![B](bbb)\n\nAfter.')).toBe('Before.\n\nAfter.\n');
  expect(without('Two are lost: ![B](bbb)\n\nAfter.')).toBe('Two are lost:\n\nAfter.\n');
});

test('a missing picture that a story shows twice is one loss', async () => {
  const placer = placerFor('articles/2024/a', {
    find: () => undefined,
    fetch: () => Promise.resolve(undefined),
    writer: undefined as never,
  });
  await placer.picture({ urls: ['https://a.example/b.jpg'] });
  await placer.picture({ urls: ['https://a.example/b.jpg'] });
  expect(placer.notes).toHaveLength(1);
});

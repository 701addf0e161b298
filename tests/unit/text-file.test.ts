import { describe, expect, test } from 'vitest';
import { UnreadableError } from '../../src/copy/mistakes.ts';
import { textOf } from '../../src/copy/text-file.ts';
import { oddPaper, storyWith } from './odd-paper.ts';

/** What is told about the text in some bytes. */
function told(bytes: Buffer): string {
  try {
    textOf('a.md', bytes);
  } catch (error) {
    if (error instanceof UnreadableError) return error.mistake.found;
    throw error;
  }
  return 'nothing';
}

describe('a text file', () => {
  test('is UTF-8, in any script, with or without a byte order mark', () => {
    const text = 'Ґанок, café, 新聞, 👩‍👩‍👧, العربية\r\n\tIndented.\n';
    expect(textOf('a.md', Buffer.from(text))).toBe(text);
    expect(textOf('a.md', Buffer.from(`\uFEFF${text}`))).toBe(text);
  });

  test.each([
    ['Windows-1252', Buffer.from('---\nheadline: Caf\xe9\n---\n', 'latin1')],
    ['Windows-1251', Buffer.from('---\nheadline: Caf\xcf\xf0\xe8\n---\n', 'latin1')],
    ['UTF-8 that was cut', Buffer.from('---\nheadline: Café').subarray(0, -1)],
  ])('in %s is told with the line and the words where it breaks', (_, bytes) => {
    expect(told(bytes)).toContain('not UTF-8, at line 2, after “headline: Caf”');
  });

  test.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFheadline: A', 'utf16le')],
    ['UTF-16 without one', Buffer.from('headline: Ґанок', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\uFEFFheadline: A', 'utf16le').swap16()],
    ['Chinese UTF-16', Buffer.from('\uFEFF新聞新聞新聞', 'utf16le')],
  ])('in %s is told', (_, bytes) => {
    expect(told(bytes)).toBe('text in UTF-16');
  });

  test.each([
    ['\0', 'U+0000'],
    ['\v', 'U+000B'],
    ['\x1B', 'U+001B'],
    ['\x92', 'U+0092'],
    ['\uFFFF', 'U+FFFF'],
  ])('with the control character %j is told, with the line', (letter, name) => {
    expect(told(Buffer.from(`one\r\ntwo\nthree ${letter} four`))).toBe(
      `a control character (${name}) at line 3`,
    );
  });

  test('in which a conversion has lost letters is told, with the line', () => {
    expect(told(Buffer.from('one\nCaf\uFFFD'))).toMatch(/^the sign \uFFFD at line 2/);
  });
});

test.each([
  'articles/2025/x/index.md',
  'sections/x.yaml',
  'authors/x.yaml',
  'pages/x.md',
  'topics.yaml',
  'redirects.yaml',
  'front.yaml',
])('Every file of copy must be UTF-8: %s', async (name) => {
  const { write, mistakes } = await oddPaper();
  await write(name, Buffer.from('Caf\xe9', 'latin1'));
  expect(await mistakes()).toEqual([
    expect.stringContaining(`${name}: letters that are not UTF-8, at line 1, after “Caf”`),
  ]);
});

test('A file with the line ends of old Macs has as many lines as others', async () => {
  const { write, check } = await oddPaper();
  await write('articles/2025/second/index.md', storyWith().replaceAll('\n', '\r'));
  const { copy, mistakes } = await check();
  expect(mistakes).toEqual([]);
  expect(copy.articles[1]?.body.trim()).toBe('Words.');
});

test('A file that is too large to be text is told before it is read', async () => {
  const { write, mistakes } = await oddPaper();
  await write('articles/2025/x/index.md', Buffer.alloc(16_000_001, 'a'));
  expect(await mistakes()).toEqual(['articles/2025/x/index.md: a file of 17 million bytes']);
});

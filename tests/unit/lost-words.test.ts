import { describe, expect, test } from 'vitest';
import { wordsLostIn } from '../../src/check/lost-words.ts';
import { mayLoseWords } from '../../src/copy/lost-words.ts';
import { withPlainSigns } from '../../src/copy/plain-signs.ts';
import { createBodyRenderer } from '../../src/copy/render.ts';
import type { Entry } from '../../src/copy/read.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en');
const rendering = {
  render: createBodyRenderer(words),
  setting: { words, link: (target: string) => target, entryTime: () => 'then' },
};

/** What the check says about a body that begins in the file's fourth line. */
async function toldOf(body: string, kind = 'news'): Promise<string[]> {
  const article = { id: 'a', shown: 'index.md', above: 3, body, data: { kind } } as Entry<object>;
  return (await wordsLostIn(article, rendering)).map(({ found }) => found);
}

describe('what readers would not see is told, with its place', () => {
  test.each([
    ['a<b>c', ['line 4, column 2: <b>, which is never closed']],
    ['Words.\n\n> é <em>so\n\nRest.', ['line 6, column 5: <em>, which is never closed']],
    ['Dear <Name>, a<b>c', ['line 4, column 15: <b>, which is never closed']],
    ['A.\n\n<!-- note\n\nRest.', ['line 6, column 1: a comment that is never closed']],
    [
      'A <script>hello()</script> B',
      ['line 4, column 11: "hello()" in <script>, which readers would not see'],
    ],
    [
      '<style>\n.a { color: red }\n</style>',
      ['line 5, column 1: ".a { color: red }" in <style>, which readers would not see'],
    ],
    [
      '<select><option>one</option></select>',
      ['line 4, column 17: "one" in <option>, which readers would not see'],
    ],
    [
      '<form><input value="Send"><textarea>mine</textarea></form>',
      [
        'line 4, column 21: "Send" in <input>, which readers would not see',
        'line 4, column 37: "mine" in <textarea>, which readers would not see',
      ],
    ],
    [
      '<iframe src="https://map.example/">a map</iframe>',
      ['line 4, column 1: <iframe>, which readers would not see'],
    ],
    [
      '<audio src="/a.mp3"></audio>\n\n<svg><text>drawn</text></svg>',
      [
        'line 4, column 1: <audio>, which readers would not see',
        'line 6, column 1: <svg>, which readers would not see',
      ],
    ],
    [
      '<object data="/a.pdf">words</object>',
      ['line 4, column 1: <object>, which readers would not see'],
    ],
    [
      'See ![A](./a.png "The bridge | Ann") here.',
      [
        'line 4, column 19: the caption "The bridge", which readers would not see',
        'line 4, column 32: the caption "Ann", which readers would not see',
      ],
    ],
    [
      '<details><summary>\n\n![A](./a.png)\n\n</summary>x</details>',
      ['line 6, column 6: the picture "./a.png", which readers would not see'],
    ],
    [
      '> [!quote]\n> — Jane',
      ['line 4, column 3: "[!quote]\\n— Jane", which readers would not see'],
    ],
    [
      '| a | b |\n| - | - |\n| 1 | 2 | 3 |',
      ['line 6, column 9: the cell "3", in a row with more cells than its table has columns'],
    ],
    [
      'A.[^1]\n\n[^1]: One.\n[^1]: Two.\n[^2]: Three.',
      [
        'line 7, column 1: a second note [^1]',
        'line 8, column 1: the note [^2], to which nothing refers',
      ],
    ],
  ])('%j', async (body, found) => {
    expect(await toldOf(body)).toEqual(found);
  });

  test('also in a file whose lines end as on Windows', async () => {
    expect(await toldOf('A.\r\n\r\na<b>c')).toEqual([
      'line 6, column 2: <b>, which is never closed',
    ]);
  });
});

describe('what readers see is not told', () => {
  test.each([
    'Dear <Name>, `<b>` and H<sub>2</sub>O.<br>Next.',
    '<u>x</u> <font color="red">y</font> <center>z</center> <my-part>w</my-part>',
    '<!-- a comment -->\n\nWords.',
    '![A](./a.png "The bridge | Ann")\n![B](./b.png "The tower")',
    '## ![A](./a.png "The bridge")\n\nWords.',
    '[![A](./a.png "The bridge")](https://paper.example/)',
    '- ![A](./a.png "The bridge")',
    '> [!quote]\n> It is *open*.\n> — Jane Doe',
    'https://youtu.be/aaaaaaaaaaa\n\n<iframe src="https://youtu.be/aaaaaaaaaaa">no frames</iframe>',
    '[The talk](/talk.mp3)\n\n- [x] done',
    '<div>left open\n\n<p>as this is',
    '<table><tr><td>a<td>b</table> <details><summary>A</summary>B</details>',
    'A.[^1]\n\n[^1]: One <b>two</b>.',
    '| a | b |\n| - | - |\n| 1 \\| 2 | 3 |',
  ])('%j', async (body) => {
    expect(await toldOf(body)).toEqual([]);
  });

  test('nor is the time of an entry, nor what marks it', async () => {
    const entry = '## 2025-02-13T20:15:00+02:00 [key] The <i>first</i>\n\n<div>Words.</div>';
    expect(await toldOf(entry, 'live')).toEqual([]);
  });
});

test('most bodies need not be rendered to know that they lose nothing', () => {
  const may = (body: string): boolean => mayLoseWords(withPlainSigns(body));
  for (const body of [
    'Stop! She <b>said</b> so.<br>H<sub>2</sub>O.',
    'Words.\n\n![A](./a.png "The bridge")\n\nMore [links](/about/ "with a title").',
    'Dear <Name>, 5~10',
  ])
    expect(may(body), body).toBe(false);
  for (const body of ['<div>x</div>', 'a <b>c', 'See ![A](./a.png "B") here.'])
    expect(may(body), body).toBe(true);
});

test('thousands of pictures without captions are seen at once', () => {
  const signs = withPlainSigns('![x](y)\n\n'.repeat(50_000));
  const began = performance.now();
  expect(mayLoseWords(signs)).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});

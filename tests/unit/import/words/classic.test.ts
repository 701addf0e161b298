import { describe, expect, test } from 'vitest';
import { markdownFrom } from './read.ts';

describe('text of the classic editor', () => {
  test.each([
    ['an empty line ends a paragraph', 'a\n\nb', 'a\n\nb'],
    ['with white space in it too', 'a\r\n \t\r\nb', 'a\n\nb'],
    ['one line break is a break', 'a\nb', 'a\\\nb'],
    ['which is not doubled by a written one', 'a<br />\nb', 'a\\\nb'],
    ['nor within emphasis', '<em>a<br>\nb</em>', '*a\\\nb*'],
    ['two written breaks end a paragraph', 'a<br><br>b', 'a\n\nb'],
    ['emphasis goes on in the next paragraph', '<b>a\n\nb</b> c', '**a**\n\n**b** c'],
    [
      'a link too',
      '<a href="https://a.example/x">a\n\nb</a>',
      '[a](https://a.example/x)\n\n[b](https://a.example/x)',
    ],
    [
      'boxes stand alone',
      'a\n<h2>b</h2>\nc\n<ul>\n<li>d</li>\n</ul>\ne',
      'a\n\n## b\n\nc\n\n- d\n\ne',
    ],
    ['lines in a list item are lines', '<ul><li>a\nb</li></ul>', '- a\\\n  b'],
    ['an empty line in one makes paragraphs', '<ul><li>a\n\nb</li></ul>', '- a\n\n  b'],
    ['so in a quotation', '<blockquote>a\n\nb</blockquote>', '> a\n>\n> b'],
    ['and in a box', '<div>a\nb\n\nc</div>', 'a\\\nb\n\nc'],
    ['code keeps its lines', '<pre>a\n\n  b</pre>', '```\na\n\n  b\n```'],
    ['scripts and styles have none', 'a\n<script>\n\nx\n\n</script>\nb', 'a\\\nb'],
    [
      'lines of a table are white space',
      '<table>\n<tr>\n<th>a</th>\n</tr>\n<tr>\n<td>b</td>\n</tr>\n</table>',
      '| a |\n| - |\n| b |',
    ],
    ['paragraphs that are written stay', '<p>a</p>\n\n<p>b</p>', 'a\n\nb'],
    ['with their lines', '<p>a\nb</p>', 'a\\\nb'],
    [
      'the end of the teaser is an empty line',
      'a<!--more Read on-->b<!--nextpage-->c',
      'a\n\nb\n\nc',
    ],
    ['nothing at all is nothing', ' \n\n&nbsp;\n', ''],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text)).toBe(markdown);
  });
});

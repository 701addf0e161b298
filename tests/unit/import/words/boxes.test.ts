import { describe, expect, test } from 'vitest';
import { markdownFrom, read } from './read.ts';

const cells = (...rows: string[][]): string =>
  rows.map((row) => `<tr>${row.join('')}</tr>`).join('');
const td = (html: string): string => `<td>${html}</td>`;
const th = (html: string): string => `<th>${html}</th>`;

describe('a table', () => {
  test.each([
    [
      'with a head',
      `<table><thead>${cells([th('A'), '<th style="text-align:right">B</th>'])}</thead>${cells([td('a|b'), td('<b>c</b>')])}</table>`,
      '| A | B |\n| - | -: |\n| a\\|b | **c** |',
    ],
    [
      'with a head that is only bold',
      `<table>${cells([td('<b>A</b>'), td('<strong>B</strong>')], [td('a'), td('')])}</table>`,
      '| **A** | **B** |\n| - | - |\n| a | |',
    ],
    [
      'with lines in its cells',
      `<table>${cells([th('A')], [td('a<br>b')])}</table>`,
      '| A |\n| - |\n| a<br>b |',
    ],
    [
      'with code',
      `<table>${cells([th('A')], [td('<code>a|b</code>')])}</table>`,
      '| A |\n| - |\n| `a\\|b` |',
    ],
    [
      'without a head',
      `<table>${cells([td('a &lt; b'), td('<i>b</i>')], [td('c'), td('<a href="https://a.example/x">d</a>')])}</table>`,
      '<table>\n<tr>\n<td>a &lt; b</td>\n<td><em>b</em></td>\n</tr>\n<tr>\n<td>c</td>\n<td><a href="https://a.example/x">d</a></td>\n</tr>\n</table>',
    ],
    [
      'with wide cells',
      `<table>${cells(['<th colspan="2" onclick="x">A</th>'], [td('a'), td('b')])}</table>`,
      '<table>\n<thead>\n<tr>\n<th colspan="2">A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    ],
    [
      'with boxes in its cells',
      `<table>${cells([th('A'), th('B')], [td('<ul><li>a</li></ul>'), td('b')])}</table>`,
      '<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>\n\n- a\n\n</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    ],
    [
      'with a caption',
      `<table><caption>Cap</caption>${cells([th('A')], [td('a')])}</table>`,
      '| A |\n| - |\n| a |\n\nCap',
    ],
    ['that is empty', `<table>${cells([td(''), td('')])}</table>`, ''],
    ['with cells outside of it', '<td>a</td><td>b</td>', 'a\n\nb'],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html)).toBe(markdown);
  });

  test.each([
    ['of one row', cells([td('a'), td('b')]), 'a\n\nb'],
    ['of one column', cells([td('a')], [td('b')]), 'a\n\nb'],
    [
      'around headings',
      cells([td('<h3>a</h3>b'), td('c')], [td('d'), td('e')]),
      '### a\n\nb\n\nc\n\nd\n\ne',
    ],
    [
      'around a table',
      cells([td(`<table>${cells([th('A')], [td('a')])}</table>`), td('b')], [td('c'), td('d')]),
      '| A |\n| - |\n| a |\n\nb\n\nc\n\nd',
    ],
    [
      'around pictures',
      cells(
        [
          td('<img src="https://a.example/1.jpg" alt="1">'),
          td('<img src="https://a.example/2.jpg" alt="2">'),
        ],
        [td('a'), td('b')],
      ),
      '![1](bodyfile1end)\n\n![2](bodyfile2end)\n\na\n\nb',
    ],
  ])('that only puts things side by side is unwrapped: %s', (_, rows, markdown) => {
    expect(markdownFrom(`<table>${rows}</table>`)).toBe(markdown);
  });
});

describe('a list', () => {
  test.each([
    [
      'in a list',
      '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>',
      '- a\n  - b\n    1. c\n- d',
    ],
    ['that starts at three', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    [
      'that starts at three in an item',
      '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>',
      '- a\n\n  3. b',
    ],
    ['beside an item instead of in it', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['after another', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['with empty items', '<ul><li>a</li><li></li><li>&nbsp;</li></ul>', '- a'],
    ['with words outside of items', '<ul>a<li>b</li></ul>', '- a\n- b'],
    ['with paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n- c'],
    ['with a heading', '<ul><li><h3>a</h3>b</li></ul>', '- ### a\n\n  b'],
    [
      'with a table',
      `<ul><li>a<table>${cells([th('A')], [td('b')])}</table></li></ul>`,
      '- a\n\n  | A |\n  | - |\n  | b |',
    ],
    ['with code', '<ul><li>a<pre>b\n c</pre></li></ul>', '- a\n\n  ```\n  b\n   c\n  ```'],
    [
      'of pictures',
      '<ul><li><img src="https://a.example/1.jpg" alt="1"></li></ul>',
      '![1](bodyfile1end)',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html)).toBe(markdown);
  });

  test('shows the caption of a picture in it', () => {
    const picture =
      '<figure><img src="https://a.example/1.jpg" alt="1"><figcaption>Cap</figcaption></figure>';
    const $ = read(markdownFrom(`<ul><li>${picture}</li><li>a</li></ul>`));
    expect($('li').first().text().trim()).toBe('Cap');
  });
});

describe('other boxes', () => {
  test.each([
    [
      'a list of terms',
      '<dl><dt>A</dt><dd>a <b>b</b></dd><dd><p>c</p><p>d</p></dd></dl>',
      '<dl>\n<dt>A</dt>\n<dd>a <strong>b</strong></dd>\n<dd>\n\nc\n\nd\n\n</dd>\n</dl>',
    ],
    [
      'a quotation with its speaker in the line',
      '<blockquote>Said.<cite>Who</cite></blockquote>',
      '> Said.\n>\n> <cite>Who</cite>',
    ],
    [
      'a quotation with boxes',
      '<blockquote><h3>a</h3><ul><li>b</li></ul></blockquote>',
      '> ### a\n>\n> - b',
    ],
    [
      'a pull quote of the Newspaper theme',
      '<blockquote class="td_pull_quote td_pull_center"><p>Said.</p></blockquote>',
      '> [!quote]\n> Said.',
    ],
    ['a heading with lines', '<h2>a<br>b</h2>', '## a<br>b'],
    ['a heading that ends with its mark', '<h2>C #</h2>', '## C \\#'],
    ['a heading without words', '<h2>&nbsp;</h2>a', 'a'],
    ['a rule at the top, which would be frontmatter', '<hr>a', 'a'],
    ['code with ticks', '<pre>a ``` b</pre>', '````\na ``` b\n````'],
    [
      'code with a language',
      '<pre class="brush: php; title: x">a</pre><pre><code class="language-js">b</code></pre>',
      '```php\na\n```\n\n```js\nb\n```',
    ],
    [
      'PHP in code',
      '<pre><?php x(); ?></pre><code><?php y(); ?></code>',
      '```\n<?php x(); ?>\n```\n\n`<?php y(); ?>`',
    ],
    [
      'code that a plugin colours',
      '<pre lang="php" line="1">\n<?php\necho "<b>&amp;";\n</pre>',
      '```php\n<?php\necho "<b>&";\n```',
    ],
    ['old tags for code', '<xmp><b>a</b></xmp>', '```\n<b>a</b>\n```'],
    ['tags that were never closed', '<div><p>a <b>b<div>c', 'a **b**\n\n**c**'],
    ['words folded away', '<div style="display:none">a</div>b', 'a\n\nb'],
    [
      'spam hidden away',
      '<div style="display:none"><a href="https://a.example/">pills</a></div>b',
      'b',
    ],
    ['buttons to share', '<div class="sharedaddy">Share this</div>a', 'a'],
    [
      'a form',
      '<form action="/x"><label>Name <input name="n"></label><p>a</p><button>Send</button></form>',
      'a',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html)).toBe(markdown);
  });
});

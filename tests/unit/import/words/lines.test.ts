import { describe, expect, test } from 'vitest';
import { library } from './library.ts';
import { bodyFrom, markdownFrom, read, seen } from './read.ts';

describe('words that look like Markdown stay words', () => {
  test.each([
    '1. No list.',
    '1) No list.',
    '- Nor this.',
    '+ Nor that.',
    '* Nor.',
    '# No heading.',
    '#',
    '> No quotation.',
    '--- no rule',
    '---',
    '***',
    '===',
    '+++',
    '~~~',
    '```',
    '2 * 3 * 4',
    'is_not_italic',
    '_is_ not',
    '*nor* **bold**',
    '~maybe~ ~~gone~~',
    'a `tick`',
    'C:\\mills\\new',
    'a\\',
    'a \\* b',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '[^1]',
    '[^1]: b',
    '[ ] a',
    '[x] a',
    'a < b',
    '<b>',
    '</b>',
    '<!-- a -->',
    '&amp;',
    '&copy;',
    '&#65;',
    '$5',
    '$x$',
    'x^2^',
    'H~2~O',
    '==a==',
    ':smile:',
    '{a}',
    '{{ a }}',
    'a | b',
    '| a | b |',
    'http://',
    'Hi!',
    'a_b_c',
    '__init__',
    '@a',
    '#tag',
    '1.',
    '…',
    '\u00A0a',
  ])('%j', (words) => {
    const html = `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
    const { markdown } = bodyFrom(html);
    expect(seen(markdown)).toBe(words.replaceAll(/\s/g, ''));
    expect(read(markdown)(':not(p, br, a)')).toHaveLength(0);
  });

  test('after a break too', () => {
    const lines = ['1. a', '- b', '# c', '> d', '+ e', '| f |', '| - |', '===', '---'];
    const { markdown } = bodyFrom(
      `<p>x<br>${lines.join('<br>').replaceAll('>', '&gt;').replaceAll('<br&gt;', '<br>')}</p>`,
    );
    expect(read(markdown)('p > br')).toHaveLength(lines.length);
    expect(read(markdown)(':not(p, br)')).toHaveLength(0);
  });
});

describe('marks are never seen', () => {
  test.each([
    ['beside letters', 'a<b>b</b>c', 'a**b**c'],
    ['beside East Asian signs', '这是<b>「重要」</b>的', '这是<strong>「重要」</strong>的'],
    ['beside East Asian letters', '这是<b>重要</b>的', '这是**重要**的'],
    ['around quotation marks', 'w<em>“q”</em>w', 'w<em>“q”</em>w'],
    ['around a symbol', 'a<i>😀</i>b', 'a<em>😀</em>b'],
    ['around spaces', 'a<b> b </b>c', 'a **b** c'],
    ['around nothing', 'a<b></b><i> </i>b', 'a b'],
    ['twice', '<b>a</b><b>b</b>', '**ab**'],
    ['within themselves', '<b>a <strong>b</strong></b>', '**a b**'],
    ['one after another', '<i>a</i><b>b</b>', '<em>a</em>**b**'],
    ['as both', '<em><b>a</b></em> <b><i>b</i></b>', '***a*** ***b***'],
    ['in styles', '<span style="font-weight: bold">a</span>', '**a**'],
    ['around boxes', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
    ['struck out', '<del>a</del> <s>b</s>', '~~a~~ ~~b~~'],
    [
      'that Markdown has none for',
      'H<sub>2</sub> <kbd>S</kbd> <abbr title="B &quot;C&quot;">b</abbr> <q>d</q>',
      'H<sub>2</sub> <kbd>S</kbd> <abbr title="B &quot;C&quot;">b</abbr> <q>d</q>',
    ],
    [
      'that the paper knows nothing of',
      '<u>a</u> <font color="red">b</font> <x-y>c</x-y>',
      'a b c',
    ],
    ['of a reading', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢(kan)'],
    ['of code', '<code>a`b</code> <tt>c</tt>', '``a`b`` `c`'],
    ['of code side by side', '<code>a</code><code>b</code>', '`ab`'],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(`<p>${html}</p>`)).toBe(markdown);
  });
});

describe('a link', () => {
  test.each([
    [
      'leads where it led',
      '<a href="https://a.example/x?a=1&amp;b=2" title="t" target="_blank">a</a>',
      '[a](https://a.example/x?a=1&b=2)',
    ],
    [
      'is whole, also if it was relative',
      '<a href="/x/">a</a> <a href="//b.example/y">b</a> <a href="z">c</a>',
      '[a](https://www.example.com/x/) [b](https://b.example/y) [c](https://www.example.com/2024/05/06/a-story/z)',
    ],
    ['leads into the paper', '<a href="/old/">a</a>', '[a](/new/)'],
    ['is words if its page is gone', '<a href="/gone/">a</a>', 'a'],
    [
      'has no marks in its address',
      '<a href="https://a.example/a_b*c(d) e">a</a>',
      '[a](https://a.example/a_b*c%28d%29%20e)',
    ],
    ['to a mailbox', '<a href="mailto:a@b.example">a@b.example</a>', '<a@b.example>'],
    [
      'that is its own words',
      '<a href="https://a.example/x_y">https://a.example/x_y</a>',
      '<https://a.example/x_y>',
    ],
    [
      'that is none yet',
      'See https://a.example/x_y, (www.a.example) or a_b@c.example.',
      'See <https://a.example/x_y>, ([www.a.example](http://www.a.example)) or <a_b@c.example>.',
    ],
    [
      'stands apart from the next',
      '<a href="https://a.example/1">farm</a><a href="https://a.example/2">Download</a>',
      '[farm](https://a.example/1) [Download](https://a.example/2)',
    ],
    [
      'unless they are one word',
      '<a href="https://a.example/1">T</a><a href="https://a.example/1">he</a>',
      '[The](https://a.example/1)',
    ],
    [
      'around boxes is around the words in them',
      '<a href="https://a.example/1"><div>a</div><div>b</div></a>',
      '[a](https://a.example/1)\n\n[b](https://a.example/1)',
    ],
    ['without words is nothing', 'a<a href="https://a.example/"></a>b', 'ab'],
    ['to a telephone is words', '<a href="tel:123">123</a>', '123'],
    [
      'to a place in the text',
      '<p><a href="#b">a</a> <a href="#gone">c</a></p><h2 id="b">B</h2>',
      '[a](#b) c\n\n## <a id="b"></a>B',
    ],
    [
      'to a place by the text’s own address',
      '<p><a href="https://www.example.com/2024/05/06/a-story/#b">a</a></p><p id="b">B</p>',
      '[a](#b)\n\n<a id="b"></a>B',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html, library)).toBe(markdown);
  });
});

describe('characters', () => {
  test.each([
    ['spaces that do not break stay', 'a&nbsp;b', 'a\u00A0b'],
    ['but not around a paragraph', '&nbsp;a&nbsp;', 'a'],
    ['soft hyphens stay', 'a&shy;b', 'a\u00ADb'],
    ['joiners stay', 'می&zwnj;خواهم 👩&zwj;🚀', 'می\u200Cخواهم 👩\u200D🚀'],
    ['marks of direction stay', 'a&rlm;b', 'a\u200Fb'],
    ['zero-width spaces go', 'a&#8203;b\uFEFF', 'ab'],
    ['but not where words are not spaced', 'ภาษา&#8203;ไทย', 'ภาษา\u200Bไทย'],
    ['control characters go', 'a\u0001\u001Fb', 'ab'],
    ['halves of characters go', 'a\uD83Db', 'a\uFFFDb'],
    ['line breaks are spaces', '<!-- wp:paragraph --><p>a\n b</p><!-- /wp:paragraph -->', 'a b'],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html)).toBe(markdown);
  });
});

describe('words are counted as readers see them', () => {
  test.each([
    ['a b, c.', 3],
    ['a<b>b</b>c d', 2],
    [
      '<figure><img src="https://a.example/x.jpg" alt="not seen"><figcaption>One two.</figcaption></figure>',
      2,
    ],
    ['<iframe src="https://a.example/" title="Not in the text"></iframe>', 0],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d e</td></tr></table>', 5],
    ['<pre>a = b</pre>', 2],
    ['[gallery ids="1"]', 0],
  ])('%s', (html, words) => {
    expect(bodyFrom(html, library).words).toBe(words);
  });
});

import { describe, expect, test } from 'vitest';
import { pictureAttribute } from '../../src/astro/picture-marks.ts';
import { typesetBody } from '../../src/copy/typeset.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { textBody } from '../../src/copy/text-body.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en');
const link = (address: string): string =>
  address === '/paper/world/' ? '/paper/text/world/' : address;
const text = (html: string): string => textBody(html, { words: words.text, link });

/** A body as the text-only edition gets it: typeset and sanitised. */
const body = (html: string): string =>
  sanitiseBody(html, { words, link: (target) => target.replace(/^\//, '/paper/') });
const picture = (alt: string, title?: string): string =>
  `<img ${pictureAttribute}="${JSON.stringify({ src: './a.jpg', alt, title, index: 0 })
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')}">`;

describe('a picture becomes text', () => {
  test('on its own: its alternative text in brackets, then its caption', () => {
    expect(text(body(`<p>${picture('A bridge', 'The bridge at dawn')}</p>`))).toBe(
      '<p>[Picture: A bridge] The bridge at dawn</p>',
    );
  });

  test('in a sentence: in its place', () => {
    expect(text(body(`<p>See ${picture('A bridge')} here.</p>`))).toBe(
      '<p>See [Picture: A bridge] here.</p>',
    );
  });

  test('that is never markup, whatever it looks like', () => {
    expect(text(body(`<p>${picture('<b>R&D</b> "x"')}</p>`))).toBe(
      '<p>[Picture: &lt;b&gt;R&amp;D&lt;/b&gt; "x"]</p>',
    );
  });

  test('in the paper’s own language', () => {
    const arabic = { words: wordsFor('ar').text, link };
    expect(textBody('<p><img alt="جسر"></p>', arabic)).toBe('<p>[صورة: جسر]</p>');
  });

  test('or nothing, if it has neither', () => {
    expect(text('<figure><img alt=""></figure><p>a</p>')).toBe('<p>a</p>');
  });
});

test('a video becomes a link to its page', () => {
  const html = body('<p><a href="https://vimeo.com/76979871">https://vimeo.com/76979871</a></p>');
  expect(text(html).trim()).toMatch(
    /^<p><a href="https:\/\/vimeo\.com\/76979871">Video on Vimeo<\/a>\s*<\/p>$/,
  );
});

describe('words, links, lists and tables are kept', () => {
  test.each([
    '<h2 id="at-a">A</h2><p><em>b</em> <a href="https://other.example/">c</a><br>d</p>',
    '<ul><li>a</li></ul><ol start="3"><li value="4">b</li></ol><dl><dt>c</dt><dd>d</dd></dl>',
    '<blockquote><p>a</p></blockquote><pre><code>b</code></pre><hr>',
    '<details open=""><summary>a</summary>b</details>',
    '<p lang="ar" dir="rtl">ا <bdi>b</bdi> <time datetime="2025-02-01">c</time></p>',
  ])('%s', (html) => {
    expect(text(html)).toBe(html);
  });

  test('including a table, which scrolls by the keyboard without its box', () => {
    const table = '<table tabindex="0"><tbody><tr><td colspan="2">a</td></tr></tbody></table>';
    expect(text(typesetBody(table, { words, link }))).toBe(table);
  });

  test('including a footnote and its link back', () => {
    const note =
      '<p>a<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p>' +
      '<section><ol><li id="user-content-fn-1">b <a href="#user-content-fnref-1" aria-label="Back">↩</a></li></ol></section>';
    expect(text(note)).toBe(note);
  });
});

test('attributes for styles and scripts are removed', () => {
  expect(text('<p class="x" data-y="z" tabindex="0" role="group"><small>a</small></p>')).toBe(
    '<p><small>a</small></p>',
  );
});

test('links to pages of the text-only edition lead there; others are unchanged', () => {
  expect(text('<a href="/paper/world/">a</a><a href="/paper/about/">b</a>')).toBe(
    '<a href="/paper/text/world/">a</a><a href="/paper/about/">b</a>',
  );
});

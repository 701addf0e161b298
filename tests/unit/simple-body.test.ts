import { expect, test } from 'vitest';
import { textBody } from '../../src/copy/text-body.ts';
import { wordsFor } from '../../src/language/words.ts';

const setting = {
  words: wordsFor('en').text,
  link: (address: string) => (address === '/a/' ? '/text/a/' : address),
};

/** Nothing is left of it, but a body that holds it has to be parsed. */
const parsedMark = '<div data-part="gallery"></div>';

test.each([
  '<p>One <a href="/a/" rel="next" class="b">two</a> <em class="c" lang="fr">trois</em>.</p>',
  '<h2 id="x" class="article-crosshead">A &amp; B &lt;c&gt;&nbsp;d</h2><hr><ol start="3"><li value="4">e</li></ol>',
  '<p><a href="/b/">a</a><a href="https://c.example/?d&amp;e">f</a><a href="/a/?g=1&amp;h=2">i</a></p>',
  '<p title="a &quot;b&quot; <i> c > d" data-e="f">g</p>',
  '<p title="a href=&quot;/a/&quot;">it’s “quoted” "here" and \'there\'</p>',
  '<p class="a">b\u00A0c &copy; d</p>',
  '<blockquote cite="/a/"><p>e</p></blockquote><q cite="/a/">f</q>',
  '<pre class="a">\n\n b <b class="c">d</b></pre>',
  '<p dir="rtl" aria-label="א">ב<br class="c"></p>',
  'no element at all',
  '',
])('a body that is not parsed becomes the same as one that is: %s', (html) => {
  expect(textBody(html, setting) + textBody(parsedMark, setting)).toBe(
    textBody(html + parsedMark, setting),
  );
});

test('its links lead to the text-only edition, and its classes are gone', () => {
  expect(textBody('<p class="b"><a href="/a/" class="c">d</a></p>', setting)).toBe(
    '<p><a href="/text/a/">d</a></p>',
  );
});

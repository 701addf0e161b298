import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { createBodyRenderer } from '../../src/copy/render.ts';
import { withPlainSigns } from '../../src/copy/plain-signs.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en');
const render = createBodyRenderer(words);

/** The printed body. */
const printed = async (markdown: string) =>
  load((await render(markdown, { words, link: (target) => target })).printed, null, false);

describe('text that looks like a tag', () => {
  test.each([
    'Dear <Name>, a Vec<String>.',
    'If a<b and c>d, see.',
    'Write to <info at paper dot org>.',
    'Click <OK>, then <Button>. He said <sic> so.',
    'Dear <Title> <first-name>, type <input>.',
    '<Name>\nis on a line of its own.',
    '> <Name>\n> is quoted.',
    '- one <Item>\n- two </Item>',
    'A line <?php echo 1 ?> of code.',
    'An <![CDATA[old]]> mark.',
  ])('is printed as it is written: %j', async (markdown) => {
    const $ = await printed(markdown);
    const plain = markdown.replaceAll(/^(?:> |- )/gm, '').replaceAll(/\s+/g, ' ');
    expect($.root().text().replaceAll(/\s+/g, ' ').trim()).toBe(plain);
    expect($('b')).toHaveLength(0);
  });

  test('within HTML is printed too', async () => {
    const $ = await printed('<div>\nDear <Name>\n</div>\n\n<pre>\nVec<String>\n</pre>');
    expect($('div').text().trim()).toBe('Dear <Name>');
    expect($('pre').text().trim()).toBe('Vec<String>');
  });

  test('leaves the Markdown around it alone', async () => {
    const $ = await printed('<Name>\nis *here*.[^1]\n\n[^1]: A note about <Name>.');
    expect($('p > em').text()).toBe('here');
    expect($('[data-footnotes] li').text()).toContain('A note about <Name>.');
  });

  test('stays code in code, a link in a link, and what it is in a drawing', () => {
    for (const markdown of [
      '`Vec<String>` and <jane@paper.example>, <https://paper.example/>',
      '```\n<Name>\n```',
      '<svg viewBox="0 0 1 1"><path d="M0 0"/><linearGradient></linearGradient></svg>',
      '<!-- <Name> -->',
      '<script>if (a<b) print("<Name>")</script>',
      'A <my-widget>custom</my-widget> element, H<sub>2</sub>O, <br> and <img src="a.png" alt>',
    ])
      expect(withPlainSigns(markdown).markdown).toBe(markdown);
  });
});

test('a tag that only XML would close closes', async () => {
  const $ = await printed('<a id="x"/>One. <b/>Two.');
  expect($('a').text()).toBe('');
  expect($('b').text()).toBe('');
  expect($('#at-x')).toHaveLength(1);
});

describe('a tilde', () => {
  test('alone strikes nothing out', async () => {
    const $ = await printed('It is 5~10 euro and lasts 3~4 days. ~Not~ this.');
    expect($('del, s')).toHaveLength(0);
    expect($.root().text().trim()).toBe('It is 5~10 euro and lasts 3~4 days. ~Not~ this.');
  });

  test('strikes out if there are two', async () => {
    const $ = await printed('It is ~~five~~ six, ~~about ~3~~ four.');
    expect($('del').text()).toBe('fiveabout ~3');
  });
});

test('the place of a tag is that in the original', () => {
  const markdown = 'Dear <Name>, 5~10 and 3~4\n<b>x';
  const { rawHtml, placeOf } = withPlainSigns(markdown);
  expect(rawHtml.tags.map(({ start }) => placeOf(start))).toEqual([markdown.indexOf('<b>')]);
});

test('the places of thousands of tags among thousands of signs are found at once', () => {
  const markdown = 'Dear <Name>, 5~10 and 3~4 <b>x</b>\n\n'.repeat(10_000);
  const { rawHtml, placeOf } = withPlainSigns(markdown);
  const began = performance.now();
  const places = rawHtml.tags.map(({ start }) => placeOf(start));
  expect(performance.now() - began).toBeLessThan(500);
  expect(places).toEqual([...markdown.matchAll(/<\/?b>/g)].map(({ index }) => index));
});

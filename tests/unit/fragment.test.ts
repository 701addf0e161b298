import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { readBody } from '../../src/copy/body.ts';
import { fragmentHtml, loadFragment } from '../../src/copy/fragment.ts';

test('A fragment keeps its HTML, and what is changed in it', () => {
  const html = 'Text <p>one</p></div><ul><li>two</li></ul><!-- note -->';
  const $ = loadFragment(html);
  expect(fragmentHtml($)).toBe(html.replace('</div>', ''));
  expect($('p, li').length).toBe(2);
  $('p').replaceWith('<h2>three</h2>');
  $('li').remove();
  expect(fragmentHtml($)).toBe('Text <h2>three</h2><ul></ul><!-- note -->');
});

test.each([
  '</div>text</span>',
  '<p>open <b>bold',
  '<table>x<tr><td>y</table>',
  '<whole-text>z</whole-text></WHOLE-TEXTX>',
  '<li>a</li><h2>b',
  '\n\ntext<!-- c',
  '</body></html>after',
])('A fragment is parsed as without its element: %j', (html) => {
  expect(fragmentHtml(loadFragment(html))).toBe(load(html, null, false).html());
});

test('A fragment has one root to search from, however many parts it has', () => {
  const $ = loadFragment('<p>a</p>'.repeat(1000));
  expect($.root().children()).toHaveLength(1);
  expect($('p')).toHaveLength(1000);
});

test('A body of a hundred thousand paragraphs is read', () => {
  const { empty, pictures } = readBody('a <b>c</b>\n\n'.repeat(100_000));
  expect({ empty, pictures }).toEqual({ empty: false, pictures: [] });
});

import { expect, test } from 'vitest';
import { inlinePlace } from '../../src/copy/inline-place.ts';

const paragraphs = (count: number): string => '<p>One.</p>\n'.repeat(count);

/** The text before the card of another story, and after it. */
const split = (html: string): [string, string] | undefined => {
  const place = inlinePlace(html);
  return place === undefined ? undefined : [html.slice(0, place), html.slice(place)];
};

test('it comes after the fifth paragraph', () => {
  expect(split(paragraphs(12))).toEqual([paragraphs(5).trimEnd(), `\n${paragraphs(7)}`]);
});

test('a short text has none, nor has a text without paragraphs', () => {
  expect(split(paragraphs(7))).toBeUndefined();
  expect(split('')).toBeUndefined();
  expect(split('<ul><li>One.</li></ul>')).toBeUndefined();
});

test('it never comes right before or after a crosshead, a picture or a list', () => {
  for (const between of [
    '<h2 id="at-a">A</h2>',
    '<figure><img src="a>b.jpg"><figcaption>A</figcaption></figure>',
    '<ul><li>One</li></ul>',
  ]) {
    const html = `${paragraphs(5)}${between}${paragraphs(9)}`;
    expect(split(html)?.[0], between).toBe(`${paragraphs(5)}${between}${paragraphs(1).trimEnd()}`);
  }
});

test('paragraphs of quotations, lists and boxes do not count', () => {
  const inner = `<blockquote>${paragraphs(9)}</blockquote>`;
  expect(split(inner + paragraphs(3))).toBeUndefined();
  expect(split(inner + paragraphs(9))?.[0]).toBe(inner + paragraphs(5).trimEnd());
});

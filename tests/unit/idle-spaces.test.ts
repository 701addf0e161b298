import { expect, test } from 'vitest';
import { withoutIdleSpaces } from '../../src/idle-spaces.ts';

test('spaces around blocks go, because no browser shows them', () => {
  expect(
    withoutIdleSpaces('<ul> <li> <a href="/">Home</a> </li>\n<li class="b"> Now </li> </ul>'),
  ).toBe('<ul><li><a href="/">Home</a></li><li class="b">Now</li></ul>');
});

test('words and links in a line stay apart', () => {
  const line = '<p>Read <a href="/a/">this</a> <em>and</em> <img alt="a"> that</p>';
  expect(withoutIdleSpaces(line)).toBe(line);
});

test('what a writer typed into an attribute stays as it is', () => {
  const tag = '<section aria-label="a <p> b > c  \' d" title=\' "x" <li> y \'>x</section>';
  expect(withoutIdleSpaces(`<h1> x </h1> ${tag}`)).toBe(`<h1>x</h1>${tag}`);
});

test.each(['pre', 'textarea', 'script', 'style'])('nothing changes in a %s', (name) => {
  const element = `<${name} class="a"> <p> a </p>\n  b </${name}>`;
  expect(withoutIdleSpaces(`${element}${element}`)).toBe(element + element);
});

test('an element whose name only starts like a block is text', () => {
  expect(withoutIdleSpaces('a <progress></progress> <path /> b')).toBe(
    'a <progress></progress> <path /> b',
  );
});

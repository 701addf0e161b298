import { expect, test } from 'vitest';
import { withoutIdleSpaces } from '../../../src/lean/idle-spaces.ts';

test('spaces around blocks go, because no browser shows them', () => {
  expect(
    withoutIdleSpaces('<ul> <li> <a href="/">Home</a> </li>\n<li class="b"> Now </li> </ul>'),
  ).toBe('<ul><li><a href="/">Home</a></li><li class="b">Now</li></ul>');
});

test('words and links in a line stay apart', () => {
  const line = '<p>Read <a href="/a/">this</a> <em>and</em> <img alt="a"> that</p>';
  expect(withoutIdleSpaces(line)).toBe(line);
});

test('of two spaces in a line, the one outside of an element stays', () => {
  expect(withoutIdleSpaces('<p>By   <strong> <a href="/"> Ann </a> </strong> and Bo</p>')).toBe(
    '<p>By <strong><a href="/">Ann</a></strong> and Bo</p>',
  );
  expect(withoutIdleSpaces('<p><a> One </a> <a> two </a></p>')).toBe(
    '<p><a>One</a> <a>two</a></p>',
  );
});

test('spaces between two elements that each end in one stay, because only style says whether they show', () => {
  const line = '<p>a<b> b </b><i> i </i>c</p>';
  expect(withoutIdleSpaces(line)).toBe(line);
});

test('a line that starts or ends within elements has no space there', () => {
  expect(
    withoutIdleSpaces('<li><a href="/"> Home </a></li> <p>a <br> <b> b</b> <button> c </button> d'),
  ).toBe('<li><a href="/">Home</a></li><p>a<br><b>b</b> <button>c</button> d');
});

test('a space that holds words together stays, wherever it is', () => {
  const line = '<p>\u00A0a <b>\u00A0b\u202F</b></p>';
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

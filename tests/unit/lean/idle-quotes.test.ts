import { expect, test } from 'vitest';
import { withoutIdleQuotes } from '../../../src/lean/idle-quotes.ts';

const inBody = (html: string): string =>
  withoutIdleQuotes(`<head></head><body>${html}</body>`).slice('<head></head><body>'.length, -7);

test('values that are one plain word or address need no quotation marks', () => {
  expect(inBody('<a class="label" href="/a/" data-held>x</a>')).toBe(
    '<a class=label href=/a/ data-held>x</a>',
  );
});

test.each(['a b', 'a>b', 'a=b', "it's", 'a`b', '', 'a\nb'])(
  '%j keeps its quotation marks',
  (value) => {
    expect(inBody(`<p title="${value}" id="b">x</p>`)).toBe(`<p title="${value}" id=b>x</p>`);
  },
);

test('what only looks like an attribute stays as it is', () => {
  const html = `<p title='say class="b" now'>class="b" <b title="<i id='x'>">y</b></p>`;
  expect(inBody(html)).toBe(html);
});

test('an element that a writer typed into an attribute starts nothing', () => {
  expect(inBody('<p title="a <script> b">x</p><p class="c">y</p><script></script>')).toBe(
    '<p title="a <script> b">x</p><p class=c>y</p><script></script>',
  );
});

test('the end of a tag stays apart from a value', () => {
  expect(inBody('<path d="M1"/>')).toBe('<path d="M1"/>');
  expect(inBody('<script>a = \'<b id="c">\'</script>')).toBe('<script>a = \'<b id="c">\'</script>');
});

test('the head keeps them, for programs that read it with patterns', () => {
  const head = '<head><meta property="og:type" content="article"></head>';
  expect(withoutIdleQuotes(`${head}<body class="a">`)).toBe(`${head}<body class=a>`);
});

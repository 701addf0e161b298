import { describe, expect, test } from 'vitest';
import { guidOf } from '../../src/feeds/guid.ts';
import { feedContent, withoutControlCharacters } from '../../src/feeds/item.ts';
import { story } from './stories.ts';

const address = 'https://news.example/paper/2025/02/grain/';
const content = (html: string): string => feedContent(html, address);

describe('a guid', () => {
  const published = story('grain');

  test('never changes: the one of a story named "grain" is fixed', () => {
    expect(guidOf({ id: 'grain' })).toBe('urn:uuid:f5a31f29-a44c-5753-9691-fd74c1d421df');
  });

  test('stays when the headline, the section, the date or the rest of the address changes', () => {
    const changed = story('grain', {
      headline: 'Grain deal falls',
      section: 'sport',
      published: '2026-01-01T00:00:00Z',
      updated: '2026-01-02T00:00:00Z',
      authors: ['another'],
      topics: ['Grain'],
    });
    expect(guidOf(changed)).toBe(guidOf(published));
  });

  test('differs from story to story', () => {
    expect(guidOf(story('grains'))).not.toBe(guidOf(published));
  });

  test.each(['grain', 'що-далі', '北京', ''])('of "%s" is a name-based UUID', (id) => {
    expect(guidOf({ id })).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

test('an imported story keeps its guid', () => {
  expect(guidOf(story('grain', { guid: 'https://old.example/?p=12' }))).toBe(
    'https://old.example/?p=12',
  );
});

describe('the content of a feed', () => {
  test.each([
    ['/paper/about/', 'https://news.example/paper/about/'],
    ['../grain-2/', 'https://news.example/paper/2025/02/grain-2/'],
    ['#note', `${address}#note`],
    ['https://other.example/', 'https://other.example/'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
  ])('makes a link to %s absolute', (href, absolute) => {
    expect(content(`<a href="${href}">x</a>`)).toBe(`<a href="${absolute}">x</a>`);
  });

  test('has pictures with absolute addresses, alternative text and size, in one width', () => {
    const html = content(
      '<img src="/paper/_astro/a.webp" srcset="/paper/_astro/b.webp 2x" sizes="100vw" alt="A &amp; B" width="2" height="1" loading="lazy">',
    );
    expect(html).toBe(
      '<img src="https://news.example/paper/_astro/a.webp" alt="A &amp; B" width="2" height="1" />',
    );
  });

  test('keeps plain markup', () => {
    const html =
      '<h2>A</h2><p><em>b</em> <strong>c</strong><sup>d</sup></p><blockquote>e</blockquote>' +
      '<figure><figcaption>f</figcaption></figure><table><tr><td colspan="2">g</td></tr></table>';
    expect(content(html)).toBe(html);
  });

  test.each([
    ['scripts', '<script>alert(1)</script>', ''],
    ['styles', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['frames', '<iframe src="https://evil.example"></iframe>', ''],
    ['classes and ids', '<p class="video" id="a">b</p>', '<p>b</p>'],
    [
      'attributes for the page’s scripts',
      '<a href="https://v.example/" data-embed="x">v</a>',
      '<a href="https://v.example/">v</a>',
    ],
    [
      'the page’s note about an embedded video',
      '<p class="embed"><a href="https://v.example/">v</a> <small data-part="embed-note">Nothing.</small></p>',
      '<p><a href="https://v.example/">v</a> </p>',
    ],
    ['disclosure boxes', '<details><summary>More</summary>Text</details>', '<p>More</p>Text'],
    ['boxes of the page', '<div class="table" tabindex="0"><p>a</p></div>', '<p>a</p>'],
    ['addresses that run code', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['invalid addresses', '<a href="https://">a</a>', '<a>a</a>'],
  ])('leaves out %s', (_, html, remains) => {
    expect(content(html)).toBe(remains);
  });

  test('has no characters that XML forbids, not even as entities', () => {
    expect(content('<p>a\u0000b\u000Bc&#8;d\uFFFFe</p>')).toBe('<p>abcde</p>');
  });
});

test('tabs, line breaks and letters are not control characters', () => {
  const text = 'a\tb\nc\r\nдé北😀';
  expect(withoutControlCharacters(text)).toBe(text);
  expect(withoutControlCharacters('a\u0001\u001Fb\uFFFE')).toBe('ab');
});

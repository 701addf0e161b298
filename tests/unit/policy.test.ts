import { describe, expect, test } from 'vitest';
import { embedOf } from '../../src/copy/embeds.ts';
import { elementsOf, type PageElement } from '../../src/policy/elements.ts';
import { inlineOf } from '../../src/policy/inline.ts';
import { partsOf } from '../../src/policy/parts.ts';
import { needsOf } from '../../src/policy/needs.ts';
import { mergeOrigins } from '../../src/policy-origins.ts';
import { policyIn, sitePolicy } from '../../src/policy/site-policy.ts';
import { publication } from '../../src/publication.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { policyFor, policyOf, withLoaders, withPolicy } from '../../src/policy/policy.ts';
import { findingsOf } from '../csp-findings.ts';

/** The SHA-256 of "alert(1)", as browsers print it. */
const alertOne = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test('a page that new entries come to allows what they may bring, and no more', () => {
  const parts = partsOf(publicationSchema.parse(publication));
  const live = needsOf(elementsOf('<article data-live="/a/live.json"></article>'), parts);
  expect(live['script-src']).toEqual(["'self'"]);
  expect(live['media-src']).toEqual(["'self'"]);
  const frames = [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://vimeo.com/123456',
    'https://x.com/paper/status/1',
    'https://www.instagram.com/p/abc/',
    'https://www.tiktok.com/@paper/video/1',
    'https://bsky.app/profile/paper.example/post/1',
  ].map((address) => new URL(embedOf(address)?.frame ?? '').origin);
  expect(live['frame-src']).toEqual(frames);
  expect(needsOf(elementsOf('<article></article>'), parts)).toEqual({});
});

describe('inline code', () => {
  test('is named by the hash that browsers compute', () => {
    expect(inlineOf(elementsOf('<script>alert(1)</script><style>alert(1)</style>'))).toEqual({
      scripts: [alertOne],
      styles: [alertOne],
    });
  });

  test.each([
    ['a module', '<script type="module">alert(1)</script>', 1],
    ['speculation rules', '<script type="speculationrules">alert(1)</script>', 1],
    ['data', '<script type="application/ld+json">alert(1)</script>', 0],
    ['an external script', '<script src="/a.js"></script>', 0],
    ['text about scripts', '<p>&lt;script>alert(1)&lt;/script></p>', 0],
    ['a script in a description', '<img alt="</script><script>alert(1)</script>">', 0],
    ['a script in data', '<script type="application/ld+json">"<script>"</script>', 0],
  ])('is counted correctly for %s', (_, html, count) => {
    expect(inlineOf(elementsOf(html)).scripts).toHaveLength(count);
  });
});

describe('a policy', () => {
  const inline = { scripts: [alertOne], styles: ["'sha256-x'"] };

  test('of a page that loads nothing allows its inline code and the paper’s own pictures', () => {
    expect(policyFor(inline)).toBe(
      `default-src 'none';img-src 'self';font-src 'self';form-action 'self';connect-src 'self';` +
        `script-src ${alertOne};style-src 'sha256-x';manifest-src 'self';base-uri 'none'`,
    );
  });

  test('never allows anything unnamed, inline or evaluated', () => {
    const origins = { 'script-src': ['https://a.example'], 'frame-src': ['https://b.example'] };
    for (const policy of [policyFor(inline), policyFor(inline, origins)]) {
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:|https?:(?!\/\/)/);
    }
  });

  test('adds each origin that a part declares once, and trusts what its script loads', () => {
    const comments = { 'script-src': ["'self'"], 'connect-src': ['https://c.example'] };
    const search = { 'connect-src': ['https://c.example', "'self'"] };
    const policy = policyFor(inline, comments, search);
    expect(policy).toContain(`script-src 'self' 'strict-dynamic' ${alertOne};`);
    expect(policy).toContain(`connect-src 'self' https://c.example;`);
  });

  test.each([
    ['alone', []],
    ['with comments', [{ 'script-src': ["'self'"], 'connect-src': ['https://c.example'] }]],
    [
      'with search',
      [{ 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"] }],
    ],
  ])('%s gives Google’s evaluator nothing to report beyond information', (_, needs) => {
    expect(findingsOf(policyFor(inline, ...needs))).toEqual([]);
  });
});

describe('what a page needs', () => {
  const search = {
    isMark: ({ attributes }: PageElement) => attributes['role'] === 'search',
    origins: { 'connect-src': ["'self'"] },
  };
  const needs = (html: string) => needsOf(elementsOf(html), [search]);

  test('is what its parts declare, and the hosts of its videos', () => {
    expect(needs('<form role="search"></form>')).toEqual({ 'connect-src': ["'self'"] });
    expect(needs('<a data-embed="https://film.example/1">')).toEqual({
      'frame-src': ['https://film.example'],
    });
    expect(needs('<audio src="/a.mp3"></audio><video src="https://b.example/c.mp4">')).toEqual({
      'media-src': ["'self'", 'https://b.example'],
    });
  });

  test('is nothing if a story only mentions them', () => {
    expect(needs('<p>&lt;form role="search"> and a data-embed="https://evil.example"</p>')).toEqual(
      {},
    );
  });
});

test('the needs of several parts are merged without duplicates', () => {
  expect(
    mergeOrigins({ 'img-src': ['a', 'b'] }, {}, { 'img-src': ['b', 'c'], 'frame-src': ['d'] }),
  ).toEqual({ 'img-src': ['a', 'b', 'c'], 'frame-src': ['d'] });
});

test('an external script is loaded by one that the policy trusts', () => {
  const html = withLoaders('<p>a</p><script type="module" src="/_astro/a.js"></script>');
  expect(html).not.toMatch(/<script[^>]+src/);
  expect(html).toContain("src:'/_astro/a.js'");
  expect(inlineOf(elementsOf(html)).scripts).toHaveLength(1);
});

describe('the policy of a whole paper', () => {
  const one = policyFor({ scripts: ["'sha256-b'"], styles: ["'sha256-x'"] });
  const other = policyFor(
    { scripts: ["'sha256-a'"], styles: ["'sha256-x'"] },
    { 'script-src': ["'self'"], 'connect-src': ['https://c.example'] },
  );

  test('allows what any page needs, and no framing', () => {
    expect(sitePolicy([one, other, one])).toBe(
      "default-src 'none';img-src 'self';font-src 'self';form-action 'self';connect-src 'self' https://c.example;" +
        "script-src 'self' 'sha256-a' 'sha256-b' 'strict-dynamic';style-src 'sha256-x';" +
        "manifest-src 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  test('does not depend on the order of pages', () => {
    const [bare, searching] = [policyFor({ scripts: [], styles: [] }), one];
    expect(sitePolicy([searching, bare])).toBe(sitePolicy([bare, searching]));
  });

  test('is read from the pages', () => {
    expect(policyIn(withPolicy('<head><meta charset="utf-8">', one))).toBe(one);
    expect(policyIn('<head><meta charset="utf-8">')).toBeUndefined();
  });
});

test('a page carries its policy before anything that it governs', () => {
  const html = '<html><head><meta charset="utf-8"> <title>x</title><script>alert(1)</script>';
  expect(withPolicy(html, "default-src 'none'")).toBe(
    `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"> <title>x</title><script>alert(1)</script>`,
  );
});

test('a page may load the file of a script, whatever part of the paper it belongs to', () => {
  const html = withLoaders('<p>a</p><script type="module" src="/_astro/a.js"></script>');
  expect(policyOf(html, [])).toMatch(/script-src 'self' 'strict-dynamic' 'sha256-/);
  expect(policyOf('<p>a</p><script>alert(1)</script>', [])).not.toContain('strict-dynamic');
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { localAddress } from '../../comments-server/address.ts';
import { findingsOf } from '../csp-findings.ts';
import { papers } from '../papers.ts';
import { printed, type PrintedPage } from './printed.ts';

const policyOf = ({ $ }: PrintedPage): string =>
  $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';

const sourcesOf = (policy: string, directive: string): string[] =>
  policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .find(([name]) => name === directive)
    ?.slice(1) ?? [];

/** The hashes of a page's inline code, as a browser computes them. */
const hashesIn = ({ $ }: PrintedPage, elements: string): string[] => [
  ...new Set(
    $(elements)
      .toArray()
      .map((element) => $(element).text())
      .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  ),
];

const scripts = 'script:not([src]):not([type="application/ld+json"])';

describe.each(papers.map(({ name }) => name))('in the paper %s', (name) => {
  const { pages, textPages, redirects } = printed(name);
  const all = [...pages, ...textPages, ...redirects];

  test('every page has one policy, which forbids everything it does not name', () => {
    for (const page of all) {
      expect(page.$('meta[http-equiv="Content-Security-Policy"]').length, page.path).toBe(1);
      const policy = policyOf(page);
      expect(sourcesOf(policy, 'default-src'), page.path).toEqual(["'none'"]);
      expect(policy, page.path).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    }
  });

  test('a policy names the inline scripts and styles of its page by their hashes, and no others', () => {
    for (const page of all) {
      for (const [directive, elements] of [
        ['script-src', scripts],
        ['style-src', 'style'],
      ] as const) {
        const named = sourcesOf(policyOf(page), directive).filter((one) => one.includes('sha256'));
        expect(named.toSorted(), `${page.path} ${directive}`).toEqual(
          hashesIn(page, elements).toSorted(),
        );
      }
    }
  });

  test('Google’s evaluator reports nothing beyond information for any policy', () => {
    // In the tests, the comments server is local, without TLS.
    const policies = new Set(all.map((page) => policyOf(page).replaceAll(localAddress, "'self'")));
    const found = [...policies].flatMap((policy) =>
      findingsOf(policy).map((finding) => `${finding} ${policy}`),
    );
    expect(found).toEqual([]);
  });
});

test('a page allows only the paper’s own host, unless something on it needs more', () => {
  for (const page of printed('home').pages) {
    const others = policyOf(page).match(/https?:\/\/[^\s;]+/g) ?? [];
    const embeds = page.$('[data-embed], audio, video');
    if (embeds.length === 0) expect(others, page.path).toEqual([]);
  }
});

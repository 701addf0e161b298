import { describe, expect, test } from 'vitest';
import { hostLimitMistakes } from '../../src/check/host-limit-mistakes.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import { within } from '../../src/hosts/limits.ts';
import { sortRedirects } from '../../src/hosts/redirect.ts';
import type { Host } from '../../src/schemas/hosting.ts';
import { movedPaper } from './moved-paper.ts';

/** The given number of old addresses of each kind. */
const redirects = ({ exact = 0, queried = 0, folders = 0 }) =>
  sortRedirects([
    ...Array.from({ length: exact }, (_, n): [string, string] => [`/old/${n}/`, '/new/']),
    ...Array.from({ length: queried }, (_, n): [string, string] => [`/?p=${n + 1}`, '/new/']),
    ...Array.from({ length: folders }, (_, n): [string, string] => [`/folder/${n}/*`, '/new/']),
  ]);

const reported = (counts: Parameters<typeof redirects>[0], ...hosts: Host[]) => {
  const { mistakes, warnings } = hostLimitMistakes(redirects(counts), hosts, 'publication.ts');
  return {
    mistakes: mistakes.map(({ found }) => found),
    warnings: warnings.map(({ found }) => found),
  };
};

const nothing = { mistakes: [], warnings: [] };

describe('Cloudflare Pages', () => {
  test('allows 2,000 old addresses and 100 old folders', () => {
    expect(reported({ exact: 2000, folders: 100 }, 'cloudflare-pages')).toEqual(nothing);
  });

  test('leaves further addresses to redirect pages, with a warning', () => {
    expect(reported({ exact: 2001 }, 'cloudflare-pages')).toEqual({
      mistakes: [],
      warnings: ['Cloudflare Pages, which takes only 2000 of this paper’s 2001 old addresses'],
    });
  });

  test('would lose further folders, which is reported as a mistake', () => {
    expect(
      hostLimitMistakes(redirects({ folders: 101 }), ['cloudflare-pages'], 'publication.ts')
        .mistakes,
    ).toEqual([
      {
        file: 'publication.ts',
        field: 'hosting.hosts',
        found:
          'Cloudflare Pages, which takes only 100 of this paper’s 101 folders of old addresses',
        expected: 'at most 100 folders of old addresses on Cloudflare Pages',
        fix: 'Combine several into one folder in redirects.yaml, or choose another host.',
      },
    ]);
  });

  test('has no rules for queries, with a warning', () => {
    expect(reported({ queried: 3 }, 'cloudflare-pages')).toEqual({
      mistakes: [],
      warnings: [
        'Cloudflare Pages, which takes only 0 of this paper’s 3 old addresses with a query',
      ],
    });
  });

  test('gets a file within its limits', () => {
    const served = {
      ...movedPaper(),
      redirects: redirects({ exact: 3000, queried: 9, folders: 100 }),
    };
    const { _redirects = '' } = hostFiles(served, ['cloudflare-pages']).root;
    const lines = _redirects.trim().split('\n');
    expect(lines.filter((line) => line.includes('*')).length).toBe(100);
    expect(lines.filter((line) => !line.includes('*')).length).toBe(2000);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1000);
    // Rules without a wildcard must come first.
    expect(lines.slice(0, 2000).join('')).not.toContain('*');
  });
});

test('Vercel allows 2,048 rules in total, and folders and queries come first', () => {
  expect(reported({ exact: 1000, queried: 1000, folders: 48 }, 'vercel')).toEqual(nothing);
  const taken = within(redirects({ exact: 1000, queried: 1000, folders: 100 }), 'vercel');
  expect([taken.folders.length, taken.queried.length, taken.exact.length]).toEqual([
    100, 1000, 948,
  ]);
  expect(reported({ queried: 2049 }, 'vercel').mistakes).toEqual([
    'Vercel, which takes only 2048 of this paper’s 2049 old addresses with a query',
  ]);
});

test('Apache gets a thousand, because it reads them on every request', () => {
  const served = { ...movedPaper(), redirects: redirects({ exact: 5000 }) };
  const { '.htaccess': rules = '' } = hostFiles(served, ['apache']).paper;
  expect(rules.match(/R=301/g)?.length).toBe(1000);
});

test('GitHub Pages has no rules: every address that can have a redirect page gets one', () => {
  expect(reported({ exact: 9 }, 'github-pages')).toEqual(nothing);
  expect(reported({ folders: 2, queried: 1 }, 'github-pages').warnings.length).toBe(2);
});

test('CloudFront’s key value store is limited to an import file of 5 MB', () => {
  const served = { ...movedPaper(), redirects: redirects({ exact: 90_000, queried: 500 }) };
  const { 'cloudfront/redirects.json': file = '' } = hostFiles(served, ['cloudfront']).outside;
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(5 * 1024 * 1024);
  expect(file).toContain('"/?p=500"');
});

test.each(['netlify', 'nginx', 'caddy'] as const)('%s allows any number', (host) => {
  expect(reported({ exact: 5000, queried: 5000, folders: 500 }, host)).toEqual(nothing);
});

test('the limits of a host that was not chosen do not stop a build', () => {
  expect(reported({ folders: 500, queried: 5000 })).toEqual(nothing);
});

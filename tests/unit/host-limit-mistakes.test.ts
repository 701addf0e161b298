import { describe, expect, test } from 'vitest';
import { hostLimitMistakes } from '../../src/check/host-limit-mistakes.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import { within } from '../../src/hosts/limits.ts';
import { sortRedirects } from '../../src/hosts/redirect.ts';
import type { Host } from '../../src/schemas/hosting.ts';
import { movedPaper } from './moved-paper.ts';

/** So many old addresses of each kind. */
const redirects = ({ exact = 0, queried = 0, folders = 0 }) =>
  sortRedirects([
    ...Array.from({ length: exact }, (_, n): [string, string] => [`/old/${n}/`, '/new/']),
    ...Array.from({ length: queried }, (_, n): [string, string] => [`/?p=${n + 1}`, '/new/']),
    ...Array.from({ length: folders }, (_, n): [string, string] => [`/folder/${n}/*`, '/new/']),
  ]);

const told = (counts: Parameters<typeof redirects>[0], ...hosts: Host[]) => {
  const { mistakes, warnings } = hostLimitMistakes(redirects(counts), hosts, 'publication.ts');
  return {
    mistakes: mistakes.map(({ found }) => found),
    warnings: warnings.map(({ found }) => found),
  };
};

const nothing = { mistakes: [], warnings: [] };

describe('Cloudflare Pages', () => {
  test('takes 2,000 old addresses and 100 folders of them', () => {
    expect(told({ exact: 2000, folders: 100 }, 'cloudflare-pages')).toEqual(nothing);
  });

  test('leaves further addresses to their pages, which is worth a warning', () => {
    expect(told({ exact: 2001 }, 'cloudflare-pages')).toEqual({
      mistakes: [],
      warnings: ['Cloudflare Pages, which takes only 2000 of this paper’s 2001 old addresses'],
    });
  });

  test('would lose further folders, which is a mistake', () => {
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

  test('has no rules for queries, which is worth a warning', () => {
    expect(told({ queried: 3 }, 'cloudflare-pages')).toEqual({
      mistakes: [],
      warnings: [
        'Cloudflare Pages, which takes only 0 of this paper’s 3 old addresses with a query',
      ],
    });
  });

  test('gets a file that is within its limits', () => {
    const served = {
      ...movedPaper(),
      redirects: redirects({ exact: 3000, queried: 9, folders: 100 }),
    };
    const { _redirects = '' } = hostFiles(served, ['cloudflare-pages']).root;
    const lines = _redirects.trim().split('\n');
    expect(lines.filter((line) => line.includes('*')).length).toBe(100);
    expect(lines.filter((line) => !line.includes('*')).length).toBe(2000);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1000);
    // Rules without a star must come first.
    expect(lines.slice(0, 2000).join('')).not.toContain('*');
  });
});

test('Vercel takes 2,048 of all kinds together; folders and queries come first', () => {
  expect(told({ exact: 1000, queried: 1000, folders: 48 }, 'vercel')).toEqual(nothing);
  const taken = within(redirects({ exact: 1000, queried: 1000, folders: 100 }), 'vercel');
  expect([taken.folders.length, taken.queried.length, taken.exact.length]).toEqual([
    100, 1000, 948,
  ]);
  expect(told({ queried: 2049 }, 'vercel').mistakes).toEqual([
    'Vercel, which takes only 2048 of this paper’s 2049 old addresses with a query',
  ]);
});

test('Apache is given a thousand, because it reads them at every request', () => {
  const served = { ...movedPaper(), redirects: redirects({ exact: 5000 }) };
  const { '.htaccess': rules = '' } = hostFiles(served, ['apache']).paper;
  expect(rules.match(/R=301/g)?.length).toBe(1000);
});

test('GitHub Pages has no rules: a page leads on from every address that can have one', () => {
  expect(told({ exact: 9 }, 'github-pages')).toEqual(nothing);
  expect(told({ folders: 2, queried: 1 }, 'github-pages').warnings.length).toBe(2);
});

test('CloudFront’s key value store is made from a file of 5 MB', () => {
  const served = { ...movedPaper(), redirects: redirects({ exact: 90_000, queried: 500 }) };
  const { 'cloudfront/redirects.json': file = '' } = hostFiles(served, ['cloudfront']).outside;
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(5 * 1024 * 1024);
  expect(file).toContain('"/?p=500"');
});

test.each(['netlify', 'nginx', 'caddy'] as const)('%s takes all', (host) => {
  expect(told({ exact: 5000, queried: 5000, folders: 500 }, host)).toEqual(nothing);
});

test('a host that nobody has chosen is no reason to stop', () => {
  expect(told({ folders: 500, queried: 5000 })).toEqual(nothing);
});

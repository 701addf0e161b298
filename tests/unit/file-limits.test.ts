import { describe, expect, test } from 'vitest';
import { overFileLimits, type PublishedFile } from '../../src/hosts/file-limits.ts';
import { hosts } from '../../src/schemas/hosting.ts';

const files = (count: number, folder: string, bytes = 1): PublishedFile[] =>
  Array.from({ length: count }, (_, n) => [`${folder}${n}.html`, bytes]);

describe('a paper that is too large for its host', () => {
  test('is told so, with what the host takes and what the paper has', () => {
    expect(overFileLimits(files(20_001, ''), ['cloudflare-pages'])).toEqual([
      'Cloudflare Pages takes 20,000 files, or 100,000 on paid plans; the paper has 20,001.',
    ]);
    expect(overFileLimits(files(54_001, 'cards/'), ['netlify'])).toEqual([
      'Netlify takes 54,000 files in one folder; cards/ has 54,001.',
    ]);
    expect(overFileLimits(files(3, '', 400_000_000), ['github-pages'])).toEqual([
      'GitHub Pages takes 1 GB; the paper has 1.2 GB.',
    ]);
  });

  test('is told nothing that another host would mind, nor where it just fits', () => {
    const many = [...files(50_000, 'cards/'), ...files(50_000, '_astro/')];
    expect(overFileLimits(many, ['netlify', 'nginx'])).toEqual([]);
    expect(overFileLimits(many, [])).toEqual([]);
    expect(overFileLimits(files(20_000, '', 50_000), hosts)).toEqual([]);
  });
});

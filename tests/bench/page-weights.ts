import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { hasStory } from '../../src/search/story-page.ts';
import { pageLimits } from '../budgets.ts';

/** The heaviest page of a kind. */
export interface Weight {
  kind: string;
  address: string;
  /** HTML with all its CSS, gzip -9. */
  bytes: number;
  limit: number;
}

const kindOf = (address: string, html: string): string => {
  if (address.startsWith('/text/')) return 'text edition';
  if (hasStory(html)) return 'article';
  const [first = '', second = ''] = address.split('/').filter(Boolean);
  if (first === '') return 'front';
  if (['topic', 'author', 'archive'].includes(first))
    return second === '' ? `all of ${first}` : first;
  return /^\d+$/.test(second) || second === '' ? 'section or page' : first;
};

/** The heaviest page of each kind in a built paper. Of the articles, only every hundredth is weighed. */
export const pageWeights = async (dir: string): Promise<Weight[]> => {
  const heaviest = new Map<string, Weight>();
  let articles = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.html')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path
      .relative(dir, file)
      .replaceAll('\\', '/')
      .replace(/index\.html$/, '')}`;
    const isStory = /^\/(?:text\/)?\d{4}\//.test(address);
    if (isStory && (articles += 1) % 100 !== 0) continue;
    const html = await readFile(file, 'utf8');
    const kind = kindOf(address, html);
    const bytes = gzipSync(html, { level: 9 }).length;
    const limit = kind === 'article' ? pageLimits.article : pageLimits.other;
    if (bytes > (heaviest.get(kind)?.bytes ?? -1))
      heaviest.set(kind, { kind, address, bytes, limit });
  }
  return [...heaviest.values()].sort((a, b) => b.bytes - a.bytes);
};

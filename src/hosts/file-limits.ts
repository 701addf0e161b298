import type { Host } from '../schemas/hosting.ts';

/** A published file: its path from the folder of the paper, and its size in bytes. */
export type PublishedFile = readonly [path: string, bytes: number];

const shown = (count: number): string => count.toLocaleString('en');

/** The folder with most files in it, and how many that are. */
const fullestFolder = (files: readonly PublishedFile[]): [folder: string, count: number] => {
  const counts = new Map<string, number>();
  for (const [path] of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
};

/** What hosts take of one site, as documented by them: docs/performance.md has the sources. */
const limits: Partial<Record<Host, (files: readonly PublishedFile[]) => string | undefined>> = {
  'cloudflare-pages': ({ length }) =>
    length > 20_000
      ? `Cloudflare Pages takes 20,000 files, or 100,000 on paid plans; the paper has ${shown(length)}.`
      : undefined,
  netlify: (files) => {
    const [folder, count] = fullestFolder(files);
    return count > 54_000
      ? `Netlify takes 54,000 files in one folder; ${folder} has ${shown(count)}.`
      : undefined;
  },
  'github-pages': (files) => {
    const bytes = files.reduce((sum, [, size]) => sum + size, 0);
    return bytes > 1_000_000_000
      ? `GitHub Pages takes 1 GB; the paper has ${(bytes / 1_000_000_000).toFixed(1)} GB.`
      : undefined;
  },
};

/**
 * What a paper has too much of for its hosts.
 * @param hosts those that the publisher has chosen
 * @returns a sentence for each
 */
export const overFileLimits = (files: readonly PublishedFile[], hosts: readonly Host[]): string[] =>
  hosts.flatMap((host) => limits[host]?.(files) ?? []);

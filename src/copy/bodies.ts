import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A body of copy: its Markdown, and the HTML made from it. */
export interface RenderedBody {
  markdown: string;
  /** Sanitised. Pictures are still placeholders, which Astro resolves later. */
  html: string;
  /** The paths of its pictures, as the Markdown has them. */
  pictures: string[];
}

/** Bodies cached from build to build, by a digest of everything that decides their HTML. */
export interface Bodies {
  has: (digest: string) => boolean;
  write: (digest: string, body: RenderedBody) => void;
  /** Deletes all others. */
  keepOnly: (digests: ReadonlySet<string>) => void;
}

const fileOf = (folder: string, digest: string): string => join(folder, `${digest}.json`);

/**
 * Opens the cached bodies of a collection. They are separate files, outside Astro's data store: Astro parses, bundles
 * and loads its store as one piece in every build, and bodies would make up nine tenths of it.
 */
export const openBodies = (folder: string): Bodies => {
  mkdirSync(folder, { recursive: true });
  const cached = new Set(readdirSync(folder).map((name) => name.replace(/\.json$/, '')));
  return {
    has: (digest) => cached.has(digest),
    write: (digest, body) => {
      writeFileSync(fileOf(folder, digest), JSON.stringify(body));
      cached.add(digest);
    },
    keepOnly: (digests) => {
      for (const digest of cached) {
        if (!digests.has(digest)) rmSync(fileOf(folder, digest), { force: true });
      }
    },
  };
};

/**
 * Reads a body from the loader's cache.
 * @throws when it is missing, because somebody emptied the cache during the build
 */
export const readRenderedBody = (folder: string, digest: string): RenderedBody =>
  JSON.parse(readFileSync(fileOf(folder, digest), 'utf8')) as RenderedBody;

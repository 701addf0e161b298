import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { keptSuffix, readKept, writeKept } from '../kept.ts';

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
  /** Whether a body is there, as it was written. */
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
  const cached = new Set(readdirSync(folder));
  const nameOf = (digest: string): string => basename(fileOf(folder, digest)) + keptSuffix;
  return {
    has: (digest) => cached.has(nameOf(digest)) && readKept(fileOf(folder, digest)) !== undefined,
    write: (digest, body) => {
      writeKept(fileOf(folder, digest), JSON.stringify(body));
    },
    keepOnly: (digests) => {
      const wanted = new Set([...digests].map(nameOf));
      for (const name of cached) {
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      }
    },
  };
};

/**
 * Reads a body from the loader's cache.
 * @throws when it is missing or damaged, because somebody changed the cache during the build
 */
export const readRenderedBody = (folder: string, digest: string): RenderedBody => {
  const file = fileOf(folder, digest);
  const kept = readKept(file);
  if (!kept) {
    throw new Error(
      `${file}${keptSuffix} was changed or deleted while the paper was being built. Build again.`,
    );
  }
  return JSON.parse(kept.toString('utf8')) as RenderedBody;
};

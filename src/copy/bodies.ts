import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A body, as it is written and as it is printed. */
export interface SetBody {
  markdown: string;
  /** Sanitised; pictures are still marks, for Astro to resolve. */
  html: string;
  /** The pictures that it shows, as it names them. */
  pictures: string[];
}

/** Bodies that are kept from build to build, by a digest of all that decides them. */
export interface Bodies {
  has: (digest: string) => boolean;
  write: (digest: string, body: SetBody) => void;
  /** Forgets all others. */
  keepOnly: (digests: ReadonlySet<string>) => void;
}

const fileOf = (folder: string, digest: string): string => join(folder, `${digest}.json`);

/**
 * Opens the bodies of a collection. They are files of their own, not a part of Astro's data store: that is parsed,
 * bundled and loaded as one piece in every build, and a paper's bodies are nine tenths of it.
 */
export const openBodies = (folder: string): Bodies => {
  mkdirSync(folder, { recursive: true });
  const there = new Set(readdirSync(folder).map((name) => name.replace(/\.json$/, '')));
  return {
    has: (digest) => there.has(digest),
    write: (digest, body) => {
      writeFileSync(fileOf(folder, digest), JSON.stringify(body));
      there.add(digest);
    },
    keepOnly: (digests) => {
      for (const digest of there) {
        if (!digests.has(digest)) rmSync(fileOf(folder, digest), { force: true });
      }
    },
  };
};

/**
 * Reads a body that the loader has kept.
 * @throws when it is not there, which is so when the folder was emptied during the build
 */
export const readSetBody = (folder: string, digest: string): SetBody =>
  JSON.parse(readFileSync(fileOf(folder, digest), 'utf8')) as SetBody;

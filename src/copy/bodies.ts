import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stampOf } from '../file-stamp.ts';
import { keptSuffix, readKept, writeKept } from '../kept.ts';

/** A body of copy: its Markdown, and the HTML made from it. */
export interface RenderedBody {
  markdown: string;
  /** Sanitised. Pictures are still placeholders, which Astro resolves later. */
  html: string;
  /** The paths of its pictures, as the Markdown has them. */
  pictures: string[];
  /** The addresses on this site that it links to. */
  links: string[];
}

/** Bodies cached from build to build, by a digest of everything that decides their HTML. */
export interface Bodies {
  /** Whether a body is there, as it was written. */
  has: (digest: string) => boolean;
  write: (digest: string, body: RenderedBody) => void;
  /** Deletes all others, and notes what tells next time, without reading them, that these are as they were written. */
  keepOnly: (digests: ReadonlySet<string>) => void;
}

const fileOf = (folder: string, digest: string): string => join(folder, `${digest}.json`);

/** The file that notes the stamps of the bodies in a folder. */
const stampsIn = (folder: string): string => `${folder}-stamps.json`;

const readStamps = (folder: string): Map<string, string> => {
  const kept = readKept(stampsIn(folder));
  return new Map(kept && (JSON.parse(kept.toString('utf8')) as [string, string][]));
};

/**
 * Opens the cached bodies of a collection. They are separate files, outside Astro's data store: Astro parses, bundles
 * and loads its store as one piece in every build, and bodies would make up nine tenths of it.
 */
export const openBodies = (folder: string): Bodies => {
  mkdirSync(folder, { recursive: true });
  const cached = new Set(readdirSync(folder));
  const nameOf = (digest: string): string => basename(fileOf(folder, digest)) + keptSuffix;
  const before = readStamps(folder);
  const stamps = new Map<string, string>();
  const note = (digest: string): string | undefined => {
    const stamp = stampOf(fileOf(folder, digest) + keptSuffix);
    if (stamp !== undefined) stamps.set(digest, stamp);
    return stamp;
  };
  return {
    has: (digest) => {
      if (!cached.has(nameOf(digest))) return false;
      const stamp = note(digest);
      if (stamp !== undefined && stamp === before.get(digest)) return true;
      if (readKept(fileOf(folder, digest)) !== undefined) return true;
      stamps.delete(digest);
      return false;
    },
    write: (digest, body) => {
      writeKept(fileOf(folder, digest), JSON.stringify(body));
    },
    keepOnly: (digests) => {
      const wanted = new Set([...digests].map(nameOf));
      for (const name of cached) {
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      }
      for (const digest of digests) if (!stamps.has(digest)) note(digest);
      writeKept(stampsIn(folder), JSON.stringify([...stamps]));
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

/**
 * How many of the bodies that were read last are remembered, about a hundred megabytes of them: page, text edition and feeds
 * show each in turn. A larger archive would fill the memory.
 */
const mostRemembered = 10_000;

/** Reads bodies as they are asked for. An edit asks for few. */
export const bodyReader = (): typeof readRenderedBody => {
  const remembered = new Map<string, RenderedBody>();
  return (folder, digest) => {
    const name = `${folder}/${digest}`;
    const body = remembered.get(name) ?? readRenderedBody(folder, digest);
    remembered.delete(name);
    remembered.set(name, body);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return body;
  };
};

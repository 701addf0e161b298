import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Whether its text names nothing beside its file but pictures: no files to take along, and no recordings. */
  alone: boolean;
}

/** What is known of a kept body without reading it. */
export type KnownBody = Pick<RenderedBody, 'links' | 'alone'>;

/** Bodies kept from build to build, by a digest of everything that decides their HTML. */
export interface Bodies {
  /** What is known of a kept body; undefined if there is none. Whether it is whole is seen when it is read. */
  known: (digest: string) => KnownBody | undefined;
  write: (digest: string, body: RenderedBody) => void;
  /** Reads a body; undefined if it is missing or not as it was written, so that it has to be rendered again. */
  read: (digest: string) => RenderedBody | undefined;
  /** Deletes all others, and notes what is known of these. */
  keepOnly: (digests: ReadonlySet<string>) => void;
}

const fileOf = (folder: string, digest: string): string => join(folder, `${digest}.json`);

/** The ending of the names of kept bodies. */
const ending = `.json${keptSuffix}`;

/** The file that notes what is known of the bodies in a folder. */
const noteOf = (folder: string): string => `${folder}-known.json`;

/**
 * How many of the bodies that were read last are remembered: page, text edition and feeds show each in turn, one soon after the
 * other. A whole archive would fill the memory.
 */
const mostRemembered = 1000;

/** Opens the kept bodies of a collection. An edit asks for few of them. */
export const openBodies = (folder: string): Bodies => {
  mkdirSync(folder, { recursive: true });
  /** The digests of those that are there, and the names of what else is. */
  const there = new Set<string>();
  const others: string[] = [];
  for (const name of readdirSync(folder)) {
    if (name.endsWith(ending)) there.add(name.slice(0, -ending.length));
    else others.push(name);
  }
  const note = readKept(noteOf(folder))?.toString('utf8') ?? '[]';
  const noted = new Map(JSON.parse(note) as [digest: string, known: KnownBody][]);
  let isNoted = true;
  const noteThat = (digest: string, { links, alone }: KnownBody): void => {
    noted.set(digest, { links, alone });
    isNoted = false;
  };
  const remembered = new Map<string, RenderedBody>();

  const remember = (digest: string, body: RenderedBody): void => {
    // The one that was asked for last comes last.
    remembered.delete(digest);
    remembered.set(digest, body);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  const read = (digest: string): RenderedBody | undefined => {
    const kept = remembered.has(digest) ? undefined : readKept(fileOf(folder, digest));
    const body =
      remembered.get(digest) ?? (kept && (JSON.parse(kept.toString('utf8')) as RenderedBody));
    if (body) remember(digest, body);
    return body;
  };

  return {
    known: (digest) => {
      if (!there.has(digest)) return undefined;
      const known = noted.get(digest);
      if (known) return known;
      const body = read(digest);
      if (body) noteThat(digest, body);
      return body;
    },
    write: (digest, body) => {
      writeKept(fileOf(folder, digest), JSON.stringify(body));
      there.add(digest);
      noteThat(digest, body);
      remembered.delete(digest);
    },
    read,
    keepOnly: (digests) => {
      const remove = (name: string): void => {
        rmSync(join(folder, name), { recursive: true, force: true });
      };
      others.forEach(remove);
      for (const digest of there) if (!digests.has(digest)) remove(digest + ending);
      for (const digest of noted.keys()) {
        if (digests.has(digest)) continue;
        noted.delete(digest);
        isNoted = false;
      }
      if (isNoted) return;
      writeKept(noteOf(folder), JSON.stringify([...noted]));
      isNoted = true;
    },
  };
};

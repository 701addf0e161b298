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
  /** Whether its text names nothing beside its file but pictures: no files to take along, and no recordings. */
  alone: boolean;
}

/** What is known of a kept body without reading it. */
export type KnownBody = Pick<RenderedBody, 'links' | 'alone'>;

/** Bodies kept from build to build, by a digest of everything that decides their HTML. */
export interface Bodies {
  /** What is known of a kept body; undefined if it is not there as it was written, and has to be rendered. */
  known: (digest: string) => KnownBody | undefined;
  write: (digest: string, body: RenderedBody) => void;
  /**
   * Reads a body that is there.
   * @throws when it is missing or damaged, because somebody changed the cache during the build
   */
  read: (digest: string) => RenderedBody;
  /** Deletes all others, and notes what tells next time, without reading them, that these are as they were written. */
  keepOnly: (digests: ReadonlySet<string>) => void;
}

/** A kept body, as the note beside the folder has it. */
type Noted = readonly [digest: string, stamp: string, known: KnownBody];

const fileOf = (folder: string, digest: string): string => join(folder, `${digest}.json`);

/** The file that notes the stamps of the bodies in a folder, and what they link to. */
const noteOf = (folder: string): string => `${folder}-noted.json`;

/**
 * How many of the bodies that were read last are remembered, about a hundred megabytes of them: page, text edition and feeds
 * show each in turn. A larger archive would fill the memory.
 */
const mostRemembered = 10_000;

const parse = (kept: Buffer): RenderedBody => JSON.parse(kept.toString('utf8')) as RenderedBody;

/** Opens the kept bodies of a collection. An edit asks for few of them. */
export const openBodies = (folder: string): Bodies => {
  mkdirSync(folder, { recursive: true });
  const there = new Set(readdirSync(folder));
  const nameOf = (digest: string): string => basename(fileOf(folder, digest)) + keptSuffix;
  const note = readKept(noteOf(folder))?.toString('utf8') ?? '[]';
  const before = new Map((JSON.parse(note) as Noted[]).map((noted) => [noted[0], noted] as const));
  const now = new Map<string, Noted>();
  const remembered = new Map<string, RenderedBody>();
  const stampNow = (digest: string): string | undefined =>
    stampOf(fileOf(folder, digest) + keptSuffix);

  const known = (digest: string): KnownBody | undefined => {
    if (!there.has(nameOf(digest))) return undefined;
    const noted = before.get(digest);
    const stamp = stampNow(digest);
    if (noted && stamp === noted[1]) {
      now.set(digest, noted);
      return noted[2];
    }
    const kept = readKept(fileOf(folder, digest));
    if (!kept) return undefined;
    const { links, alone } = parse(kept);
    if (stamp !== undefined) now.set(digest, [digest, stamp, { links, alone }]);
    return { links, alone };
  };

  return {
    known,
    write: (digest, body) => {
      writeKept(fileOf(folder, digest), JSON.stringify(body));
      there.add(nameOf(digest));
    },
    read: (digest) => {
      const file = fileOf(folder, digest);
      const kept = remembered.has(digest) ? undefined : readKept(file);
      const body = remembered.get(digest) ?? (kept && parse(kept));
      if (!body) {
        throw new Error(
          `${file}${keptSuffix} was changed or deleted while the paper was being built. Build again.`,
        );
      }
      // The one that was asked for last comes last.
      remembered.delete(digest);
      remembered.set(digest, body);
      const [oldest] = remembered.keys();
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return body;
    },
    keepOnly: (digests) => {
      const wanted = new Set([...digests].map(nameOf));
      for (const name of there) {
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      }
      // Those that were written just now have no stamp yet, and are read once more next time.
      const noted = JSON.stringify([...digests].flatMap((digest) => now.get(digest) ?? []));
      if (noted !== note) writeKept(noteOf(folder), noted);
    },
  };
};

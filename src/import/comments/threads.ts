import { readFileSync } from 'node:fs';
import type { SourceEntry } from '../model.ts';
import { oneLine } from '../writer/limits.ts';
import { commentText } from '../words/comment.ts';

/** A comment as the comments file holds it. There are no e-mail addresses and no IP addresses in it. */
export interface ImportedComment {
  /** Its id in the source. */
  id: string;
  /** The comment that it answers, if that was brought too. */
  parent?: string | undefined;
  name: string;
  /** The commenter's own page. */
  link?: string | undefined;
  /** ISO 8601 in UTC. */
  moment: string;
  /** Markdown. */
  text: string;
}

/** The comments under a story. */
export interface Thread {
  /** The path of the story, percent-encoded, as comment services name threads. */
  path: string;
  comments: ImportedComment[];
}

/** Whoever gave no name. */
const anonymous = 'Anonymous';

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\/[^\s<>"']+$/i.test(url) && URL.canParse(url);

/**
 * The approved comments of an entry, each after the one that it answers. A comment that answers one that is not brought
 * hangs under the nearest one above it that is.
 * @param path what names the thread: an address of the story, without a base path
 */
export const threadOf = (entry: SourceEntry, path: string): Thread | undefined => {
  const all = new Map(entry.comments.map((comment) => [comment.id, comment]));
  const brought = new Set(
    entry.comments
      .filter(({ isApproved, isPing, html }) => isApproved && !isPing && commentText(html) !== '')
      .map(({ id }) => id),
  );
  const parentOf = (id: string): string | undefined => {
    const seen = new Set([id]);
    let above = all.get(id)?.parent;
    while (above !== undefined && !brought.has(above)) {
      if (seen.has(above)) return undefined;
      seen.add(above);
      above = all.get(above)?.parent;
    }
    return above === id ? undefined : above;
  };
  const comments = entry.comments
    .filter(({ id }) => brought.has(id))
    .map(({ id, name, link, moment, html }): ImportedComment => {
      const shown = oneLine(name);
      return {
        id,
        parent: parentOf(id),
        name: shown === '' || /\S@\S/.test(shown) ? anonymous : shown.slice(0, 100),
        link: isWebAddress(link) ? link : undefined,
        moment,
        text: commentText(html),
      };
    })
    .sort((a, b) => Date.parse(a.moment) - Date.parse(b.moment));
  if (comments.length === 0) return undefined;
  return { path: new URL(path, 'https://paper.invalid').pathname, comments };
};

/** The comments file: threads in the order of their addresses. */
export const threadsAsText = (threads: readonly Thread[]): string => {
  const sorted = [...threads].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ version: 1, threads: sorted }, null, 2)}\n`;
};

/** The threads in a comments file; none if it is not there or cannot be read. */
export const readThreads = (file: string): Thread[] => {
  try {
    const { threads } = JSON.parse(readFileSync(file, 'utf8')) as { threads?: Thread[] };
    return threads ?? [];
  } catch {
    return [];
  }
};

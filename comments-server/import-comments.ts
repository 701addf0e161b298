import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A comment in the file that `npm run import` writes. */
interface ImportedComment {
  id: string;
  parent?: string;
  name: string;
  link?: string;
  /** ISO 8601 in UTC. */
  moment: string;
  /** Markdown. */
  text: string;
}

interface CommentsFile {
  version: 1;
  threads: { path: string; comments: ImportedComment[] }[];
}

/** What an import of comments did. */
export interface ImportedComments {
  added: number;
  /** Comments that an earlier import added. */
  known: number;
}

const isComment = (value: unknown): value is ImportedComment => {
  const comment = value as Partial<ImportedComment> | null;
  return (
    typeof comment === 'object' &&
    [comment?.id, comment?.name, comment?.moment, comment?.text].every(
      (part) => typeof part === 'string',
    ) &&
    !Number.isNaN(Date.parse(comment?.moment ?? ''))
  );
};

/**
 * Reads a comments file.
 * @throws if it is not one, with a message that says so
 */
const readFile = (file: string): CommentsFile => {
  let content: Partial<CommentsFile> | null;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as Partial<CommentsFile> | null;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const threads: unknown = content?.threads;
  const isWhole =
    content?.version === 1 &&
    Array.isArray(threads) &&
    threads.every(
      (thread: Partial<CommentsFile['threads'][number]> | null) =>
        typeof thread?.path === 'string' &&
        Array.isArray(thread.comments) &&
        thread.comments.every(isComment),
    );
  if (!isWhole) throw new Error(`${file}: not a comments file as npm run import writes it.`);
  return content as CommentsFile;
};

/** A moment as Waline stores it: UTC, without an offset. */
const asStored = (moment: string): string =>
  new Date(moment).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Adds the comments of a file to Waline's database: all of them, or none if something fails. Comments that an earlier
 * import added are not added again, and no other comment is touched.
 * @param folder where the database is; it must have been prepared
 * @param basePath the folder that the paper is in, `/` or `/paper/`
 * @param emails e-mail addresses by the ids of comments; only the server's administrator sees them
 */
export const importComments = (
  file: string,
  folder: string,
  {
    basePath = '/',
    emails = new Map(),
  }: { basePath?: string; emails?: ReadonlyMap<string, string> } = {},
): ImportedComments => {
  const { threads } = readFile(file);
  const database = new DatabaseSync(join(folder, 'waline.sqlite'), { timeout: 5000 });
  try {
    database.exec(
      'CREATE TABLE IF NOT EXISTS imported_comments (source TEXT PRIMARY KEY, comment INTEGER NOT NULL)',
    );
    const find = database.prepare('SELECT comment FROM imported_comments WHERE source = ?');
    const remember = database.prepare('INSERT INTO imported_comments VALUES (?, ?)');
    const add = database.prepare(
      `INSERT INTO wl_Comment (nick, mail, link, comment, url, pid, rid, status, ip, ua, insertedAt, createdAt, updatedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'approved', '', '', ?, ?, ?)`,
    );
    const result = { added: 0, known: 0 };
    database.exec('BEGIN IMMEDIATE');
    for (const { path, comments } of threads) {
      const url = basePath.replace(/\/$/, '') + path;
      const roots = new Map<number, number>();
      const ids = new Map<string, number>();
      for (const { id, parent, name, link, moment, text } of comments) {
        const known = find.get(`${path} ${id}`) as { comment: number } | undefined;
        const above = parent === undefined ? undefined : ids.get(parent);
        const root = above === undefined ? undefined : (roots.get(above) ?? above);
        const stored = asStored(moment);
        let own = known?.comment;
        if (own === undefined) {
          const { lastInsertRowid } = add.run(
            ...[name, emails.get(id) ?? '', link ?? '', text, url, above ?? null, root ?? null],
            ...[stored, stored, stored],
          );
          own = Number(lastInsertRowid);
          remember.run(`${path} ${id}`, own);
          result.added += 1;
        } else result.known += 1;
        ids.set(id, own);
        if (root !== undefined) roots.set(own, root);
      }
    }
    database.exec('COMMIT');
    return result;
  } finally {
    // Closing rolls back what was not committed.
    database.close();
  }
};

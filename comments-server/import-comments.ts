import { DatabaseSync } from 'node:sqlite';
import type { ImportedComment, ImportedThread } from './comments-file.ts';
import { databaseIn } from './database.ts';

/** What an import of comments did. */
export interface ImportedComments {
  added: number;
  /** Comments that an earlier import added. */
  known: number;
  /** Replies to comments that editors have deleted since. */
  orphaned: number;
  /** E-mail addresses that were added. */
  emails: number;
}

/** Where the e-mail address of a comment is found. */
export const emailKey = ({ id, moment }: Pick<ImportedComment, 'id' | 'moment'>): string =>
  `${id} ${moment}`;

/** A moment as Waline stores it: UTC, without an offset. */
const asStored = (moment: string): string =>
  new Date(moment).toISOString().slice(0, 19).replace('T', ' ');

/** As the server takes texts from readers: SQLite's end at a NUL, and nobody sees other control characters. */
const plain = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, '').toWellFormed();

const webLink = (link = ''): string => (/^https?:\/\//i.test(link) ? plain(link) : '');

/** A folder as addresses have it: `/paper`, or nothing for the root. */
const folderOf = (basePath: string): string => {
  const parts = basePath.split('/').filter(Boolean);
  return parts.length === 0 ? '' : new URL(`/${parts.join('/')}`, 'https://paper.invalid').pathname;
};

/** The comments of a thread, each after the one that it answers, whatever their clocks say. */
const inOrder = (comments: readonly ImportedComment[]): ImportedComment[] => {
  const all = new Map(comments.map((comment) => [comment.id, comment]));
  const ordered = new Set<ImportedComment>();
  for (const comment of comments) {
    const branch = new Set<ImportedComment>();
    let above: ImportedComment | undefined = comment;
    while (above && !ordered.has(above) && !branch.has(above)) {
      branch.add(above);
      above = above.parent === undefined ? undefined : all.get(above.parent);
    }
    for (const each of [...branch].reverse()) ordered.add(each);
  }
  return [...ordered];
};

/**
 * Adds comments to Waline's database: all of them, or none if something fails. Comments that an earlier import added are
 * not added again, also if editors have deleted them since, and no other comment is touched.
 * @param folder where the database is; it must have been prepared
 * @param basePath the folder that the paper is in, `/` or `/paper/`
 * @param emails e-mail addresses by `emailKey`; only the server's editors see them
 */
export const importComments = (
  threads: readonly ImportedThread[],
  folder: string,
  {
    basePath = '/',
    emails = new Map(),
  }: { basePath?: string; emails?: ReadonlyMap<string, string> } = {},
): ImportedComments => {
  const database = new DatabaseSync(databaseIn(folder), { timeout: 5000 });
  try {
    database.exec(
      'CREATE TABLE IF NOT EXISTS imported_comments (source TEXT PRIMARY KEY, comment INTEGER NOT NULL)',
    );
    const find = database.prepare('SELECT comment FROM imported_comments WHERE source = ?');
    const isThere = database.prepare('SELECT id FROM wl_Comment WHERE id = ?');
    const remember = database.prepare('INSERT INTO imported_comments VALUES (?, ?)');
    const address = database.prepare(
      `UPDATE wl_Comment SET mail = ? WHERE id = ? AND coalesce(mail, '') = ''`,
    );
    const add = database.prepare(
      `INSERT INTO wl_Comment (nick, mail, link, comment, url, pid, rid, status, ip, ua, insertedAt, createdAt, updatedAt)
       VALUES (?, '', ?, ?, ?, ?, ?, 'approved', '', '', ?, ?, ?)`,
    );
    const result = { added: 0, known: 0, orphaned: 0, emails: 0 };
    database.exec('BEGIN IMMEDIATE');
    for (const { path, comments } of threads) {
      const url = folderOf(basePath) + path;
      const roots = new Map<number, number>();
      const ids = new Map<string, number>();
      for (const comment of inOrder(comments)) {
        const { id, parent, name, link, moment, text } = comment;
        const known = find.get(`${url} ${id}`) as { comment: number } | undefined;
        const above = parent === undefined ? undefined : ids.get(parent);
        const root = above === undefined ? undefined : (roots.get(above) ?? above);
        let own = known?.comment;
        if (own !== undefined) result.known += 1;
        else if (above !== undefined && !isThere.get(above)) {
          // Waline deletes a comment with everything below it.
          result.orphaned += 1;
          ids.set(id, above);
          continue;
        } else {
          const stored = asStored(moment);
          const { lastInsertRowid } = add.run(
            ...[plain(name), webLink(link), plain(text), url, above ?? null, root ?? null],
            ...[stored, stored, stored],
          );
          own = Number(lastInsertRowid);
          remember.run(`${url} ${id}`, own);
          result.added += 1;
        }
        const email = emails.get(emailKey(comment));
        if (email !== undefined) result.emails += Number(address.run(email, own).changes);
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

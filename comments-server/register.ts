import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { databaseIn } from './database.ts';

const { verify } = createRequire(import.meta.url)('jsonwebtoken') as {
  verify: (token: string, key: string, options: { algorithms: string[] }) => unknown;
};

/** An administrator, as others see them. */
export interface Editor {
  id: number;
  name: string;
  email: string;
}

/** A comment in the database. */
export interface Kept {
  url: string;
  status: string;
  /** The comment that it replies to. */
  pid: number | null;
  /** The comment that begins its branch; itself, if it does. */
  rid: number;
}

/** What the server must know of the database before it lets a request through to Waline. */
export interface Register {
  editors: () => Editor[];
  /** The editor whose session a header belongs to (RFC 6750). */
  editorOf: (authorization: string | undefined) => Editor | undefined;
  comment: (id: number) => Kept | undefined;
}

/**
 * Opens the database for reading.
 * @param folder where it is
 * @param sessionKey the key that Waline signs sessions with
 */
export const openRegister = (folder: string, sessionKey: string): Register => {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true, timeout: 5000 });
  const allEditors = database.prepare(
    `SELECT id, display_name AS name, email FROM wl_Users WHERE type = 'administrator'`,
  );
  const oneComment = database.prepare(
    'SELECT url, status, pid, coalesce(rid, id) AS rid FROM wl_Comment WHERE id = ?',
  );
  const editors = (): Editor[] => allEditors.all() as unknown as Editor[];
  return {
    editors,
    editorOf: (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      try {
        const id = Number(verify(token, sessionKey, { algorithms: ['HS256'] }));
        return editors().find((editor) => editor.id === id);
      } catch {
        return undefined;
      }
    },
    comment: (id) => oneComment.get(id) as Kept | undefined,
  };
};

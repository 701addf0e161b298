import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const require = createRequire(import.meta.url);

/** Who may approve and delete comments. The password is known only when it is created. */
export interface Administrator {
  email: string;
  password: string;
}

/** In Waline, whoever registers first becomes administrator; this creates one before anyone can. */
const addAdministrator = (database: DatabaseSync): Administrator | undefined => {
  if (database.prepare('SELECT id FROM wl_Users LIMIT 1').get()) return undefined;
  const { PasswordHash } = require('phpass') as {
    PasswordHash: new () => { hashPassword: (password: string) => string };
  };
  const email = process.env['ADMIN_EMAIL'] ?? 'editor@localhost.localdomain';
  const password = process.env['ADMIN_PASSWORD'] ?? randomBytes(12).toString('base64url');
  database
    .prepare(`INSERT INTO wl_Users (display_name, email, password, type) VALUES (?, ?, ?, ?)`)
    .run('Editor', email, new PasswordHash().hashPassword(password), 'administrator');
  return { email, password };
};

/**
 * Creates the database if there is none, with its tables and an administrator.
 * @param folder where Waline looks for it
 * @returns the administrator, if this call created one
 */
export const prepareDatabase = (folder: string): Administrator | undefined => {
  // Other users of this machine must not see what readers write, or their addresses.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'waline.sqlite'));
  try {
    database.exec(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'));
    return addAdministrator(database);
  } finally {
    database.close();
  }
};

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const require = createRequire(import.meta.url);

/** Where Waline keeps its database in a folder. */
export const databaseIn = (folder: string): string => join(folder, 'waline.sqlite');

/** Who may approve and delete comments. The password is known only when it is created. */
export interface Administrator {
  email: string;
  password: string;
}

/**
 * In Waline, whoever registers first becomes administrator; this creates one before anyone can. Another is created
 * when ADMIN_EMAIL names someone new.
 */
const addAdministrator = (database: DatabaseSync): Administrator | undefined => {
  const named = process.env['ADMIN_EMAIL'];
  const email = named ?? 'editor@localhost.localdomain';
  const known = named
    ? database.prepare('SELECT id FROM wl_Users WHERE email = ?').get(email)
    : database.prepare('SELECT id FROM wl_Users LIMIT 1').get();
  if (known) return undefined;
  const { PasswordHash } = require('phpass') as {
    PasswordHash: new () => { hashPassword: (password: string) => string };
  };
  const password = process.env['ADMIN_PASSWORD'] ?? randomBytes(12).toString('base64url');
  database
    .prepare(`INSERT INTO wl_Users (display_name, email, password, type) VALUES (?, ?, ?, ?)`)
    .run(
      process.env['ADMIN_NAME'] ?? 'Editor',
      email,
      new PasswordHash().hashPassword(password),
      'administrator',
    );
  return { email, password };
};

/**
 * Creates the database if there is none, with its tables and an administrator.
 * @param folder where Waline looks for it; it exists
 * @returns the administrator, if this call created one
 */
export const prepareDatabase = (folder: string): Administrator | undefined => {
  const database = new DatabaseSync(databaseIn(folder));
  try {
    database.exec(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'));
    return addAdministrator(database);
  } finally {
    database.close();
  }
};

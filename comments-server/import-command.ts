import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ImportedThread, readCommentsFile } from './comments-file.ts';
import { emailKey, importComments } from './import-comments.ts';

// npm run comments -- --import FILE [--with-emails EXPORT …]

const usage = 'npm run comments -- --import FILE [--with-emails EXPORT …]';

/** What is to be imported, read whole. */
export interface AskedImport {
  threads: ImportedThread[];
  emails: ReadonlyMap<string, string>;
}

/** The e-mail addresses of the comments in older papers' exports. They are read for this alone, and kept nowhere else. */
const emailsIn = async (exports: readonly string[]): Promise<Map<string, string>> => {
  const readers = new URL('../src/import/readers/open-source.ts', import.meta.url);
  if (!existsSync(readers)) {
    throw new Error('--with-emails needs the whole engine: exports are read by its import.');
  }
  const { openSource } = (await import(
    readers.href
  )) as typeof import('../src/import/readers/open-source.ts');
  const emails = new Map<string, string>();
  const ambiguous = new Set<string>();
  for await (const item of (await openSource(exports)).items()) {
    if (item.type !== 'entry') continue;
    for (const comment of item.comments) {
      const email = comment.email?.trim() ?? '';
      if (email.length > 254 || !/^[^\s@<>"']+@[^\s@<>"']+$/.test(email)) continue;
      const key = emailKey(comment);
      if ((emails.get(key) ?? email) !== email) ambiguous.add(key);
      emails.set(key, email);
    }
  }
  // Rather none than somebody else's.
  for (const key of ambiguous) emails.delete(key);
  return emails;
};

/**
 * What the command line asks to import; undefined if it asks for the server. Changes nothing.
 * @throws when the flags are wrong or a file cannot be used, with what is wrong
 */
export const askedImport = async (args: readonly string[]): Promise<AskedImport | undefined> => {
  if (args.length === 0) return undefined;
  const read = () => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          import: { type: 'string' },
          'with-emails': { type: 'string', multiple: true, default: [] },
        },
      });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
        cause: error,
      });
    }
  };
  const { values, positionals } = read();
  const exports = values['with-emails'];
  if (values.import === undefined || (positionals.length > 0 && exports.length === 0)) {
    throw new Error(usage);
  }
  const threads = readCommentsFile(values.import);
  const all = [...exports, ...positionals];
  return { threads, emails: all.length === 0 ? new Map() : await emailsIn(all) };
};

/** Adds the comments to the database in the folder. Returns what to tell whoever asked. */
export const runImport = ({ threads, emails }: AskedImport, folder: string): string => {
  const basePath = process.env['BASE_PATH'] ?? '/';
  const done = importComments(threads, folder, { basePath, emails });
  const lines = [
    `${String(done.added)} comments added under ${String(threads.length)} stories.`,
    ...(done.known > 0 ? [`${String(done.known)} were there from an earlier import.`] : []),
    ...(done.orphaned > 0
      ? [`${String(done.orphaned)} answer comments that have been deleted: left out.`]
      : []),
    ...(emails.size > 0
      ? [`${String(done.emails)} e-mail addresses added, for editors only.`]
      : []),
  ];
  return lines.join('\n');
};

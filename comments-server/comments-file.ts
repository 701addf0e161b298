import { readFileSync } from 'node:fs';

/** A comment in the file that `npm run import` writes. */
export interface ImportedComment {
  id: string;
  parent?: string;
  name: string;
  link?: string;
  /** ISO 8601 in UTC. */
  moment: string;
  /** Markdown. */
  text: string;
}

/** The comments under one story. */
export interface ImportedThread {
  /** Its path, percent-encoded, without a base path. */
  path: string;
  comments: ImportedComment[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isComment = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, parent, name, link, moment, text } = value as Partial<ImportedComment>;
  return (
    [id, name, moment, text].every(isText) &&
    [parent, link].every((part) => part === undefined || isText(part)) &&
    // What SQLite compares as text must have four digits for the year.
    /^[12]\d{3}-/.test(moment ?? '') &&
    !Number.isNaN(Date.parse(moment ?? ''))
  );
};

const isThread = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { path, comments } = value as Partial<ImportedThread>;
  return (
    isText(path) && path.startsWith('/') && Array.isArray(comments) && comments.every(isComment)
  );
};

/**
 * Reads a comments file.
 * @throws if it is not one, with a message that says so
 */
export const readCommentsFile = (file: string): ImportedThread[] => {
  let content: { version?: unknown; threads?: unknown } | null;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as typeof content;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}: ${isMissing ? 'there is no such file' : reason}.`, { cause: error });
  }
  const threads = content?.threads;
  if (content?.version !== 1 || !Array.isArray(threads) || !threads.every(isThread)) {
    throw new Error(`${file}: not a comments file as npm run import writes it.`);
  }
  return threads as ImportedThread[];
};

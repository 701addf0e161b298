import { join } from 'node:path';
import { redirectsSchema } from '../schemas/redirects.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';

/** What `redirects.yaml` says. */
export interface RedirectsFile {
  /** Its path from the paper's folder. */
  shown: string;
  /** Old addresses, each with the new one, as written. */
  entries: [from: string, to: string][];
}

/** The path of the file that redirects old addresses which no article claims. */
export const redirectsFile = (contentDir: string): string => join(contentDir, 'redirects.yaml');

/** The valid entries, and what is wrong with the others. */
const checked = (
  shown: string,
  fields: unknown,
): { entries: RedirectsFile['entries']; mistakes: Mistake[] } => {
  const { success, data, error } = redirectsSchema.safeParse(fields);
  if (success) return { entries: Object.entries(data), mistakes: [] };
  const mistakes = mistakesOf(shown, error.issues, fields, []);
  const faulty = new Set(error.issues.map(({ path }) => path[0]));
  if (faulty.has(undefined) || typeof fields !== 'object') return { entries: [], mistakes };
  // The schema compares old and new addresses only once each is valid by itself.
  const rest = Object.entries(fields ?? {}).filter(([from]) => !faulty.has(from));
  const further = checked(shown, Object.fromEntries(rest));
  return { entries: further.entries, mistakes: [...mistakes, ...further.mistakes] };
};

/** Hosts take fewer rules for whole folders, and each is compared with every other redirect. */
const foldersAtMost = 500;

const tooManyFolders = (shown: string, fields: unknown): Mistake[] => {
  const number = Object.keys(fields ?? {}).filter((from) => from.endsWith('/*')).length;
  if (number <= foldersAtMost) return [];
  return [
    {
      file: shown,
      found: `${String(number)} addresses that end in /*`,
      expected: `at most ${String(foldersAtMost)}`,
      fix: 'Name the folder that several of them are in, or the addresses themselves.',
    },
  ];
};

const withoutFolders = (fields: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([from]) => !from.endsWith('/*')));

/**
 * What the text of `redirects.yaml` says. The valid entries of a faulty file are kept, so that they are checked too.
 * @param shown its path as mistakes name it
 */
export const redirectsIn = (
  shown: string,
  text: string,
): { redirects: RedirectsFile; mistakes: Mistake[] } => {
  try {
    const { fields } = readManuscript(shown, text);
    const tooMany = tooManyFolders(shown, fields);
    // Links to the addresses themselves are checked all the same.
    const { entries, mistakes } = checked(
      shown,
      tooMany.length > 0 ? withoutFolders(fields) : fields,
    );
    return { redirects: { shown, entries }, mistakes: [...tooMany, ...mistakes] };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { redirects: { shown, entries: [] }, mistakes: [error.mistake] };
  }
};

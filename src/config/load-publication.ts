import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Mistake, mistakesOf, shown } from '../copy/mistakes.ts';
import { shownPath } from '../copy/read.ts';
import { commentsAt } from '../schemas/comments.ts';
import { type Publication, publicationSchema } from '../schemas/publication.ts';

/** A paper that says nothing of comments has those of the server that a switch names. */
const withServer = (publication: Publication, input: object, server?: string): Publication =>
  server === undefined || 'comments' in input
    ? publication
    : { ...publication, comments: commentsAt(server) };

/**
 * Loads and checks a publication file: a module that exports `publication`.
 * @param file its absolute path
 * @param commentsServer the Waline server of a paper that names no comment service
 */
export const loadPublication = async (
  file: string,
  commentsServer?: string,
): Promise<Publication | Mistake[]> => {
  const name = shownPath(file);
  let input: unknown;
  try {
    // The time of the last change makes a running development server see the new text.
    const address = `${pathToFileURL(file).href}?${String(Math.floor(statSync(file).mtimeMs))}`;
    input = ((await import(address)) as { publication?: unknown }).publication;
  } catch (error) {
    return [
      {
        file: name,
        found: error instanceof Error ? error.message : shown(error),
        expected: 'TypeScript that can be run',
        fix: 'Look for a missing comma, bracket or quotation mark.',
      },
    ];
  }
  if (input === undefined) {
    return [
      {
        file: name,
        found: 'no publication',
        expected: 'export const publication = { … }',
        fix: 'Compare with the file that came with the project.',
      },
    ];
  }
  const result = publicationSchema.safeParse(input);
  return result.success
    ? withServer(result.data, input as object, commentsServer)
    : mistakesOf(name, result.error.issues, input, Object.keys(publicationSchema.shape));
};

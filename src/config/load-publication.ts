import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Mistake, mistakesOf, shown, UnreadableError } from '../copy/mistakes.ts';
import { shownPath } from '../copy/shown-path.ts';
import { readTextFile } from '../copy/text-file.ts';
import { commentsAt } from '../schemas/comments.ts';
import { withoutEmpty } from '../schemas/empty.ts';
import { type Publication, publicationSchema } from '../schemas/publication.ts';
import type { Switches } from './switches.ts';

/** A publication that does not set `comments` uses the server that COMMENTS_SERVER names. */
const withServer = (publication: Publication, input: object, server?: string): Publication =>
  server === undefined || 'comments' in input
    ? publication
    : { ...publication, comments: commentsAt(server) };

/** The name under which a publication file, anywhere on disk, imports the engine's types. */
const engineName = 'bevolve-news/';
const engineSource = new URL('../', import.meta.url);

/**
 * The address of a module with the time of its last change. Without it, a process that stays would get the cached module.
 * @param url of a file that exists
 */
const asItIsNow = (url: string): string => {
  const { mtimeMs, size } = statSync(fileURLToPath(url));
  return `${url}?${String(Math.floor(mtimeMs))}-${String(size)}`;
};

/**
 * Imports a publication file. Nothing needs to be installed beside it: the engine's name is resolved to this project,
 * and no package.json has to say that its TypeScript is an ES module.
 */
const importPublication = async (file: string): Promise<unknown> => {
  const folder = pathToFileURL(`${dirname(file)}/`).href;
  const hooks = registerHooks({
    resolve: (name, context, next) => {
      const found = next(
        name.startsWith(engineName)
          ? new URL(name.slice(engineName.length), engineSource).href
          : name,
        context,
      );
      const { url } = found;
      return url.startsWith(folder) && !url.includes('?')
        ? { ...found, url: asItIsNow(url) }
        : found;
    },
    load: (url, context, next) =>
      url.startsWith(folder) && /\.ts(?:\?|$)/.test(url)
        ? next(url, { ...context, format: 'module-typescript' })
        : next(url, context),
  });
  try {
    // Always anew: what it imports may have changed, and it not.
    const address = `${pathToFileURL(file).href}?${randomUUID()}`;
    return ((await import(/* @vite-ignore */ address)) as { publication?: unknown }).publication;
  } finally {
    hooks.deregister();
  }
};

const isMissingModule = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/**
 * Loads and checks a publication file: a module that exports `publication`.
 * @returns the publication, or what is wrong with it
 */
export const loadPublication = async ({
  publicationFile,
  paperDir,
  commentsServer,
}: Pick<Switches, 'publicationFile' | 'paperDir' | 'commentsServer'>): Promise<
  Publication | Mistake[]
> => {
  const name = shownPath(publicationFile, paperDir);
  let input: unknown;
  try {
    // Node would wait for a pipe, and would take letters in another encoding for something else.
    readTextFile(publicationFile, name);
    input = await importPublication(publicationFile);
  } catch (error) {
    if (error instanceof UnreadableError) return [error.mistake];
    return [
      {
        file: name,
        found: error instanceof Error ? error.message : shown(error),
        expected: 'TypeScript that runs',
        fix: isMissingModule(error)
          ? 'Correct the path, or leave the import out: packages are not installed beside a paper.'
          : 'Look for a missing comma, bracket or quotation mark.',
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
  const written = withoutEmpty(publicationSchema, input);
  const result = publicationSchema.safeParse(written);
  return result.success
    ? withServer(result.data, input as object, commentsServer)
    : mistakesOf(name, result.error.issues, written, Object.keys(publicationSchema.shape));
};

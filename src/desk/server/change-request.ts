import { RefusedError } from './answer.ts';
import type { FileChange } from './write-files.ts';

const malformed = (what: string): RefusedError =>
  new RefusedError(
    422,
    `${what} Send { "files": [{ "operation", "path", "content", "sha" }, …] }.`,
  );

const changeIn = (value: unknown): FileChange => {
  if (typeof value !== 'object' || value === null) throw malformed('A file is no object.');
  const { operation, path, content, sha } = value as Record<string, unknown>;
  if (typeof path !== 'string') throw malformed('A file has no path.');
  if (operation !== 'create' && (typeof sha !== 'string' || !/^[\da-f]{40}$/.test(sha))) {
    throw malformed(`${path} has no sha of what it replaces.`);
  }
  const was = operation === 'create' ? undefined : String(sha);
  if (operation === 'delete') return { path, bytes: undefined, was };
  if (operation !== 'create' && operation !== 'update') {
    throw malformed(`${path} has another operation than create, update and delete.`);
  }
  // Buffer passes over what is no Base64 (RFC 4648), and would write less than was sent.
  const bytes = typeof content === 'string' ? Buffer.from(content, 'base64') : undefined;
  if (
    !bytes ||
    bytes.toString('base64').replace(/=+$/, '') !== String(content).replace(/=+$/, '')
  ) {
    throw malformed(`The content of ${path} is no Base64.`);
  }
  return { path, bytes, was };
};

/**
 * Reads the changes that Gitea's `ChangeFilesOptions` ask for.
 * @throws {RefusedError} 422, if they are not what the API expects
 */
export const changesIn = ({ files }: Record<string, unknown>): FileChange[] => {
  if (!Array.isArray(files) || files.length === 0) throw malformed('There are no files.');
  return files.map(changeIn);
};

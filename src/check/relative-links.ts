import { isRecording, recordingsPlace } from '../copy/recordings.ts';
import { basename, dirname, join, resolve } from 'node:path';
import { fileKey, kindNames, mayBeTaken } from '../copy/take-along.ts';
import type { LinkFault, OwnLinks, Target } from './own-links.ts';

/** What there is around a file. */
export interface Neighbours {
  /** The article or page in a file. */
  entryIn: (file: string) => Target | undefined;
  /** Whether there is a file or folder. */
  exists: (file: string) => boolean;
  /** What is wrong with a file that readers may take along, as a link names it. */
  fileFault: (address: string, from: string) => LinkFault | undefined;
}

const isDomain = (address: string): boolean =>
  /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(address) &&
  !/^[^/?#]+\.(?:md|html?|php|pdf|docx?|xlsx?|csv|txt|zip|png|jpe?g|webp|avif|gif|svg|mp[34]|exe|dmg|apk)$/i.test(
    address,
  );

/**
 * What is wrong with a link that is relative to a page, and how to write what it may mean. One to a file beside the text that
 * readers may take along is right.
 * @param from the absolute path of the file that has the link
 * @param neighbours asked by absolute paths
 */
export const relativeFault = (
  address: string,
  from: string,
  { addressOf }: OwnLinks,
  { entryIn, exists, fileFault }: Neighbours,
): LinkFault | undefined => {
  const expected = 'a path that starts with a slash, or an address that starts with https://';
  if (mayBeTaken(fileKey(address))) return fileFault(address, from);
  const [path = ''] = address.split(/[?#]/);
  let file = path;
  try {
    file = decodeURI(path);
  } catch {
    // It is no more than a guess.
  }
  const there = resolve(dirname(from), file);
  if (isDomain(address) && !exists(there)) {
    return {
      found: `${address}, without its scheme`,
      expected,
      fix: `Write https://${address}.`,
    };
  }
  const meant = [there, join(there, 'index.md'), `${there}.md`]
    .map(entryIn)
    .find((entry) => entry !== undefined);
  const found = `${address}, which is relative to a file or page`;
  const right = meant && addressOf(meant);
  if (right) return { found, expected, fix: `Write ${right}.` };
  if (path !== '' && path !== '.' && exists(there) && basename(there).includes('.')) {
    return {
      found: `${address}, a kind of file that readers are not given`,
      expected: `a file of one of these kinds: ${kindNames}`,
      fix: isRecording(there)
        ? recordingsPlace(there)
        : 'Save it as one of these, or pack it into a ZIP file.',
    };
  }
  return { found, expected, fix: 'Write such a path, as in [contact us](/contact/).' };
};

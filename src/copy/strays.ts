import { extname } from 'node:path';
import { type Collection, collections, hasEnding } from './collections.ts';
import { isLeftover } from './leftovers.ts';
import type { Mistake } from './mistakes.ts';
import { isPicture } from './picture-names.ts';
import { kindNames, mayBeTaken } from './take-along.ts';
import { isRecording, recordingsPlace } from './recordings.ts';
import type { Found } from './walk.ts';

type Finding = Omit<Mistake, 'file'>;

const rename = 'Rename it, or move it out of this folder, where it would be silently ignored.';

const endingOf = (path: string): string => {
  const ending = extname(path);
  return ending === '' ? 'a file without an ending' : `a file that ends in "${ending}"`;
};

const misplaced = (collection: Collection): Finding => {
  const { folder, ending } = collections[collection];
  return collection === 'pages'
    ? {
        found: 'a page that is too deep in folders',
        expected: 'pages/name.md, or pages/name/index.md with its pictures beside it',
        fix: 'Move it, or rename it to index.md.',
      }
    : {
        found: 'a file in a folder of its own',
        expected: `${folder}/name${ending}`,
        fix: `Move it into ${folder}/ itself.`,
      };
};

/** Whether a file in the folder of a collection may be one that a text beside it gives readers to take along. */
export const mayLieBeside = (path: string, collection: Collection): boolean =>
  isPicture(path) ||
  (collections[collection].ending === '.md' &&
    mayBeTaken(path) &&
    // A story that was saved as text is none.
    !/(?:^|\/)index\.\w+$/i.test(path));

/** What to say about a file in the folder of a collection that has no business there. */
export const strayMistake = ({ path, fault }: Found, collection: Collection): Finding => {
  const { ending } = collections[collection];
  const expected = `a file that ends in ${ending}`;
  if (fault) return { found: fault.found, expected, fix: fault.fix };
  if (hasEnding(path, collection)) return misplaced(collection);
  if (ending !== '.md') return { found: endingOf(path), expected, fix: rename };
  return {
    found: endingOf(path),
    expected: `${expected}, a picture, or a file to take along: ${kindNames}`,
    fix: isRecording(path) ? recordingsPlace(path) : rename,
  };
};

const files = ['topics.yaml', 'series.yaml', 'redirects.yaml', 'front.yaml'];
const folders = ['articles', 'sections', 'authors', 'pages'];

/**
 * What to say about a name in the content folder itself that is nearly, but not quite, one that counts.
 * @returns undefined for any other name
 */
export const nearlyRight = (name: string): Finding | undefined => {
  const fix = rename;
  const stem = name.replace(/\.(?:ya?ml|json)$/i, '').toLowerCase();
  const file = files.find((each) => each === `${stem}.yaml`);
  if (file !== undefined && name !== file && /\./.test(name)) {
    const found = name.endsWith('.yaml') ? `a file named ${name}` : endingOf(name);
    return { found, expected: name.endsWith('.yaml') ? file : 'a file that ends in .yaml', fix };
  }
  const folder = folders.find((each) => each === name.toLowerCase());
  if (folder === undefined || folder === name) return undefined;
  return { found: `a folder named ${name}`, expected: folder, fix };
};

/**
 * What to say about a file of the content folder that is no copy.
 * @param path from the content folder
 * @returns undefined for a picture, a file that programs leave, or one that is nobody's business
 */
export const strayIn = (path: string): Finding | undefined => {
  const [folder = '', ...rest] = path.split('/');
  if (rest.length === 0) return nearlyRight(folder);
  const collection = (Object.keys(collections) as Collection[]).find(
    (name) => collections[name].folder === folder,
  );
  const isHidden = rest.some((name) => name.startsWith('.') || isLeftover(name, false));
  if (collection === undefined || isHidden) return undefined;
  const below = rest.join('/');
  return mayLieBeside(below, collection) ? undefined : strayMistake({ path: below }, collection);
};

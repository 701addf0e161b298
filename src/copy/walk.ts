import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { realPath } from './inside.ts';
import { liesIn } from './lies-in.ts';
import { isLeftover } from './leftovers.ts';
import { fault, faultOf, type FileFault, fileFault, isLink } from './paper-file.ts';

/** A file or folder in a folder. */
export interface Found {
  /** Its path from there, with `/` on every system; a name may hold anything else, such as a backslash. */
  path: string;
  /** What keeps it from being read, or from being looked into. */
  fault?: FileFault | undefined;
}

/** What is in a folder and in those below it, each list in a stable order. */
export interface Walked {
  files: Found[];
  /** The paths of folders that could be looked into. */
  folders: string[];
  /** Folders that could not. */
  closed: Required<Found>[];
}

/** Where a walk may go, and which names count. */
export interface WalkOptions {
  /** The folders that links may lead to. */
  within: readonly string[];
  /** Whether names that begin with a dot count. */
  hidden?: boolean;
}

/** How many folders links may lead to: links to folders of links could be followed for ever. */
const linksAtMost = 10_000;

/** A folder on the way: as it was reached, by its path from the root, and where it really is. */
interface Folder {
  place: string;
  path: string;
  real: string;
}

const ofFolder = ({ kind, found, fix }: FileFault): FileFault => ({
  kind,
  found: found.replace(/^a file\b/, 'a folder'),
  fix:
    kind === 'unreadable'
      ? 'Let the user who builds the paper open it: on Linux and macOS, chmod u+rx and chown change that.'
      : fix.replace('the file', 'the folder'),
});

const leadsBack: FileFault = {
  kind: 'loop',
  found: 'a link that leads back to a folder that it is in',
  fix: 'Remove the link.',
};

const tooMany: FileFault = {
  kind: 'loop',
  found: 'a link to a folder, after ten thousand others',
  fix: 'Remove links to folders that hold such links themselves.',
};

const notAFolder: FileFault = {
  kind: 'missing',
  found: 'a file',
  fix: 'Put a folder in its place, or remove it.',
};

const isFolderAt = (place: string): boolean => {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
};

const byPath = (a: { path: string }, b: { path: string }): number =>
  a.path < b.path ? -1 : Number(a.path > b.path);

/**
 * Lists everything in a folder. Names are never interpreted: brackets and stars are letters like others. Links are
 * followed, but not out of the paper, nor in circles; leftovers of systems and programs are passed over. Nothing is
 * opened.
 * @param root the folder's absolute path; if it is not there, nothing is in it
 */
export const walk = (root: string, { within, hidden = false }: WalkOptions): Walked => {
  const walked: Walked = { files: [], folders: [], closed: [] };
  const allowed = within.map(realPath);
  let links = 0;

  /** Why a link to a folder is not followed; `above` has the real paths of the folders that it is in. */
  const notFollowed = (real: string, above: readonly string[]): FileFault | undefined => {
    links += 1;
    if (!allowed.some((folder) => liesIn(real, folder))) return ofFolder(fault('outside'));
    if (above.some((folder) => liesIn(folder, real))) return leadsBack;
    return links === linksAtMost ? tooMany : undefined;
  };

  const list = ({ place, path, real }: Folder, above: readonly string[]): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(place, { withFileTypes: true });
    } catch (error) {
      walked.closed.push({ path, fault: ofFolder(faultOf(error, place)) });
      return;
    }
    if (path !== '') walked.folders.push(path);
    const around = [...above, real];
    for (const entry of entries) look(entry, { place, path, real }, around);
  };

  const look = (entry: Dirent, folder: Folder, above: readonly string[]): void => {
    const { name } = entry;
    const place = join(folder.place, name);
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const isLinked = entry.isSymbolicLink();
    const isFolder = entry.isDirectory() || (isLinked && isFolderAt(place));
    if ((!hidden && name.startsWith('.')) || isLeftover(name, isFolder)) return;
    if (!isFolder) {
      walked.files.push({ path, fault: entry.isFile() ? undefined : fileFault(place, within) });
    } else if (isLinked) visitLinked(place, path, above);
    else list({ place, path, real: join(folder.real, name) }, above);
  };

  const visitLinked = (place: string, path: string, above: readonly string[]): void => {
    // What follows has been told already.
    if (links >= linksAtMost) return;
    const real = realPath(place);
    const why = notFollowed(real, above);
    if (why) walked.closed.push({ path, fault: why });
    else list({ place, path, real }, above);
  };

  const found = fileFault(root, within);
  if (found?.kind === 'missing') return walked;
  if (!isFolderAt(root)) {
    walked.closed.push({ path: '', fault: found ? ofFolder(found) : notAFolder });
  } else if (isLink(root)) visitLinked(root, '', []);
  else list({ place: root, path: '', real: realPath(root) }, []);
  walked.files.sort(byPath);
  walked.folders.sort();
  walked.closed.sort(byPath);
  return walked;
};

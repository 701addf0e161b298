import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLeftover } from '../../copy/leftovers.ts';
import { RefusedError } from './answer.ts';
import type { DeskFolder } from './desk-folder.ts';
import { isShown, unreachable } from '../file-names.ts';

/** Names that Windows takes for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Characters that Windows allows in no name. A colon would name a stream of a file there. */
const notOnWindows = /[:<>"|?*]/;

/** Whether every system, and git on it, can keep a new file under this name. */
const isSafeName = (name: string): boolean =>
  !/[. ]$/.test(name) &&
  !notOnWindows.test(name) &&
  !device.test(name) &&
  !isLeftover(name, false) &&
  Buffer.byteLength(name) <= 200;

/** Files that stories link to, which are published as they are: recordings and documents. */
const isStoryFile = (path: string): boolean =>
  /^files\/.*\.(?:pdf|mp3|m4a|ogg|wav|mp4|webm)$/i.test(path);

const refused = (path: string, why: string): RefusedError =>
  new RefusedError(422, `${JSON.stringify(path)}: ${why}`, { paths: [path] });

/**
 * The place of a file that the desk may read or write.
 * @param path from the paper's folder, with slashes
 * @throws {RefusedError} 422 for anything but a text, a picture or a story's file in the content folder
 */
export const placeOf = (folder: DeskFolder, path: string): string => {
  const inside = path.startsWith(folder.content) ? path.slice(folder.content.length) : '';
  const names = inside.split('/');
  // Also `.`, `..` and `.git`.
  const isWayOut = names.some((name) => name === '' || name.startsWith('.'));
  if (isWayOut || unreachable.test(path) || !path.isWellFormed()) {
    throw refused(path, `not the name of a file in ${folder.content}.`);
  }
  if (!isShown(path) && !isStoryFile(inside)) {
    throw refused(path, 'neither a text (.md, .yaml) nor a picture.');
  }
  return join(folder.contentDir, ...names);
};

/** Makes sure that no part of a path is a link, as far as it exists, so that it ends where it says. */
export const refuseLinks = (folder: DeskFolder, path: string, file: string): void => {
  const inWay = refused(path, 'a link or a file is in its way. Nothing is written through links.');
  const own = lstatSync(file, { throwIfNoEntry: false });
  if (own && !own.isFile()) throw inWay;
  for (let parent = dirname(file); ; parent = dirname(parent)) {
    const stats = lstatSync(parent, { throwIfNoEntry: false });
    if (!stats && parent !== folder.paperDir) continue;
    if (!stats?.isDirectory() || realpathSync(parent) !== parent) throw inWay;
    return;
  }
};

const namesIn = (parent: string): string[] =>
  lstatSync(parent, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(parent) : [];

const plain = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * Makes sure that a file is there under exactly this name, or can be: some systems take names for the same that differ
 * in capitals or accents, or take them for a device.
 * @throws {RefusedError} 422
 */
export const requireOneName = (folder: DeskFolder, path: string): void => {
  let parent = folder.contentDir;
  for (const name of path.slice(folder.content.length).split('/')) {
    const names = namesIn(parent);
    if (!names.includes(name)) {
      if (!isSafeName(name)) throw refused(path, 'not a name that every system can keep.');
      const twin = names.find((other) => plain(other) === plain(name));
      if (twin !== undefined) {
        throw refused(path, `“${twin}” is there, which some systems take for the same name.`);
      }
    }
    parent = join(parent, name);
  }
};

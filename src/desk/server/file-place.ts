import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isLeftover } from '../../copy/leftovers.ts';
import { RefusedError } from './answer.ts';
import type { DeskFolder } from './desk-folder.ts';
import { isShown } from './list-files.ts';

/** Names that Windows takes for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Characters that no system shows, that separate folders on Windows, or that name a stream of a file there. */
// eslint-disable-next-line no-control-regex
const unsafe = /[\0-\x1f\x7f\\:]/;

const isSafeName = (name: string): boolean =>
  name !== '' &&
  // Also `.`, `..` and `.git`.
  !name.startsWith('.') &&
  !/[. ]$/.test(name) &&
  !unsafe.test(name) &&
  !device.test(name) &&
  !isLeftover(name, false) &&
  Buffer.byteLength(name) <= 255 &&
  name.isWellFormed();

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
  const names = path.split('/');
  const inside = path.startsWith(folder.content) ? path.slice(folder.content.length) : undefined;
  if (inside === undefined || inside === '') {
    throw refused(path, `only files in ${folder.content} belong to the desk.`);
  }
  if (!names.every(isSafeName)) throw refused(path, 'not a name that every system can keep.');
  if (!isShown(path) && !isStoryFile(inside)) {
    throw refused(path, 'neither a text (.md, .yaml) nor a picture.');
  }
  return join(folder.paperDir, ...names);
};

/** Makes sure that no part of a path is a link, as far as it exists, so that it ends where it says. */
export const refuseLinks = (folder: DeskFolder, path: string, file: string): void => {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  for (let parent = dirname(file); ; parent = dirname(parent)) {
    const stats = lstatSync(parent, { throwIfNoEntry: false });
    if (!stats && parent !== folder.paperDir) continue;
    if (isLink || !stats?.isDirectory() || realpathSync(parent) !== parent) {
      throw refused(path, 'a link or a file is in its way. Nothing is written through links.');
    }
    return;
  }
};

const plain = (name: string): string => name.normalize('NFC').toLowerCase();

/** Makes sure that no other file or folder has the same name but for capitals, which some systems take for the same. */
export const refuseTwins = (folder: DeskFolder, path: string): void => {
  let parent = folder.paperDir;
  for (const name of path.split('/')) {
    const names = lstatSync(parent, { throwIfNoEntry: false }) ? readdirSync(parent) : [];
    const twin = names.find((other) => other !== name && plain(other) === plain(name));
    if (twin !== undefined && !names.includes(name)) {
      throw refused(path, `“${twin}” is there already, which some systems take for the same name.`);
    }
    parent = join(parent, name);
  }
};

import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import { shown } from '../copy/mistakes.ts';
import { isLocal, isServer } from '../schemas/comments.ts';
import { asciiOrigin, isOrigin } from '../schemas/values.ts';
import { engineFolder } from '../engine-folder.ts';
import { apartFromDrafts, mayHoldDrafts } from './draft-folder.ts';
import {
  cacheFolders,
  isEmptyFolder,
  isInside,
  mayBeCache,
  mayBePrintedInto,
  outdated,
} from './folders.ts';
import { findPaper, type PaperFolder } from './paper-folder.ts';
import { unusablePaths } from './unusable-paths.ts';

/** The switches of a build, from environment variables; docs/publishers/switches.md has the table. */
export interface Switches extends PaperFolder {
  /** The public origin, or undefined to take the publication's. */
  siteUrl: string | undefined;
  /** The base path: `/`, or `/paper/`. */
  basePath: string;
  /** The edition's moment. */
  moment: Date;
  /** Whether it is an edition for the newsroom's own eyes, with drafts and what is held back. */
  withDrafts: boolean;
  /** The Waline server for a paper that names no comment service. */
  commentsServer: string | undefined;
  /** Absolute paths of the folder that the paper is built into and of the cache that is kept between builds. */
  outDir: string;
  cacheDir: string;
  /** Absolute path of the folder of pictures and cards that several papers share, if any. */
  pictureCache: string | undefined;
  mistakes: Mistake[];
}

const file = 'environment';

/**
 * Reads the switches.
 * @param env environment variables; empty ones count as absent
 * @param withDrafts whether the edition is for the newsroom's own eyes, in folders of its own
 */
export const readSwitches = (
  env: Record<string, string | undefined>,
  withDrafts = false,
): Switches => {
  const mistakes: Mistake[] = [];
  const value = (name: string): string | undefined => {
    const text = env[name]?.trim();
    return text === '' ? undefined : text;
  };
  const check = (
    name: string,
    good: boolean,
    expected: string,
    fix: string,
    standard?: string,
  ): void => {
    const found = shown(value(name) ?? standard);
    if (!good) mistakes.push({ file, field: name, found, expected, fix });
  };

  const siteUrl = value('SITE_URL');
  check(
    'SITE_URL',
    siteUrl === undefined || isOrigin(siteUrl),
    'an origin, such as https://news.example',
    'Begin it with https://, leave out spaces, and leave folders to BASE_PATH.',
  );

  const folders = (value('BASE_PATH') ?? '/').split('/').filter(Boolean);
  check(
    'BASE_PATH',
    folders.every((folder) => /^[\w.~-]+$/.test(folder) && !/^\.+$/.test(folder)),
    'a folder, such as /paper/',
    'Use letters, digits and hyphens between slashes.',
  );

  const { mistakes: wrongPlaces, ...paper } = findPaper({
    paper: value('PAPER_DIR'),
    content: value('CONTENT_DIR'),
    publication: value('PUBLICATION'),
  });
  mistakes.push(...wrongPlaces);

  const seconds = value('SOURCE_DATE_EPOCH');
  const isMoment = seconds !== undefined && /^\d{1,11}$/.test(seconds);
  check(
    'SOURCE_DATE_EPOCH',
    seconds === undefined || isMoment,
    'whole seconds since 1970 (reproducible-builds.org)',
    'Use the output of `date +%s`.',
  );
  const moment = isMoment ? new Date(Number(seconds) * 1000) : new Date();

  const commentsServer = value('COMMENTS_SERVER')?.replace(/\/+$/, '');
  check(
    'COMMENTS_SERVER',
    commentsServer === undefined || isServer(commentsServer),
    'the address of a Waline server, such as http://127.0.0.1:8360',
    'Write the whole address, without anything after its path.',
  );
  check(
    'COMMENTS_SERVER',
    // A paper with a public address is built for other people.
    commentsServer === undefined ||
      !isServer(commentsServer) ||
      !isLocal(commentsServer) ||
      siteUrl === undefined ||
      !isOrigin(siteUrl) ||
      isLocal(siteUrl),
    'a server that the readers of SITE_URL can reach',
    'Leave one of the two out: a server on this machine is for looking at the paper here.',
  );

  const folder = (name: string): string | undefined => {
    const text = value(name);
    return text === undefined ? undefined : resolve(text);
  };
  const readersDir = join(paper.paperDir, 'dist');
  const outDir = folder('OUT_DIR') ?? (withDrafts ? `${readersDir}-drafts` : readersDir);
  const cacheDir = folder('CACHE_DIR') ?? join(paper.paperDir, '.cache');
  const pictureCache = folder('PICTURE_CACHE');
  check(
    'PICTURE_CACHE',
    pictureCache === undefined || !existsSync(pictureCache) || statSync(pictureCache).isDirectory(),
    'a folder, which need not exist yet',
    'Correct the path.',
  );
  const { paperDir, contentDir, publicDir, themeDir, publicationFile } = paper;
  const own = [contentDir, publicDir, themeDir];
  mistakes.push(...unusablePaths(engineFolder, [paperDir, ...own, cacheDir]));
  const inWay = [...own, engineFolder, paperDir, publicationFile, cacheDir, pictureCache];
  check(
    'OUT_DIR',
    !inWay.some((other) => other !== undefined && isInside(other, outDir)) &&
      ![
        ...own,
        ...[...Object.values(cacheFolders), ...outdated].map((name) => join(cacheDir, name)),
      ].some((other) => isInside(outDir, other)),
    'a folder of its own for the built paper, such as dist',
    'Name one outside the copy and the cache that holds neither the project nor the paper.',
    outDir,
  );
  mistakes.push(...apartFromDrafts(outDir, readersDir, withDrafts));
  check(
    'OUT_DIR',
    mistakes.some(({ field }) => field === 'OUT_DIR') ||
      (withDrafts
        ? mayHoldDrafts(outDir, isEmptyFolder(outDir))
        : mayBePrintedInto(outDir, cacheDir)),
    'an empty folder, or one with a built paper: everything else in it would be deleted',
    'Name another, or empty it.',
    outDir,
  );
  check(
    'CACHE_DIR',
    ![...own, engineFolder, paperDir, publicationFile].some((other) => isInside(other, cacheDir)) &&
      !own.some((other) => isInside(cacheDir, other)) &&
      mayBeCache(cacheDir),
    'a folder of its own for what a build keeps, such as .cache',
    'Name one that holds nothing else.',
    cacheDir,
  );

  return {
    siteUrl: siteUrl !== undefined && isOrigin(siteUrl) ? asciiOrigin(siteUrl) : undefined,
    basePath: `/${folders.map((folder) => `${folder}/`).join('')}`,
    ...paper,
    moment,
    withDrafts,
    commentsServer,
    outDir,
    cacheDir: withDrafts ? join(cacheDir, cacheFolders.drafts) : cacheDir,
    pictureCache,
    mistakes,
  };
};

/** The same switches for an edition that is made now, unless the environment says of when it is. */
export const atThisMoment = (switches: Switches, env: NodeJS.ProcessEnv): Switches =>
  env['SOURCE_DATE_EPOCH'] === undefined ? { ...switches, moment: new Date() } : switches;

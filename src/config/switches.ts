import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import { shown } from '../copy/mistakes.ts';
import { isLocal, isServer } from '../schemas/comments.ts';
import { isOrigin } from '../schemas/values.ts';

/** The switches of a build, from environment variables; docs/publishers/switches.md has the table. */
export interface Switches {
  /** The public origin, or undefined to take the publication's. */
  siteUrl: string | undefined;
  /** The sub-folder: `/`, or `/paper/`. */
  basePath: string;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder that is served as it is. */
  publicDir: string;
  /** Absolute path of the folder with the paper's own style and components, which need not exist. */
  themeDir: string;
  /** Absolute path of the publication file. */
  publicationFile: string;
  /** The edition's moment. */
  moment: Date;
  /** The Waline server of a paper that names no comment service. */
  commentsServer: string | undefined;
  /** Where the paper is printed to and where work is kept between builds, from the project's root. */
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
 */
export const readSwitches = (env: Record<string, string | undefined>): Switches => {
  const mistakes: Mistake[] = [];
  const value = (name: string): string | undefined => {
    const text = env[name]?.trim();
    return text === '' ? undefined : text;
  };
  const check = (name: string, good: boolean, expected: string, fix: string): void => {
    if (!good) mistakes.push({ file, field: name, found: shown(value(name)), expected, fix });
  };

  const siteUrl = value('SITE_URL');
  check(
    'SITE_URL',
    siteUrl === undefined || isOrigin(siteUrl),
    'an origin, such as https://news.example',
    'Leave folders to BASE_PATH.',
  );

  const folders = (value('BASE_PATH') ?? '/').split('/').filter(Boolean);
  check(
    'BASE_PATH',
    folders.every((folder) => /^[\w.~-]+$/.test(folder) && !/^\.+$/.test(folder)),
    'a folder, such as /paper/',
    'Use letters, digits and hyphens between slashes.',
  );

  const contentDir = resolve(value('CONTENT_DIR') ?? 'src/content');
  check('CONTENT_DIR', existsSync(contentDir), 'a folder that is there', 'Correct the path.');
  const publicationFile = resolve(value('PUBLICATION') ?? 'src/publication.ts');
  check('PUBLICATION', existsSync(publicationFile), 'a file that is there', 'Correct the path.');

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
    // What has a public address is printed for others.
    commentsServer === undefined ||
      !isServer(commentsServer) ||
      !isLocal(commentsServer) ||
      siteUrl === undefined ||
      !isOrigin(siteUrl) ||
      isLocal(siteUrl),
    'a server that the readers of SITE_URL can reach',
    'Leave one of the two out: a server on this machine is for looking at the paper here.',
  );

  const outDir = value('OUT_DIR') ?? 'dist';
  const cacheDir = value('CACHE_DIR') ?? '.cache';
  const pictureCache = value('PICTURE_CACHE');
  check(
    'PICTURE_CACHE',
    pictureCache === undefined || !existsSync(pictureCache) || statSync(pictureCache).isDirectory(),
    'a folder, which need not be there yet',
    'Correct the path.',
  );
  const isIn = (folder: string, other: string): boolean => {
    const way = relative(folder, other);
    return way.split(sep)[0] !== '..' && !isAbsolute(way);
  };
  const ofCache = ['next', 'search', 'cards', 'assets', 'bodies', 'astro', 'types', 'vite'];
  check(
    'OUT_DIR',
    // What is not of the new edition goes out of it.
    ![cacheDir, '.', contentDir, resolve('public'), ...(pictureCache ? [pictureCache] : [])].some(
      (other) => isIn(outDir, other),
    ) && !ofCache.some((name) => isIn(join(cacheDir, name), outDir)),
    'a folder of its own for the printed paper, such as dist',
    'Name one that holds neither the project, its copy nor a cache, and is none that the build uses itself.',
  );

  return {
    siteUrl: siteUrl !== undefined && isOrigin(siteUrl) ? siteUrl.replace(/\/$/, '') : undefined,
    basePath: `/${folders.map((folder) => `${folder}/`).join('')}`,
    contentDir,
    publicDir: resolve('public'),
    themeDir: resolve(value('PUBLICATION') ? dirname(publicationFile) : '.', 'theme'),
    publicationFile,
    moment,
    commentsServer,
    outDir,
    cacheDir,
    pictureCache: pictureCache && resolve(pictureCache),
    mistakes,
  };
};

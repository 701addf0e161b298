import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PageBundle } from '../astro/page-bundle.ts';
import type { Switches } from '../config/switches.ts';
import { keptSuffix, readCoded, writeCoded } from '../kept.ts';
import { atHandCode } from './at-hand.ts';
import type { BegunBuild } from './begin-build.ts';
import type { Paper } from './checked-paper.ts';
import { pictureCacheOf } from './kept-folders.ts';
import type { Folders } from './press-settings.ts';
import { publicDigest } from './public-files.ts';
import { virtualModules } from './virtual-modules.ts';

/** What Astro has made of templates, for editions that it need not be asked for. */
export interface KeptBundle {
  bundle: PageBundle;
  /**
   * The files that Astro and Vite have printed beside pages, as paths from the paper's folder, and their digests. Those of
   * pictures are not among them: they are kept for the pages that show them.
   */
  lasting: readonly (readonly [file: string, digest: string])[];
}

const placeIn = (cacheDir: string): string => join(cacheDir, 'bundle');

/** The modules that the press makes for pages, as one text. */
const moduleTexts = ({ setting, publicationPictures }: Paper, moment: Date): string[] => {
  const plugin = virtualModules(setting, atHandCode, moment, publicationPictures);
  return plugin.names.map((name) => plugin.load(`\0${name}`) ?? '');
};

const nodeEnv = (): string => process.env['NODE_ENV'] ?? '';

/** The packages that are there, which need not be those of the lockfile. */
const installed = (engine: string): string => {
  try {
    return readFileSync(join(engine, 'node_modules/.package-lock.json'), 'utf8');
  } catch {
    return '';
  }
};

/**
 * A digest of everything that a bundle depends on: code, settings, theme, folders that it names, and the files that are printed
 * as they are.
 * @returns undefined if that cannot be said
 */
export const bundleKey = (
  paper: Paper,
  switches: Switches,
  { engine }: Folders,
  { cacheDir, place, code }: Pick<BegunBuild, 'cacheDir' | 'place' | 'code'>,
): string | undefined => {
  const printedAsTheyAre = publicDigest(switches.publicDir, cacheDir);
  if (printedAsTheyAre === undefined) return undefined;
  const { theme } = paper;
  const hash = createHash('sha256').update(JSON.stringify([code, process.version, nodeEnv()]));
  hash.update(installed(engine));
  for (const text of moduleTexts(paper, switches.moment)) hash.update(`${text}\n`);
  return hash
    .update(JSON.stringify([theme.digest, theme.dir, theme.colours, theme.headlineFont]))
    .update(JSON.stringify([switches.publicDir, switches.basePath, switches.withDrafts]))
    .update(JSON.stringify([engine, cacheDir, place.root, pictureCacheOf(switches)]))
    .update(printedAsTheyAre)
    .digest('hex');
};

/** Keeps a bundle for the next build. */
export const keepBundle = (cacheDir: string, key: string, kept: KeptBundle): void => {
  writeCoded(placeIn(cacheDir), key, kept);
};

/** Deletes the bundle: what it was made for will not be on air any more. */
export const dropBundle = (cacheDir: string): void => {
  rmSync(placeIn(cacheDir) + keptSuffix, { force: true });
};

/** The bundle that the last build kept, if it is for this key and as it was written. */
export const readBundle = (cacheDir: string, key: string): KeptBundle | undefined =>
  readCoded(placeIn(cacheDir), key) as KeptBundle | undefined;

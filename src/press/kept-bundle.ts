import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PageBundle } from '../astro/page-bundle.ts';
import type { Switches } from '../config/switches.ts';
import { keptSuffix, readKept, writeKept } from '../kept.ts';
import { atHandCode } from './at-hand.ts';
import type { BegunBuild } from './begin-build.ts';
import type { Paper } from './checked-paper.ts';
import { codeDigest } from './digests.ts';
import { pictureCacheOf } from './kept-folders.ts';
import type { Folders } from './press-settings.ts';
import { publicDigest } from './public-files.ts';
import { virtualModules } from './virtual-modules.ts';

/** What Astro has made of templates, for editions that it need not be asked for. */
export interface KeptBundle {
  bundle: PageBundle;
  /** The files that Astro and Vite have printed beside pages, as paths from the paper's folder. */
  lasting: readonly string[];
}

const placeIn = (cacheDir: string): string => join(cacheDir, 'bundle');

/** The modules that the press makes for pages, as one text. */
const moduleTexts = ({ setting, publicationPictures }: Paper, moment: Date): string[] => {
  const plugin = virtualModules(setting, atHandCode, moment, publicationPictures);
  return plugin.names.map((name) => plugin.load(`\0${name}`) ?? '');
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
  { cacheDir, place }: Pick<BegunBuild, 'cacheDir' | 'place'>,
): string | undefined => {
  const printedAsTheyAre = publicDigest(switches.publicDir, cacheDir);
  if (printedAsTheyAre === undefined) return undefined;
  const { theme } = paper;
  const hash = createHash('sha256').update(codeDigest('pages', [process.version]));
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
  writeKept(placeIn(cacheDir), serialize({ key, ...kept }));
};

/** Whether there may be a bundle. */
export const hasBundle = (cacheDir: string): boolean => existsSync(placeIn(cacheDir) + keptSuffix);

/** The bundle that the last build kept, if it is for this key and as it was written. */
export const readBundle = (cacheDir: string, key: string): KeptBundle | undefined => {
  const content = readKept(placeIn(cacheDir));
  if (!content) return undefined;
  const kept = deserialize(content) as KeptBundle & { key: string };
  return kept.key === key ? kept : undefined;
};

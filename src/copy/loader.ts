import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { keepEntry } from '../astro/data-store.ts';
import { markedPath } from '../astro/picture-marks.ts';
import { openBodies } from './bodies.ts';
import { type Mistake, mistakesAsText } from './mistakes.ts';
import { inspectPicture } from './pictures.ts';
import { collections, type Collection, filesOf, idOf, readEntry } from './read.ts';
import { withPlainSigns } from './plain-signs.ts';
import { sanitiseBody } from './sanitise.ts';
import { type BodySetting, settingFor } from './typeset.ts';

/** What the loader needs to know about the paper. */
export interface LoaderSetting extends BodySetting {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder that messages name files from. */
  paperDir: string;
  /** Absolute path of the folder that keeps rendered bodies between builds. */
  bodiesDir: string;
  /** Changes when bodies must be rendered again. */
  engine: string;
  /** Whether an entry may be published. No other enters Astro, so that none of its pictures can leak. */
  mayPrint: (data: unknown) => boolean;
}

const pictureFields = ['leadImage', 'picture'];

/** A picture that is not there would break every page of a running development server. */
const missingPictures = async (
  entry: { file: string; shown: string; data: unknown } | undefined,
): Promise<Mistake[]> => {
  const { leadImage } = (entry?.data ?? {}) as { leadImage?: { src: string } };
  if (!entry || !leadImage) return [];
  const picture = await inspectPicture(leadImage.src, entry.file);
  return 'found' in picture ? [{ file: entry.shown, field: 'leadImage.src', ...picture }] : [];
};

/**
 * Data of an entry with its pictures marked for Astro. The data has been read against the schema before: Astro would
 * make a new schema for every entry, and that takes longer than the rest of the reading.
 */
const withMarkedPictures = (data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      if (!pictureFields.includes(name) || typeof value !== 'object') return [name, value];
      const { src } = value as { src: string };
      return [name, { ...value, src: markedPath(src) }];
    }),
  );

const load = async (
  collection: Collection,
  setting: LoaderSetting,
  context: LoaderContext,
): Promise<void> => {
  const { config, store, watcher } = context;
  const hasBodies = collections[collection].ending === '.md';
  const bodies = openBodies(join(setting.bodiesDir, collection));
  const digests = new Set<string>();

  const gone = new Set(store.keys());
  for (const file of filesOf(setting.contentDir, collection, setting.paperDir)) {
    const filePath = relative(fileURLToPath(config.root), file).replaceAll('\\', '/');
    const digest = context.generateDigest(
      `${setting.engine}\n${filePath}\n${readFileSync(file, 'utf8')}`,
    );
    digests.add(digest);
    const id = idOf(file);
    const kept = store.get(id);
    const isKept = kept?.digest === digest && (!hasBodies || bodies.has(digest));
    // A build has checked the copy already. While somebody is editing, a picture may have disappeared since.
    if (isKept && !watcher) {
      if (!setting.mayPrint(kept.data)) continue;
      gone.delete(id);
      keepEntry(store, kept, filePath);
      continue;
    }
    const { entry, mistakes } = readEntry(collection, file, setting.paperDir);
    if (watcher) mistakes.push(...(await missingPictures(entry)));
    if (mistakes.length > 0) {
      // Only the development server gets here, because a build refuses such copy earlier. It keeps showing the last
      // good version.
      context.logger.warn(`\n${mistakesAsText(mistakes)}\n`);
      gone.delete(id);
      continue;
    }
    if (!entry || !setting.mayPrint(entry.data)) continue;
    gone.delete(id);

    if (isKept) {
      keepEntry(store, kept, filePath);
      continue;
    }
    const data = withMarkedPictures(entry.data);
    if (!hasBodies) {
      store.set({ id, data, filePath, digest });
      continue;
    }
    // Without this empty frontmatter, a rule (---) at the top of a body would be taken for frontmatter.
    const { markdown } = withPlainSigns(entry.body);
    const rendered = await context.renderMarkdown(`---\n---\n${markdown}`, {
      fileURL: pathToFileURL(file),
    });
    const html = sanitiseBody(rendered.html, settingFor(entry.data, setting));
    const pictures = rendered.metadata?.imagePaths ?? [];
    bodies.write(digest, { markdown: entry.body, html, pictures });
    store.set({ id, data, filePath, digest, assetImports: pictures });
  }
  for (const id of gone) store.delete(id);
  if (hasBodies && !watcher) bodies.keepOnly(digests);
};

/**
 * Loads one collection of the content folder into Astro: reads it as the check does, sanitises its bodies, and leaves
 * out what may not be published.
 */
export const copyLoader = (collection: Collection, setting: LoaderSetting): Loader => ({
  name: 'copy',
  load: (context) => load(collection, setting, context),
});

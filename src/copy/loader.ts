import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { traitsOf } from '../edition/kinds.ts';
import { type Mistake, mistakesAsText } from './mistakes.ts';
import { inspectPicture } from './pictures.ts';
import { collections, type Collection, filesOf, idOf, readEntry } from './read.ts';
import type { Kind } from '../schemas/article.ts';
import { sanitiseBody } from './sanitise.ts';
import type { BodySetting } from './typeset.ts';

/** What the loader must know of the paper. */
export interface LoaderSetting extends BodySetting {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Changes when bodies must be rendered anew. */
  engine: string;
  /** Whether an entry may be printed. What may not never enters Astro, so that none of its pictures can leak. */
  mayPrint: (data: unknown) => boolean;
}

/** Only a live story has entries, and only a paid one paid links. */
const bodySetting = (data: object, { words, link, entryTime }: BodySetting): BodySetting => {
  if (!('kind' in data)) return { words, link };
  const { contents, paid } = traitsOf(data.kind as Kind);
  return { words, link, paid, entryTime: contents === 'entries' ? entryTime : undefined };
};

/** Astro's own loaders tell the store of an unchanged entry's pictures; its published type leaves that out. */
type Store = LoaderContext['store'] & {
  addAssetImports: (paths: string[], filePath: string) => void;
};

/** A picture that is not there would break every page of a running development server. */
const missingPictures = async (
  entry: { file: string; shown: string; data: unknown } | undefined,
): Promise<Mistake[]> => {
  const { leadImage } = (entry?.data ?? {}) as { leadImage?: { src: string } };
  if (!entry || !leadImage) return [];
  const picture = await inspectPicture(leadImage.src, entry.file);
  return 'found' in picture ? [{ file: entry.shown, field: 'leadImage.src', ...picture }] : [];
};

const load = async (
  collection: Collection,
  setting: LoaderSetting,
  context: LoaderContext,
): Promise<void> => {
  const { meta, config } = context;
  const store = context.store as Store;
  if (meta.get('engine') !== setting.engine) store.clear();
  meta.set('engine', setting.engine);

  const gone = new Set(store.keys());
  for (const file of filesOf(setting.contentDir, collection)) {
    const digest = context.generateDigest(readFileSync(file, 'utf8'));
    const id = idOf(file);
    const { entry, mistakes } = readEntry(collection, file);
    if (context.watcher) mistakes.push(...(await missingPictures(entry)));
    if (mistakes.length > 0) {
      // Only while somebody writes: a build has refused the copy before. What was good stays on show.
      context.logger.warn(`\n${mistakesAsText(mistakes)}\n`);
      gone.delete(id);
      continue;
    }
    if (!entry || !setting.mayPrint(entry.data)) continue;
    gone.delete(id);

    const filePath = relative(fileURLToPath(config.root), file).replaceAll('\\', '/');
    const kept = store.get(id);
    if (kept?.digest === digest && kept.filePath === filePath) {
      if (kept.assetImports?.length) store.addAssetImports(kept.assetImports, filePath);
      continue;
    }
    const data = await context.parseData<Record<string, unknown>>({
      id,
      data: entry.data,
      filePath: file,
    });
    if (!collections[collection].pattern.endsWith('.md')) {
      store.set({ id, data, filePath, digest });
      continue;
    }
    // An empty frontmatter keeps a body that begins with a rule (---) whole.
    const rendered = await context.renderMarkdown(`---\n---\n${entry.body}`, {
      fileURL: pathToFileURL(file),
    });
    rendered.html = sanitiseBody(rendered.html, bodySetting(entry.data, setting));
    const assetImports = rendered.metadata?.imagePaths;
    store.set({ id, data, body: entry.body, filePath, digest, rendered, assetImports });
  }
  for (const id of gone) store.delete(id);
};

/**
 * Loads one collection of the content folder into Astro: read by the paper's own reader, its body sanitised,
 * what may not be printed left out.
 */
export const copyLoader = (collection: Collection, setting: LoaderSetting): Loader => ({
  name: 'copy',
  load: async (context) => {
    await load(collection, setting, context);
    const { watcher } = context;
    watcher?.add(setting.contentDir);
    const folder = join(setting.contentDir, collection);
    // One after another, and once for a burst of saves.
    let waiting: NodeJS.Timeout | undefined;
    let last = Promise.resolve();
    const again = (file: string): void => {
      if (!file.startsWith(folder)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        last = last
          .then(() => load(collection, setting, context))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      }, 50);
    };
    for (const event of ['add', 'change', 'unlink']) watcher?.on(event, again);
  },
});

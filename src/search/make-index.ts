import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { settledIndex } from './settled-index.ts';

/** Whether the search page loads a file of Pagefind's. It does not use Pagefind's ready-made interfaces. */
const isNeeded = (path: string, entry: Entry): boolean => {
  const wasm = Object.values(entry.languages).map((language) => language.wasm ?? 'unknown');
  return (
    /^(?:pagefind\.js|pagefind-entry\.json|.+\.pf_(?:meta|fragment|index|filter))$/.test(path) ||
    wasm.some((language) => path === `wasm.${language}.pagefind`)
  );
};

interface Entry {
  languages: Record<string, { wasm: string | null }>;
}

const succeed = <T extends { errors: string[] }>(response: T): T => {
  if (response.errors.length > 0) throw new Error(`Search index: ${response.errors.join('; ')}`);
  return response;
};

const begin = async (language: string): Promise<PagefindIndex> => {
  const { index } = succeed(
    await createIndex({
      forceLanguage: new Intl.Locale(language).language,
      // Furniture, and the headline, which the index has as metadata.
      // The number of a note would become part of the word before it.
      excludeSelectors: ['[data-search-skip]', '[data-footnote-ref]'],
    }),
  );
  if (!index) throw new Error('Search index: Pagefind did not start.');
  return index;
};

/** The script with which browsers read any index, whole: an index without pages has it too. */
const engine = 'pagefind.js';

const engineScript = async (language: string): Promise<Uint8Array> => {
  const { files } = succeed(await (await begin(language)).getFiles());
  const script = files.find(({ path }) => path === engine);
  if (!script) throw new Error(`Search index: Pagefind has no ${engine} any more.`);
  return script.content;
};

/** How often, and how many milliseconds apart, a file is looked at that Pagefind is still writing. */
const looks = 6_000;
const pause = 10;

const isWhole = (path: string): boolean => {
  const bytes = readFileSync(path);
  try {
    if (path.endsWith('.json')) JSON.parse(bytes.toString('utf8'));
    else gunzipSync(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Waits until Pagefind has written a file: it says that all are written when the last bytes may be on their way. */
const awaitWhole = async (path: string): Promise<void> => {
  for (let look = 0; look < looks; look += 1) {
    if (isWhole(path)) return;
    await setTimeout(pause);
  }
  throw new Error(`Search index: Pagefind did not finish ${path}.`);
};

/** A page for the index. */
export interface Page {
  url: string;
  /** HTML: see `marked`. */
  content: string;
}

/**
 * Builds a search index with Pagefind, which indexes the pages in the order given: the same pages give the same bytes.
 * Pagefind writes the files itself, because handing them over takes it half as long again.
 * @param language a BCP 47 tag
 * @param folder the folder of the index, which must be empty or missing; it gets the files that a search loads
 * @param isLeftOut whether a file of them is not wanted, by its path
 * @throws if Pagefind reports an error
 */
export const makeIndex = async (
  pages: readonly Page[],
  language: string,
  folder: string,
  isLeftOut: (path: string) => boolean = () => false,
): Promise<void> => {
  try {
    const index = await begin(language);
    // All at once: on busy cores, waiting for each response would take longer than the indexing.
    for (const response of await Promise.all(pages.map((page) => index.addHTMLFile(page)))) {
      succeed(response);
    }
    mkdirSync(folder, { recursive: true });
    succeed(await index.writeFiles({ outputPath: folder }));
    if (!isLeftOut(engine)) writeFileSync(join(folder, engine), await engineScript(language));

    const entryFile = join(folder, 'pagefind-entry.json');
    await awaitWhole(entryFile);
    const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as Entry;
    const unsettled = new Map<string, Uint8Array>();
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const place = join(file.parentPath, file.name);
      const path = place.slice(folder.length + 1).replaceAll('\\', '/');
      if (isLeftOut(path) || !isNeeded(path, entry)) rmSync(place);
      else if (path !== engine) await awaitWhole(place);
      if (/\.(?:pf_filter|pf_meta|json)$/.test(path)) unsettled.set(path, readFileSync(place));
    }
    const settled = settledIndex(unsettled);
    for (const path of unsettled.keys()) rmSync(join(folder, path));
    for (const [path, content] of settled) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } finally {
    await close();
  }
};

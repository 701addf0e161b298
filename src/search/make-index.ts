import { close, createIndex } from 'pagefind';
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

/** A page for the index. */
export interface Page {
  url: string;
  /** HTML: see `marked`. */
  content: string;
}

/**
 * Builds a search index with Pagefind, which indexes the pages in the order given: the same pages give the same bytes.
 * @param language a BCP 47 tag
 * @returns the files that a search loads, by path
 * @throws if Pagefind reports an error
 */
export const makeIndex = async (
  pages: readonly Page[],
  language: string,
): Promise<Map<string, Uint8Array>> => {
  try {
    const { index } = succeed(
      await createIndex({
        forceLanguage: new Intl.Locale(language).language,
        // Furniture, and the headline, which the index has as metadata.
        // The number of a note would become part of the word before it.
        excludeSelectors: ['[data-search-skip]', '[data-footnote-ref]'],
      }),
    );
    if (!index) throw new Error('Search index: Pagefind did not start.');
    // All at once: on busy cores, waiting for each response would take longer than the indexing.
    for (const response of await Promise.all(pages.map((page) => index.addHTMLFile(page)))) {
      succeed(response);
    }
    // Pagefind's `writeFiles` sometimes reports success before all files are written.
    const { files } = succeed(await index.getFiles());
    const settled = settledIndex(
      new Map(files.map(({ path, content }) => [path.replaceAll('\\', '/'), content])),
    );
    const entry = JSON.parse(
      Buffer.from(settled.get('pagefind-entry.json') ?? []).toString('utf8'),
    ) as Entry;
    return new Map([...settled].filter(([path]) => isNeeded(path, entry)));
  } finally {
    await close();
  }
};

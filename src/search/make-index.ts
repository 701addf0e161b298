import { close, createIndex } from 'pagefind';
import { settledIndex } from './settled-index.ts';

/** Whether the search page asks for a file of Pagefind's: not for its ready-made interfaces. */
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

const succeed = <T extends { errors: string[] }>(answer: T): T => {
  if (answer.errors.length > 0) throw new Error(`Search index: ${answer.errors.join('; ')}`);
  return answer;
};

/** A page for the index. */
export interface Page {
  url: string;
  /** See `marked`. */
  content: string;
}

/**
 * Makes the search index of pages, which Pagefind takes one after another, in the order given: the same pages give the
 * same bytes.
 * @param language a BCP 47 tag
 * @returns the files that a search asks for, by their paths
 */
export const makeIndex = async (
  pages: readonly Page[],
  language: string,
): Promise<Map<string, Uint8Array>> => {
  try {
    const { index } = succeed(
      await createIndex({
        forceLanguage: new Intl.Locale(language).language,
        // Furniture, and the headline, which the index knows by itself.
        excludeSelectors: ['[data-search-skip]'],
      }),
    );
    if (!index) throw new Error('Search index: Pagefind did not start.');
    // All are handed over at once; waiting for each answer takes longer than the work where the cores are busy.
    for (const answer of await Promise.all(pages.map((page) => index.addHTMLFile(page)))) {
      succeed(answer);
    }
    // Its own writing of files is not always done when it says so.
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

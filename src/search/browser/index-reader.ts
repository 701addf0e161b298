/** A story as the index gives it. */
export interface Hit {
  url: string;
  /** Text with `<mark>` around the words that were looked for. */
  excerpt: string;
  meta: Record<string, string | undefined>;
}

type Counts = Record<string, Record<string, number>>;

export interface Found {
  results: { data: () => Promise<Hit> }[];
  /** How many stories each value of a filter has among the results, and before any filter. */
  filters: Counts;
  totalFilters: Counts;
}

interface Engine {
  mergeIndex: (folder: string, options: object) => Promise<void>;
  search: (words: string | null, options: object) => Promise<Found>;
  filters: () => Promise<Counts>;
}

export interface Index {
  search: (words: string | null, filters: Record<string, string>) => Promise<Found>;
}

let opened: Promise<Index> | undefined;
let attempts = 0;
let failures = 0;
let failuresSeen = 0;

// Pagefind swallows a part of the index that does not come, and would find less without a word.
const fetchFile = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await fetchFile(...request).catch(() => Response.error());
  if (!response.ok) failures += 1;
  return response;
};

/** The names of the volumes beside the index, the newest first. */
const volumesBeside = async (folder: string): Promise<string[]> => {
  // It names folders that the next edition may not have.
  const response = await fetch(`${folder}volumes.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error('The list of volumes is missing.');
  return (await response.json()) as string[];
};

const open = async (folder: string, base: string, volumes?: string): Promise<Index> => {
  attempts += 1;
  // A module that did not come once is not asked for again under the same address.
  const address = `${folder}pagefind.js${attempts > 1 ? `?${String(attempts)}` : ''}`;
  const [{ createInstance }, names] = (await Promise.all([
    import(/* @vite-ignore */ address),
    volumes === undefined ? [] : volumesBeside(folder),
  ])) as [{ createInstance: (options: object) => Engine }, string[]];
  const options = { baseUrl: base, ranking: { metaWeights: { title: 8 } } };
  const engine = createInstance({ ...options, basePath: folder, noWorker: true });
  // Pagefind would wait for ever to merge anything with an engine that did not come.
  await engine.filters();
  // In this order, because without words to look for the newest come first: by volume, and within each. A volume is named by
  // its content, so it may come from the browser's memory.
  await Promise.all(
    names.map((name) =>
      engine.mergeIndex(`${volumes ?? ''}${name}/`, { ...options, metaCacheTag: name }),
    ),
  );
  const totalFilters = await engine.filters();
  if (failures > failuresSeen) throw new Error('A filter is missing.');
  return {
    search: async (words, filters) => {
      const found = await engine.search(words, {
        filters,
        ...(words === null && { sort: { moment: 'desc' } }),
      });
      if (failures > failuresSeen) throw new Error('A part of the index is missing.');
      // Without words, Pagefind counts nothing before its filters.
      return words === null ? { ...found, totalFilters } : found;
    },
  };
};

/**
 * Opens the index, once it is needed.
 * @param folder its folder
 * @param base the paper's base path
 * @param volumes the folder of the volumes beside it, where there are some
 * @throws when it, or a part of it, cannot be fetched; the next attempt then begins anew
 */
export const openIndex = (folder: string, base: string, volumes?: string): Promise<Index> => {
  if (failures > failuresSeen) opened = undefined;
  failuresSeen = failures;
  opened ??= open(folder, base, volumes).catch((error: unknown) => {
    failures += 1;
    throw error;
  });
  return opened;
};

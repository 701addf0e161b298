/** A story, as the index returns it. */
export interface Hit {
  url: string;
  /** Text with `<` and `>` escaped, and `<mark>` around the words that were searched for. */
  excerpt: string;
  /** The text that the excerpt is cut out of, escaped in the same way. */
  raw_content: string;
  meta: Record<string, string | undefined>;
}

type Counts = Record<string, Record<string, number>>;

export interface Found {
  results: { data: () => Promise<Hit> }[];
  /** The number of stories for each value of a filter: among the results, and before any filter. */
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

// If a part of the index fails to load, Pagefind ignores that and finds less, without an error.
const fetchFile = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await fetchFile(...request).catch(() => Response.error());
  if (!response.ok) failures += 1;
  return response;
};

/** The names of the volumes, the newest first. */
const volumeNames = async (folder: string): Promise<string[]> => {
  // Not from a cache: it names folders that the next edition may have removed.
  const response = await fetch(`${folder}volumes.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error('The list of volumes is missing.');
  return (await response.json()) as string[];
};

const open = async (folder: string, base: string, volumes?: string): Promise<Index> => {
  attempts += 1;
  // Browsers do not retry a failed module under the same address.
  const address = `${folder}pagefind.js${attempts > 1 ? `?${String(attempts)}` : ''}`;
  const [{ createInstance }, names] = (await Promise.all([
    import(/* @vite-ignore */ address),
    volumes === undefined ? [] : volumeNames(folder),
  ])) as [{ createInstance: (options: object) => Engine }, string[]];
  const options = { baseUrl: base, ranking: { metaWeights: { title: 8 } } };
  const engine = createInstance({ ...options, basePath: folder, noWorker: true });
  // Fails if the engine did not load; merging with it would wait for ever.
  await engine.filters();
  // The order matters: without words to search for, the newest come first, by volume and within each. A volume is named
  // after its content, so the browser may cache it.
  await Promise.all(
    names.map((name) =>
      engine.mergeIndex(`${volumes ?? ''}${name}/`, { ...options, metaCacheTag: name }),
    ),
  );
  const totalFilters = await engine.filters();
  if (failures > failuresSeen) throw new Error('A part of the index is missing.');
  return {
    search: async (words, filters) => {
      const found = await engine.search(words, {
        filters,
        ...(words === null && { sort: { moment: 'desc' } }),
      });
      if (failures > failuresSeen) throw new Error('A part of the index is missing.');
      // Without words, Pagefind returns no totals.
      return words === null ? { ...found, totalFilters } : found;
    },
  };
};

/**
 * Opens the index on first use, and reuses it.
 * @param folder its folder
 * @param base the paper's base path
 * @param volumes the folder of further volumes, if there are any
 * @throws if any part of it cannot be loaded; the next call then tries again from the start
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

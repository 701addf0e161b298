/** What the caches of a paper are called, beside those of others at the same origin. */
const prefix = (scope: string): string => `kept of ${scope}: `;

/** The cache of a page, by the scope of the paper's service worker and the page's address. */
export const cacheOf = (scope: string, url: string): string => prefix(scope) + url;

/** The addresses of the pages that are kept. */
export const pagesKept = async (scope: string): Promise<string[]> =>
  (await caches.keys())
    .filter((name) => name.startsWith(prefix(scope)))
    .map((name) => name.slice(prefix(scope).length));

/** The prefix of a paper's cache names, so that several papers can share an origin. */
const prefix = (scope: string): string => `kept of ${scope}: `;

/** The name of a page's cache, from the scope of the paper's service worker and the page's address. */
export const cacheOf = (scope: string, url: string): string => prefix(scope) + url;

/** The addresses of the cached pages. */
export const cachedPages = async (scope: string): Promise<string[]> =>
  (await caches.keys())
    .filter((name) => name.startsWith(prefix(scope)))
    .map((name) => name.slice(prefix(scope).length));

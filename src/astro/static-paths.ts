/**
 * Adds to a route's path the key that decides whether the printed page may be reused. Astro calls it `cacheKey` and
 * passes it to the prerenderer, whether or not its own incremental build is on.
 * @param path what `getStaticPaths` returns for one page: its params and props
 * @param key undefined where the page must be printed in every build
 */
export const withKey = <Path extends object>(path: Path, key: string | undefined) => ({
  ...path,
  cacheKey: key,
});

/** The key that a route gave to a path, as Astro passes it on. */
export const keyOf = ({ cacheKey }: { cacheKey?: string | undefined }): string | undefined =>
  cacheKey;

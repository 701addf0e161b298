/**
 * A path of a route with the key by which the printed page may be used again. Astro's name for it is `cacheKey`; it hands
 * the key on to whoever prerenders, whether or not its own incremental build is on.
 * @param path what `getStaticPaths` returns for one page: its params and props
 * @param key undefined where the page must be printed in every build
 */
export const withKey = <Path extends object>(path: Path, key: string | undefined) => ({
  ...path,
  cacheKey: key,
});

/** The key that a route gave to a path, as Astro hands it on. */
export const keyOf = ({ cacheKey }: { cacheKey?: string | undefined }): string | undefined =>
  cacheKey;

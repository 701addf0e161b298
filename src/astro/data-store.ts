import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';

/**
 * Astro's own loaders register an unchanged entry's pictures with this method, which is missing from the public type.
 */
type Store = LoaderContext['store'] & {
  addAssetImports: (paths: string[], filePath: string) => void;
};

/**
 * Keeps an unchanged entry's pictures: Astro bundles only pictures that were registered in this build.
 * @param filePath the entry's file, as Astro names it
 */
export const keepEntry = (
  store: LoaderContext['store'],
  { assetImports }: { assetImports?: string[] | undefined },
  filePath: string,
): void => {
  if (assetImports?.length) (store as Store).addAssetImports(assetImports, filePath);
};

/**
 * The file in which a build of Astro's keeps what it has read of the copy.
 * @param cacheDir as in Astro's configuration
 */
export const dataStoreIn = (cacheDir: string): string => join(cacheDir, 'data-store.json');

import type { LoaderContext } from 'astro/loaders';

/** Astro's own loaders tell the store about an unchanged entry's pictures; the published type leaves that out. */
type Store = LoaderContext['store'] & {
  addAssetImports: (paths: string[], filePath: string) => void;
};

/**
 * Keeps an entry that has not changed, with its pictures: Astro bundles only the pictures that it was told about in this
 * build.
 * @param filePath the entry's file, as Astro knows it
 */
export const keepEntry = (
  store: LoaderContext['store'],
  { assetImports }: { assetImports?: string[] | undefined },
  filePath: string,
): void => {
  if (assetImports?.length) (store as Store).addAssetImports(assetImports, filePath);
};

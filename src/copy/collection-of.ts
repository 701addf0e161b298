import { type Collection, collections, hasEnding } from './collections.ts';

/** The collections that have a folder; the front page’s layout is one file. */
const withFolder = (Object.keys(collections) as Collection[]).filter(
  (name) => collections[name].folder !== '',
);

/**
 * The collection that a file belongs to, by its place.
 * @param content the content folder, from the paper’s folder, with a slash at its end
 * @returns undefined for a file that no collection takes
 */
export const collectionOf = (path: string, content: string): Collection | undefined => {
  if (!path.startsWith(content)) return undefined;
  const below = path.slice(content.length);
  if (below === 'front.yaml') return 'front';
  return withFolder.find((name) => {
    const folder = `${collections[name].folder}/`;
    return (
      below.startsWith(folder) &&
      hasEnding(below, name) &&
      collections[name].mayBeAt(below.slice(folder.length))
    );
  });
};

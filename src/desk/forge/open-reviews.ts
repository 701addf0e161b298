import type { ForgeFile, Review } from './forge.ts';
import { inParallel } from './in-parallel.ts';
import type { Store } from './save.ts';

/** Files as their requests for review have them: whoever asked for a review goes on writing from there. */
export const asReviewed = async (
  store: Pick<Store, 'stateOf'>,
  listed: readonly ForgeFile[],
  folder: string,
  reviews: readonly Review[],
): Promise<{ files: ForgeFile[]; branchOf: Map<string, string> }> => {
  const files = new Map(listed.map((file) => [file.path, file]));
  const branchOf = new Map<string, string>();
  await inParallel(reviews, async ({ branch, paths }) => {
    const ours = paths.filter((path) => path.startsWith(folder));
    const state = ours.length > 0 ? await store.stateOf(branch, ours) : undefined;
    // Merged or closed meanwhile.
    if (!state) return;
    for (const path of ours) {
      const version = state.versions.get(path);
      if (version === undefined) files.delete(path);
      else if (files.get(path)?.version !== version) {
        files.set(path, { path, version });
        branchOf.set(version, branch);
      }
    }
  });
  return { files: [...files.values()], branchOf };
};

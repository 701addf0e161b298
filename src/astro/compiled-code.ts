import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Beside the packages that most of it is from: whoever can write there can change those, too. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/**
 * Has Node keep the code that it compiles, Astro's and the engine's, so that it starts sooner the next time. Threads do the same.
 * Where nothing can be written, nothing is kept.
 */
export const keepCompiledCode = (): void => {
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
};

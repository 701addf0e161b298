import type { Part } from './needs.ts';

/** The search page loads its index and runs it as WebAssembly. */
const search: Part = {
  mark: 'role="search"',
  origins: { 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"] },
};

/** The parts of the paper that need more than every page has. */
export const parts: readonly Part[] = [search];

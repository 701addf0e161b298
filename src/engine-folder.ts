import { fileURLToPath } from 'node:url';

/** The engine's own folder, which holds `src/`. */
export const engineFolder = fileURLToPath(new URL('../', import.meta.url));

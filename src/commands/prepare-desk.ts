/** Runs after `npm ci` and `npm install`: fetches what the desk needs in browsers, so that it later starts offline. */
import { markdownWasm } from '../desk/markdown-wasm.ts';

try {
  markdownWasm();
} catch (error) {
  // The paper itself needs none of it.
  console.warn(`The desk is not ready: ${(error as Error).message} \`npm run desk\` tries again.`);
}

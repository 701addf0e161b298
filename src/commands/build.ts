import { runChild } from './child-process.ts';
import { outOfMemory } from './out-of-memory.ts';

// npm run build: builds the paper in a process of its own, because one that runs out of memory cannot say so.

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}

process.exitCode = await runChild(
  ['src/astro/bin/astro.mjs', 'build', ...process.argv.slice(2)],
  process.env,
  stopping.signal,
  (signal) => {
    const words = outOfMemory(signal);
    if (words && !stopping.signal.aborted) console.error(`\n${words}\n`);
  },
);

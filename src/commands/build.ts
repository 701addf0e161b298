import { mistakesAsText } from '../copy/mistakes.ts';
import { draftsFlag } from '../astro/command.ts';
import { buildUsage, readBuildOptions } from './build-options.ts';
import { runChild } from './child-process.ts';
import { outOfMemory } from './out-of-memory.ts';

// npm run build: builds the paper in a process of its own, because one that runs out of memory cannot say so.

const { help, mistakes, withDrafts, seconds } = readBuildOptions(process.argv.slice(2));

const build = async (): Promise<number> => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort();
    });
  }
  return runChild(
    ['src/astro/bin/astro.mjs', 'build', ...(withDrafts ? [draftsFlag] : [])],
    { ...process.env, ...(seconds === undefined ? {} : { SOURCE_DATE_EPOCH: String(seconds) }) },
    stopping.signal,
    (signal) => {
      const words = outOfMemory(signal);
      if (words && !stopping.signal.aborted) console.error(`\n${words}\n`);
    },
  );
};

if (help) console.log(buildUsage);
else if (mistakes.length > 0) {
  console.error(mistakesAsText(mistakes));
  process.exitCode = 1;
} else process.exitCode = await build();

import { mistakesAsText } from '../copy/mistakes.ts';
import { draftsFlag } from '../astro/command.ts';
import { buildUsage, readBuildOptions } from './build-options.ts';
import { runEdition } from './edition-process.ts';
import { outOfMemory } from './out-of-memory.ts';

// npm run build: builds the paper in a process of its own, because one that runs out of memory cannot say so. That one is not
// kept waiting: this one loads what reads settings and watches folders only if it is asked to stay.

const { help, mistakes, withDrafts, watch, seconds } = await readBuildOptions(
  process.argv.slice(2),
);

const stopping = new AbortController();

const args = ['build', ...(withDrafts ? [draftsFlag] : [])];
const env = {
  // On Linux, each of a build's threads would keep memory of its own for what it has long let go.
  MALLOC_ARENA_MAX: '2',
  ...process.env,
  ...(seconds === undefined ? {} : { SOURCE_DATE_EPOCH: String(seconds) }),
};
const killed = (signal: NodeJS.Signals): void => {
  const words = outOfMemory(signal);
  if (words && !stopping.signal.aborted) console.error(`\n${words}\n`);
};

const build = (): Promise<number> => runEdition(args, env, stopping.signal, killed);

/** @returns the exit code: to be stopped is the normal way to end */
const buildAgainAndAgain = async (): Promise<number> => {
  const [{ readSwitches }, { residentBuild }, { watchPaper }] = await Promise.all([
    import('../config/switches.ts'),
    import('./resident-build.ts'),
    import('./watch-paper.ts'),
  ]);
  const switches = readSwitches(process.env, withDrafts);
  // The first build says what is wrong with them.
  if (switches.mistakes.length > 0) return build();
  const say = (line: string): void => {
    console.log(line);
  };
  const { make } = residentBuild(args, env, stopping.signal, killed);
  await watchPaper(switches, make, say, stopping.signal);
  return 0;
};

if (help) console.log(buildUsage);
else if (mistakes.length > 0) {
  console.error(mistakesAsText(mistakes));
  process.exitCode = 1;
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort();
    });
  }
  process.exitCode = await (watch ? buildAgainAndAgain() : build());
}

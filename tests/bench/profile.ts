import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { table } from './figures.ts';

/** A profile as `node --cpu-prof` writes it (the DevTools protocol's `Profiler.Profile`). */
export interface Profile {
  nodes: readonly { id: number; callFrame: { functionName: string; url: string } }[];
  /** The node that each sample fell on, and the microseconds since the sample before. */
  samples: readonly number[];
  timeDeltas: readonly number[];
}

/** The owner of a function: a package, a room of this project, a chunk of the bundle that renders pages, or Node. */
const ownerOf = (functionName: string, url: string): string => {
  const path = url.replaceAll('\\', '/');
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inPackage !== undefined) return inPackage;
  // The names of chunks end in a hash.
  const chunk = /\.prerender\/(?:chunks\/)?([^/]+?)_[\w-]{8}\.mjs/.exec(path)?.[1];
  if (chunk !== undefined) return `pages: ${chunk}`;
  const room = /\/(src\/[^/]+)\//.exec(path)?.[1];
  if (room !== undefined) return room;
  if (path.startsWith('node:')) return 'Node';
  return functionName.startsWith('(') ? functionName : 'Node';
};

/** The seconds that the main thread spent in each owner's own code, most first. */
export const secondsByOwner = ({ nodes, samples, timeDeltas }: Profile): [string, number][] => {
  const owners = new Map(
    nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame.functionName, callFrame.url)]),
  );
  const seconds = new Map<string, number>();
  for (const [n, id] of samples.entries()) {
    const owner = owners.get(id) ?? '';
    seconds.set(owner, (seconds.get(owner) ?? 0) + (timeDeltas[n] ?? 0) / 1e6);
  }
  return [...seconds].sort(([, a], [, b]) => b - a);
};

/** How many lines are printed. */
const shown = 25;

// node tests/bench/profile.ts build.cpuprofile: CONTRIBUTING.md says how to record one.
const [, script = '', file] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  if (file === undefined)
    throw new Error(
      'Name the profile to read: node tests/bench/profile.ts FILE, as written by `node --cpu-prof`.',
    );
  const owners = secondsByOwner(JSON.parse(readFileSync(file, 'utf8')) as Profile);
  const total = owners.reduce((sum, [, seconds]) => sum + seconds, 0);
  console.log(
    table([
      ['owner', 'seconds', 'share'],
      ...owners
        .slice(0, shown)
        .map(([owner, seconds]) => [
          owner,
          seconds.toFixed(2),
          `${((100 * seconds) / total).toFixed(1)} %`,
        ]),
      ['total', total.toFixed(2), ''],
    ]),
  );
}

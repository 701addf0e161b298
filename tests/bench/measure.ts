import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command used, including the processes that it started. */
export interface Measurement {
  /** CPU time of all its processes, in seconds. NaN on systems other than Linux. */
  cpu: number;
  /** Wall time, in seconds. */
  wall: number;
  /** Peak resident memory of all its processes together, in bytes. NaN on systems other than Linux. */
  peak: number;
  ok: boolean;
  /** Everything that it printed, on both streams. */
  output: string;
}

/** A process, as described by `/proc/<pid>/stat` (proc(5)). */
export interface ProcessStat {
  parent: number;
  /** CPU time in clock ticks: its own, and that of the children that it has waited for. */
  own: number;
  waited: number;
  /** Resident memory, in pages. */
  pages: number;
}

/** Clock ticks per second and bytes per page: the same on nearly every Linux machine today. */
const ticks = 100;
const page = 4096;

/** Parses a line of `/proc/<pid>/stat`. The program's name in it may contain spaces and brackets. */
export const parseStat = (line: string): ProcessStat => {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - 3] ?? NaN;
  return {
    parent: field(4),
    own: field(14) + field(15),
    waited: field(16) + field(17),
    pages: field(24),
  };
};

export const statOf = (pid: number | 'self'): ProcessStat | undefined => {
  try {
    return parseStat(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    // It has ended in the meantime.
    return undefined;
  }
};

/** A process and all its descendants, by process ID. */
export const treeOf = (
  root: number,
  all: ReadonlyMap<number, ProcessStat>,
): Map<number, ProcessStat> => {
  const tree = new Map<number, ProcessStat>();
  const children = Map.groupBy(all, ([, { parent }]) => parent);
  const add = (pid: number): void => {
    const stat = all.get(pid);
    if (!stat || tree.has(pid)) return;
    tree.set(pid, stat);
    for (const [child] of children.get(pid) ?? []) add(child);
  };
  add(root);
  return tree;
};

const allProcesses = (): Map<number, ProcessStat> =>
  new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): [number, ProcessStat][] => {
        const stat = statOf(Number(name));
        return stat ? [[Number(name), stat]] : [];
      }),
  );

const isLinux = process.platform === 'linux';
const interval = 100;

/**
 * Runs a command, and measures it with all processes that it starts. The system's total is exact for processes that
 * their parents wait for. Nothing waits for Pagefind's, so all processes are also sampled ten times a second; the
 * larger of the two sums counts. On systems other than Linux, only wall time is measured.
 */
export const measure = async (
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Measurement> => {
  const before = isLinux ? statOf('self')?.waited : undefined;
  const seen = new Map<number, number>();
  let peakPages = 0;
  const began = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const watch = setInterval(() => {
    if (!isLinux || child.pid === undefined) return;
    const tree = treeOf(child.pid, allProcesses());
    for (const [pid, { own }] of tree) seen.set(pid, own);
    peakPages = Math.max(
      peakPages,
      [...tree.values()].reduce((sum, { pages }) => sum + pages, 0),
    );
  }, interval);

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const wall = (performance.now() - began) / 1000;
    const waited = before === undefined ? NaN : (statOf('self')?.waited ?? NaN) - before;
    const watched = [...seen.values()].reduce((sum, own) => sum + own, 0);
    return {
      cpu: Math.max(waited, watched) / ticks,
      wall,
      peak: isLinux ? peakPages * page : NaN,
      ok: code === 0,
      output,
    };
  } finally {
    clearInterval(watch);
  }
};

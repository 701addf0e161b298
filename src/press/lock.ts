import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The build that has a lock. */
interface Holder {
  pid: number;
  /** When its process started, as the system says it: another process may have got its number since. */
  started: string;
  /** The machine, its last start, and the container: only there does the number mean this process. */
  place: string;
}

/** How long a lock of another machine counts if nothing renews it, and how often its build does, in milliseconds. */
const validity = 5 * 60_000;
const renewal = 30_000;

const textOr = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return '';
  }
};

const here = (): string =>
  [
    hostname(),
    textOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    textOr(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');

const startOf = (pid: number): string => {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') {
    return textOr(() =>
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }),
    );
  }
  // The fields after the name of the program, which may contain spaces and brackets: proc_pid_stat(5).
  const stat = textOr(() => readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderIn = (text: string): Holder | undefined => {
  try {
    const { pid, started, place } = JSON.parse(text) as Partial<Holder>;
    return pid === undefined || started === undefined || place === undefined
      ? undefined
      : { pid, started, place };
  } catch {
    return undefined;
  }
};

/** Whether a lock still counts. */
const isHeld = (file: string, text: string): boolean => {
  const holder = holderIn(text);
  if (holder?.place === here()) {
    return isRunning(holder.pid) && startOf(holder.pid) === holder.started;
  }
  // Another machine's process cannot be asked. The disk tells the time, because machines' clocks differ.
  const probe = `${file}.${randomUUID()}`;
  writeFileSync(probe, '');
  const now = statSync(probe).mtimeMs;
  rmSync(probe);
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && now - written < validity;
};

/** Removes a lock that counts no more, unless another build has just done so and taken it. */
const breakLock = (file: string, text: string): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // A link fails where a third build has taken the lock meanwhile.
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  } catch {
    // It is gone already.
  }
  rmSync(aside, { recursive: true, force: true });
};

/** @returns false if there is a lock already */
const take = (file: string, text: string): boolean => {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Waits until no other build works in a folder, and keeps others out until it is let go, or until the process ends,
 * however it ends.
 * @param wait what to do while another build works there: for how many milliseconds, and how to say so, once
 * @returns a function that lets the folder go
 * @throws if the other build does not end in that time
 */
export const lock = async (
  folder: string,
  wait: { atMost: number; say: (text: string) => void },
): Promise<() => void> => {
  const file = join(folder, 'lock');
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), place: here() };
  const text = JSON.stringify(mine);
  const began = performance.now();
  let isSaid = false;
  while (!take(file, text)) {
    const theirs = textOr(() => readFileSync(file, 'utf8'));
    // Astro reads its configuration once more if that fails the first time.
    if (theirs === text) break;
    if (!isHeld(file, theirs)) {
      breakLock(file, theirs);
      continue;
    }
    const holder = holderIn(theirs);
    const which =
      holder && ` (process ${String(holder.pid)} on ${holder.place.split(' ')[0] ?? ''})`;
    const who = `Another build${which ?? ''} is using ${folder}.`;
    if (performance.now() - began > wait.atMost) {
      throw new Error(`${who} If there is none, delete ${file}.`);
    }
    if (!isSaid) wait.say(`${who} Waiting for it to end.`);
    isSaid = true;
    await setTimeout(200);
  }
  const isMine = (): boolean => textOr(() => readFileSync(file, 'utf8')) === text;
  const renewing = setInterval(() => {
    try {
      if (isMine()) writeFileSync(file, text);
    } catch {
      // A full disk is reported where it is in the way.
    }
  }, renewal).unref();
  const letGo = (): void => {
    clearInterval(renewing);
    process.off('exit', letGo);
    if (isMine()) rmSync(file, { force: true });
  };
  process.once('exit', letGo);
  return letGo;
};

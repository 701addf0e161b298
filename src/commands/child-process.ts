import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { engineFolder } from '../engine-folder.ts';

/** How much of what a program prints is kept, in characters. */
const mostKept = 10_000;

/** A program that runs beside this one. */
export interface Child {
  /** What it printed when it was ready; undefined if it ended before that. */
  ready: Promise<string | undefined>;
  /** Its exit code. */
  ended: Promise<number>;
  /** The last line that it printed to stderr. */
  lastError: () => string;
  /** Several of them. */
  lastErrors: (lines: number) => string;
  /** Ends it, and waits until it has ended. */
  stop: () => Promise<void>;
}

/**
 * Starts a Node program in the project's folder.
 * @param args its script and arguments
 * @param isReady matches its output, without colours, once it is ready; `ready` resolves with the first group
 * @param shown called with its output as it comes; stderr is held back until it is ready
 */
export const startChild = (
  args: string[],
  env: NodeJS.ProcessEnv,
  isReady: RegExp,
  shown: (text: string) => void,
): Child => {
  const child = spawn(process.execPath, args, {
    cwd: engineFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let hasBegun = false;
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const ready = new Promise<string | undefined>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown(text);
      if (hasBegun) return;
      output += stripVTControlCharacters(text);
      const found = isReady.exec(output)?.[1];
      if (found === undefined) return;
      hasBegun = true;
      resolve(found);
    });
    void ended.then(() => {
      resolve(undefined);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (hasBegun) process.stderr.write(text);
    errors = (errors + text).slice(-mostKept);
  });
  const lastErrors = (lines: number): string =>
    stripVTControlCharacters(errors).trim().split('\n').slice(-lines).join('\n');
  return {
    ready,
    ended,
    lastError: () => lastErrors(1),
    lastErrors,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
};

/**
 * Runs a Node program in this terminal to its end.
 * @param signal ends it early
 * @param killed called with the signal that has ended it, if one has
 * @returns its exit code
 */
export const runChild = (
  args: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  killed: (signal: NodeJS.Signals) => void = () => undefined,
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: engineFolder,
      env,
      stdio: 'inherit',
      signal,
    });
    // An abort is reported as an error too; `close` follows.
    child.on('error', () => undefined);
    child.once('close', (code, ending) => {
      if (ending) killed(ending);
      resolve(code ?? 1);
    });
  });

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program that runs beside this one. */
export interface Child {
  /** What it said when it was ready; undefined where it ended before that. */
  ready: Promise<string | undefined>;
  /** Its exit code. */
  ended: Promise<number>;
  /** The last line of its errors. */
  lastError: () => string;
  /** Ends it, and waits until it has ended. */
  stop: () => Promise<void>;
}

/**
 * Starts a Node program in the project's folder.
 * @param args its script and arguments
 * @param isReady finds in its output, without colours, that it is ready; the first group is what it said
 * @param shown is given its output as it comes; errors are held back until it is ready
 */
export const startChild = (
  args: string[],
  env: NodeJS.ProcessEnv,
  isReady: RegExp,
  shown: (text: string) => void,
): Child => {
  const child = spawn(process.execPath, args, {
    cwd: root,
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
    else errors += text;
  });
  return {
    ready,
    ended,
    lastError: () => errors.trim().split('\n').at(-1) ?? '',
    stop: async () => {
      child.kill();
      await ended;
    },
  };
};

/**
 * Runs a Node program in this terminal to its end.
 * @param signal ends it early
 * @returns its exit code
 */
export const runChild = (
  args: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit', signal });
    // An abort is one: the end of the program follows.
    child.on('error', () => undefined);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });

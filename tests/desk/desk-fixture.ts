import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/commands/port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A desk that runs over a copy of a paper. */
export type TestDesk = {
  /** The address that `npm run desk` printed, with the token. */
  url: string;
  /** The same in parts: `http://127.0.0.1:41234`. */
  origin: string;
  token: string;
  /** The copy: a folder with `publication.ts` and `content/`. */
  folder: string;
  /** Ends the desk, and deletes the copy if this made it. */
  stop: () => Promise<void>;
};

/**
 * Copies a paper into a temporary folder.
 * @param paper a folder with `publication.ts` and `content/`, from the project's root: `src` is our own paper
 */
export const copyPaper = async (paper: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-'));
  for (const part of ['publication.ts', 'content']) {
    await cp(path.join(root, paper, part), path.join(folder, part), { recursive: true });
  }
  return folder;
};

/** Astro serves no page where it sees that Vitest has started it. */
export const withoutVitest = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')),
);

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else
      child.once('close', () => {
        resolve();
      });
  });

/**
 * Runs `npm run desk` over a paper's folder.
 * @param paper a paper to copy, as for `copyPaper`, or the absolute path of a copy, which stays
 * @param env more switches
 */
export const startDesk = async (
  paper: string,
  env: Record<string, string> = {},
): Promise<TestDesk> => {
  const isOwnCopy = !path.isAbsolute(paper);
  const folder = isOwnCopy ? await copyPaper(paper) : paper;
  const cache = await mkdtemp(path.join(tmpdir(), 'desk-cache-'));
  const child = spawn(
    process.execPath,
    ['src/commands/desk.ts', '--port', String(await freePort())],
    {
      cwd: root,
      env: { ...withoutVitest, PAPER_DIR: folder, CACHE_DIR: cache, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = async (): Promise<void> => {
    child.kill();
    await ended(child);
    await rm(cache, { recursive: true, force: true });
    if (isOwnCopy) await rm(folder, { recursive: true, force: true });
  };
  let output = '';
  const url = await new Promise<string | undefined>((resolve) => {
    const read = (text: Buffer): void => {
      output += text.toString();
      const found = /http:\/\/\S+#token=\S+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended(child).then(() => {
      resolve(undefined);
    });
  });
  if (url === undefined) {
    await stop();
    throw new Error(`The desk did not start:\n${output}`);
  }
  const { origin, hash } = new URL(url);
  return { url, origin, token: hash.replace('#token=', ''), folder, stop };
};

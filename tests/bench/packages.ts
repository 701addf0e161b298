import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The project's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The working folder of benchmarks. */
export const work = path.join(root, '.test/bench');

/** The version of a package installed in a folder. */
export const versionIn = async (folder: string, name: string): Promise<string> => {
  const text = await readFile(path.join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/**
 * Installs packages that only a benchmark needs, from a lockfile of their own, apart from the project's packages. An
 * earlier installation from the same lockfile is reused.
 * @param from the folder with `package.json` and its lockfile, below `tests/bench/`
 * @returns the folder that contains `node_modules`
 * @throws if npm cannot install them
 */
export const installApart = async (from: string): Promise<string> => {
  const home = path.join(work, 'packages', path.basename(from));
  const lockfile = await readFile(
    path.join(root, 'tests/bench', from, 'package-lock.json'),
    'utf8',
  );
  const installed = path.join(home, 'node_modules/.installed-from.json');
  const before = await readFile(installed, 'utf8').catch(() => undefined);
  if (before === lockfile) return home;
  await mkdir(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    await cp(path.join(root, 'tests/bench', from, file), path.join(home, file));
  }
  await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: home });
  await writeFile(installed, lockfile);
  return home;
};

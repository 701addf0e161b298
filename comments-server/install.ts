import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const stamp = join(folder, 'node_modules', '.installed');
/** Holds the id of the process that is installing. */
const lock = join(folder, '.installing');

const lockfileDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** Whether the packages of this folder's lockfile are there. */
export const isInstalled = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileDigest();

const runNpm = (): number | null => {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  // Without a network, npm would keep trying for more than a minute.
  options.push('--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000');
  const npm = process.env['npm_execpath'];
  // The npm that runs us, or else the one on the path, which Windows finds only through its shell.
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: folder, stdio: 'inherit' })
    : spawnSync('npm', options, {
        cwd: folder,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  return status;
};

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It is there, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The id in the lock; 0 if it has just been removed. */
const lockHolder = (): number => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
};

/**
 * Whether this process may install now; another one may be at it, in the same folder.
 * @throws when the folder cannot be written to
 */
const takeLock = (): boolean => {
  const mine = `${lock}.${String(process.pid)}`;
  try {
    // The lock gets its name only once the id is in it: an empty one could not be told from one of a dead process.
    writeFileSync(mine, String(process.pid));
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = lockHolder();
    // One that was killed leaves its lock behind.
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
};

/**
 * Installs the server's packages into this folder if they are missing.
 * @throws when npm fails, or the folder cannot be written to
 */
export const install = (): void => {
  while (!isInstalled()) {
    if (!takeLock()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      if (isInstalled()) return;
      console.log('Installing the comments server (first time only) …');
      if (runNpm() !== 0) throw new Error('The comments server could not be installed.');
      writeFileSync(stamp, lockfileDigest());
    } finally {
      rmSync(lock, { force: true });
    }
  }
};

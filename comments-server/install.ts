import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const stamp = join(folder, 'node_modules', '.installed');

const lockfileDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** Whether the packages of this folder's lockfile are there. */
export const isInstalled = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileDigest();

/**
 * Installs the server's packages into this folder if they are missing.
 * @throws when npm fails
 */
export const install = (): void => {
  if (isInstalled()) return;
  console.log('Installing the comments server (first time only) …');
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
  if (status !== 0) throw new Error('The comments server could not be installed.');
  writeFileSync(stamp, lockfileDigest());
};

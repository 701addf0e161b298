import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether packages may be installed here: as root on Debian or Ubuntu, and nowhere else. */
export async function mayInstall(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/** Debian asks this program whether a service may start once its package is there (101: it may not). */
const policy = '/usr/sbin/policy-rc.d';

/** Installs packages of the distribution and starts no service of theirs. Whether it has worked must be looked up. */
export async function installPackages(...packages: string[]): Promise<void> {
  const isOurs = await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  );
  try {
    await attempt('apt-get', ['update', '-qq']);
    await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  } finally {
    if (isOurs) await rm(policy);
  }
}

/** Its output stays unread: the next step is tried whatever the reason for a failure was. */
export async function attempt(
  program: string,
  args: string[],
  timeout = 180_000,
): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run(program, args, { timeout, env, maxBuffer: 64 * 1024 * 1024 }).then(
    () => true,
    () => false,
  );
}

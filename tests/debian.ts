import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether packages may be installed: only as root on Debian or Ubuntu. */
export async function mayInstall(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/** Debian runs this program to ask whether a newly installed service may start (exit code 101: no). */
const policy = '/usr/sbin/policy-rc.d';

/** Installs packages of the distribution without starting their services. Callers must check whether it worked. */
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

/**
 * Runs a program and returns whether it succeeded. Its output is ignored, because callers go on to the next step
 * anyway.
 */
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

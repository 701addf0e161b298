import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { attempt, installPackages, mayInstall } from './debian.ts';

const missingBrowser =
  'No Chromium found: install Chromium or Chrome, or set CHROME_PATH to the browser to use.';

/** What decides where a machine may have a browser. */
export type Machine = {
  platform: NodeJS.Platform;
  home: string;
  env: Partial<Record<string, string>>;
};

/**
 * Every path where a machine may have Chromium or Chrome, the likeliest first: names on the PATH, then the folders that
 * installers use.
 */
export function browserPlaces({ platform, home, env }: Machine): string[] {
  const on = platform === 'win32' ? path.win32 : path.posix;
  const join = (...parts: string[]): string => on.join(...parts);
  const onPath = (names: string[]): string[] => {
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(on.delimiter).filter(Boolean);
    return names.flatMap((name) => folders.map((folder) => join(folder, name)));
  };

  if (platform === 'win32') {
    const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return [
      ...onPath(['chrome.exe', 'chromium.exe']),
      ...programs
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ]),
    ];
  }
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome', 'chromium-browser'];
  if (platform === 'darwin') {
    return [
      ...['/Applications', join(home, 'Applications')].flatMap((folder) => [
        join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
        join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      ]),
      ...onPath(names),
    ];
  }
  return [
    ...onPath(names),
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/chromium/chrome',
  ];
}

/**
 * The path of a Chromium or Chrome for the tests: the one that CHROME_PATH names, else an installed one, else one that
 * Playwright has or can download, else, as root on Debian or Ubuntu, the distribution's package.
 * @throws an error with one line that says what to install or set
 */
export async function findChromium(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted) {
    if (await isProgram(wanted)) return wanted;
    throw new Error(`CHROME_PATH is set to ${wanted}, but there is no browser there.`);
  }

  const installed = (): Promise<string | undefined> =>
    firstThatStarts(
      browserPlaces({ platform: process.platform, home: homedir(), env: process.env }),
    );
  const playwrights = async (): Promise<string | undefined> => {
    const { chromium } = await import('@playwright/test');
    return firstThatStarts([chromium.executablePath()]);
  };

  const present = (await installed()) ?? (await playwrights());
  if (present) return present;

  await runPlaywright('install', '--no-shell', 'chromium');
  const downloaded = await playwrights();
  if (downloaded) return downloaded;

  if (await mayInstall()) {
    // A bare container lacks the libraries that the download needs.
    await runPlaywright('install-deps', 'chromium');
    const completed = await playwrights();
    if (completed) return completed;

    await installPackages('chromium');
    const packaged = await installed();
    if (packaged) return packaged;
  }
  throw new Error(missingBrowser);
}

async function firstThatStarts(places: string[]): Promise<string | undefined> {
  for (const place of new Set(places)) {
    if ((await isProgram(place)) && (await starts(place))) return place;
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Whether a browser actually runs. Ubuntu's /usr/bin/chromium-browser is only a script that asks to install another
 * package, and a download may lack its libraries.
 */
async function starts(browser: string): Promise<boolean> {
  // On Windows, chrome.exe --version opens a window.
  if (process.platform === 'win32') return true;
  return attempt(browser, ['--version'], 20_000);
}

async function runPlaywright(...args: string[]): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  await attempt(process.execPath, [cli, ...args]);
}

import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isInstalled } from '../comments-server/install.ts';
import { findChromium } from './chromium.ts';
import { installPrograms } from './hosts/servers.ts';
import { buildPaper, papers } from './papers.ts';

type Counts = { passed: number; failed: number; skipped: number };
type Part = 'unit' | 'site' | 'browser' | 'hosts';

/** The fields used from the report of Vitest's `json` reporter. */
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** The fields used from the report of Playwright's `json` reporter. */
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

async function main(): Promise<number> {
  const { parts, build } = readFlags();
  const counts: Counts[] = [];
  // Downloads run while papers are built.
  const comments = parts.some((part) => part === 'unit' || part === 'browser')
    ? fetchCommentsServer()
    : undefined;
  const browser = parts.includes('browser') ? fetchBrowser(comments) : undefined;
  const servers = parts.includes('hosts') ? fetchPrograms(browser) : undefined;

  if (build) {
    const wanted = papers.filter(({ name }) => parts.some((part) => isReadBy(part, name)));
    const builds = wanted.map(async (paper) => {
      const { ok, output, seconds } = await buildPaper(paper);
      if (!ok) process.stdout.write(output);
      console.log(`${ok ? 'built' : 'FAILED to build'} ${paper.name} in ${seconds.toFixed(1)} s`);
      if (!ok) counts.push(oneFailed);
    });
    await Promise.all(builds);
  }

  // In one run, so that no core waits for the last file of each.
  const projects = parts.filter((part) => part !== 'browser');
  for (const word of (await servers) ?? []) console.log(word);
  const notInstalled = await comments;
  if (notInstalled !== undefined) console.error(notInstalled);
  if (projects.length > 0) counts.push(await runVitest(projects));

  if (browser) {
    const missing = await browser;
    if (missing !== undefined) console.error(missing);
    counts.push(missing === undefined ? await runPlaywright() : oneFailed);
  }

  const sum = (of: keyof Counts): number => counts.reduce((total, each) => total + each[of], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  // Without servers their tests are skipped, which is not a failure.
  const hasRun = passed > 0 || (skipped > 0 && parts.join() === 'hosts');
  return failed === 0 && hasRun ? 0 : 1;
}

/**
 * Makes sure that a browser is installed, as the comments server is.
 * @returns what is wrong if they are not
 */
async function fetchBrowser(
  comments: Promise<string | undefined> | undefined,
): Promise<string | undefined> {
  try {
    process.env['CHROME_PATH'] = await findChromium();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return comments;
}

/**
 * Makes sure that the comments server is installed.
 * @returns what is wrong if it is not
 */
async function fetchCommentsServer(): Promise<string | undefined> {
  if (isInstalled()) return undefined;
  console.log('Installing the comments server, this once …');
  const { exitCode, output } = await runNode('tests/install-comments-server.ts', [], 'pipe');
  return exitCode === 0 ? undefined : output;
}

/**
 * Installs servers and rsync once the browser is ready, because Debian installs one package at a time.
 * @returns a message for each that is still missing
 */
async function fetchPrograms(browser: Promise<unknown> | undefined): Promise<string[]> {
  await browser;
  return installPrograms();
}

function isReadBy(part: Part, paper: string): boolean {
  return part === 'hosts' ? paper.startsWith('moved') : part !== 'unit';
}

function readFlags(): { parts: Part[]; build: boolean } {
  const { values } = parseArgs({
    options: {
      unit: { type: 'boolean' },
      site: { type: 'boolean' },
      browser: { type: 'boolean' },
      hosts: { type: 'boolean' },
      'no-build': { type: 'boolean' },
    },
  });
  const all: Part[] = ['unit', 'site', 'browser', 'hosts'];
  const chosen = all.filter((part) => values[part]);
  // Local servers are tested only on request, because they may have to be installed first.
  const usual = all.filter((part) => part !== 'hosts');
  return { parts: chosen.length > 0 ? chosen : usual, build: !values['no-build'] };
}

async function runVitest(projects: readonly string[]): Promise<Counts> {
  const command = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const report = await newReport(projects.join('-'));
  const { exitCode } = await runNode(command, [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countReport(exitCode, report, (text) => {
    const found = JSON.parse(text) as VitestReport;
    // A file that cannot be loaded, or whose setup throws, fails without a failed test in it.
    const brokenFiles = found.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    return {
      passed: found.numPassedTests,
      failed: found.numFailedTests + brokenFiles.length,
      skipped: found.numPendingTests + found.numTodoTests,
    };
  });
}

async function runPlaywright(): Promise<Counts> {
  const report = await newReport('browser');
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report;
  const command = require.resolve('@playwright/test/cli');
  const { exitCode } = await runNode(command, ['test', '--reporter=list,json']);
  return countReport(exitCode, report, (text) => {
    const { stats } = JSON.parse(text) as PlaywrightReport;
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    };
  });
}

/** The path for a report, cleared of one from an earlier run, which would be counted as this one's. */
async function newReport(name: string): Promise<string> {
  const report = path.join(root, '.test', 'reports', `${name}.json`);
  await mkdir(path.dirname(report), { recursive: true });
  await rm(report, { force: true });
  return report;
}

async function countReport(
  exitCode: number,
  report: string,
  read: (text: string) => Counts,
): Promise<Counts> {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return oneFailed;
  const counts = read(text);
  // An error outside of any test, or no test at all, shows only in the exit code.
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs a script, and shows its output immediately or keeps it for later. */
async function runNode(
  script: string,
  args: string[],
  shown: 'inherit' | 'pipe' = 'inherit',
): Promise<{ exitCode: number; output: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['inherit', shown, shown],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

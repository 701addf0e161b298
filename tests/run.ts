import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { install } from '../comments-server/install.ts';
import { findChromium } from './chromium.ts';
import { installServers } from './hosts/servers.ts';
import { buildPaper, papers } from './papers.ts';

type Counts = { passed: number; failed: number; skipped: number };
type Part = 'unit' | 'site' | 'browser' | 'hosts';

/** The fields that are read of the report of Vitest's `json` reporter. */
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** The fields that are read of the report of Playwright's `json` reporter. */
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

async function main(): Promise<number> {
  const { parts, build } = readFlags();
  const counts: Counts[] = [];

  if (parts.includes('unit')) counts.push(await runVitest('unit'));

  const wanted = papers.filter(({ name }) => parts.some((part) => isReadBy(part, name)));
  if (build) {
    const builds = wanted.map(async (paper) => {
      const { ok, output, seconds } = await buildPaper(paper);
      if (!ok) process.stdout.write(output);
      console.log(`${ok ? 'built' : 'FAILED to build'} ${paper.name} in ${seconds.toFixed(1)} s`);
      if (!ok) counts.push(oneFailed);
    });
    await Promise.all(builds);
  }

  if (parts.includes('site')) counts.push(await runVitest('site'));
  if (parts.includes('browser')) counts.push(await runPlaywright());
  if (parts.includes('hosts')) {
    for (const word of await installServers()) console.log(word);
    counts.push(await runVitest('hosts'));
  }

  const sum = (of: keyof Counts): number => counts.reduce((total, each) => total + each[of], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  // A machine without servers skips their tests, and has not failed them.
  const hasRun = passed > 0 || (skipped > 0 && parts.join() === 'hosts');
  return failed === 0 && hasRun ? 0 : 1;
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
  // Servers of this machine are asked for by name: they may have to be installed first.
  const usual = all.filter((part) => part !== 'hosts');
  return { parts: chosen.length > 0 ? chosen : usual, build: !values['no-build'] };
}

async function runVitest(project: Exclude<Part, 'browser'>): Promise<Counts> {
  const command = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const report = await newReport(project);
  const exitCode = await runNode(command, [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countReport(exitCode, report, (text) => {
    const found = JSON.parse(text) as VitestReport;
    // A file that cannot be loaded, or whose setup throws, has failed without a failed test in it.
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
  try {
    process.env['CHROME_PATH'] = await findChromium();
    install();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return oneFailed;
  }
  const report = await newReport('browser');
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report;
  const command = require.resolve('@playwright/test/cli');
  const exitCode = await runNode(command, ['test', '--reporter=list,json']);
  return countReport(exitCode, report, (text) => {
    const { stats } = JSON.parse(text) as PlaywrightReport;
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    };
  });
}

/** A report left by an earlier run would be counted as this one's. */
async function newReport(part: Part): Promise<string> {
  const report = path.join(root, '.test', 'reports', `${part}.json`);
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

async function runNode(script: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { startDesk } from '../desk/desk-fixture.ts';

const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';
const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file));

/** Lines added and removed in a paper since it was last committed, as git counts them. */
const numstat = (folder: string): string =>
  execFileSync('git', ['diff', '--numstat'], { cwd: folder, encoding: 'utf8' }).trim();

const commitAll = (folder: string): void => {
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['-c', 'user.name=A', '-c', 'user.email=a@paper.example', 'commit', '--quiet', '--message=A'],
  ])
    execFileSync('git', args, { cwd: folder });
};

test('in Firefox, a changed headline is checked and is one changed line of the file', async () => {
  test.skip(firefox === undefined, 'There is no Firefox on this machine.');
  test.setTimeout(120_000);
  const home = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const desk = await startDesk('tests/fixtures/one-article');
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    headless: true,
    // This Firefox takes a size only when it starts.
    defaultViewport: null,
    args: ['--width=1300', '--height=900'],
    env: { ...process.env, HOME: home },
  });
  try {
    commitAll(desk.folder);
    const page = await browser.newPage();
    await page.goto(desk.url);
    await page.waitForSelector('a[href*="clock-tower"]');
    await page.$eval('a[href*="clock-tower"]', (link) => {
      (link as HTMLElement).click();
    });
    const headline = await page.waitForSelector('#field-headline');
    // All of it, and nothing in its place.
    await headline?.focus();
    for (const key of ['Control', 'a'] as const) await page.keyboard.down(key);
    for (const key of ['a', 'Control'] as const) await page.keyboard.up(key);
    await page.keyboard.press('Backspace');
    await page.waitForSelector('.field-findings .mistake');
    await page.keyboard.type('The clock tower, in Firefox');
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await expect
      .poll(() => readFileSync(path.join(desk.folder, story), 'utf8'), { timeout: 30_000 })
      .toContain('in Firefox');
    expect(numstat(desk.folder)).toBe(`1\t1\t${story}`);
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(home, { recursive: true, force: true });
  }
});

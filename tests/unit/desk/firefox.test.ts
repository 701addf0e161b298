import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { startDesk } from '../../desk/desk-fixture.ts';

/** Where this machine has Firefox, if it has one. */
const findFirefox = (): string | undefined => {
  for (const name of ['firefox-esr', 'firefox']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      // Not under this name.
    }
  }
  return undefined;
};

const executablePath = findFirefox();
const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';

test.skipIf(executablePath === undefined)(
  'in Firefox, where this machine has it, a story is edited, checked, seen as its real page, and saved',
  async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'firefox-'));
    const desk = await startDesk('tests/fixtures/one-article');
    const browser = await puppeteer.launch({
      browser: 'firefox',
      ...(executablePath !== undefined && { executablePath }),
      headless: true,
      args: ['--width=1400', '--height=900'],
      defaultViewport: null,
      env: { ...process.env, HOME: home },
    });
    try {
      const page = await browser.newPage();
      await page.goto(desk.url);
      await page.waitForSelector('.story-line');
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/story/${story}`);
      const headline = await page.waitForSelector('#field-headline');
      await headline?.click({ count: 3 });
      await page.keyboard.press('Backspace');
      await page.waitForSelector('.field-findings .mistake');
      await page.keyboard.type('Typed in Firefox');
      const preview = await page.waitForSelector('iframe.shown', { timeout: 60_000 });
      const frame = await preview?.contentFrame();
      await frame?.waitForFunction(() => document.body.innerText.includes('Typed in Firefox'), {
        timeout: 20_000,
      });
      await page.keyboard.down('Control');
      await page.keyboard.press('s');
      await page.keyboard.up('Control');
      // The page's policy lets nobody run code from text, as waiting for a function would.
      await vi.waitFor(
        () => {
          expect(readFileSync(path.join(desk.folder, story), 'utf8')).toMatch(
            /^headline: .*Typed in Firefox/m,
          );
        },
        { timeout: 20_000, interval: 200 },
      );
      await page.waitForSelector('.save-state > .saved');
    } finally {
      await browser.close();
      await desk.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    }
  },
  120_000,
);

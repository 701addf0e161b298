import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openRealPages } from '../../../src/commands/real-pages.ts';
import { withoutVitest } from '../../desk/desk-fixture.ts';
import { openLocalDesk } from '../../desk/local-desk.ts';

const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';
const stops: (() => Promise<void>)[] = [];
const desk = await openLocalDesk('tests/fixtures/one-article', (paper, cache) => {
  // Vite leaves this behind when it has bundled the desk's page.
  const env = { ...withoutVitest, PAPER_DIR: paper, NODE_ENV: 'production' };
  const pages = openRealPages(env, cache);
  stops.push(pages.stop);
  return pages;
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await desk.stop();
});

test('a text that is not saved is shown as the real page that it would be', async () => {
  const text = readFileSync(path.join(desk.folder, story), 'utf8').replace('thirteen', 'unsaved');
  const url = await vi.waitFor(
    async () => {
      const { status, body } = await desk.ask('POST /desk-api/preview', {
        path: story,
        text,
        pictures: [],
      });
      // 503 while the server of the pages starts.
      expect(status).toBe(200);
      return (body as { url: string }).url;
    },
    { timeout: 60_000, interval: 300 },
  );
  expect(await (await fetch(url)).text()).toContain('strikes unsaved');
}, 90_000);

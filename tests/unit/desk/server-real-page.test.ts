import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { startDesk } from '../../desk/desk-fixture.ts';

const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';
const desk = await startDesk('tests/fixtures/one-article');
afterAll(() => desk.stop());

test('a text that is not saved is shown as the real page that it would be', async () => {
  const text = readFileSync(path.join(desk.folder, story), 'utf8').replace('thirteen', 'unsaved');
  const url = await vi.waitFor(
    async () => {
      const response = await fetch(`${desk.origin}/desk-api/preview`, {
        method: 'POST',
        headers: { authorization: `token ${desk.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ path: story, text, pictures: [] }),
      });
      // 503 while the server of the pages starts.
      expect(response.status).toBe(200);
      return ((await response.json()) as { url: string }).url;
    },
    { timeout: 60_000, interval: 300 },
  );
  expect(await (await fetch(url)).text()).toContain('strikes unsaved');
}, 90_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { createRanker } from '../../src/press/ranker.ts';
import type { Publication } from '../../src/schemas/publication.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'ranker-'));
afterAll(() => {
  rmSync(cache, { recursive: true });
});

test('what is wrong with the thread is told to whoever waits, also if it ended before it was asked', async () => {
  const publication = { language: 'no language at all', lists: { related: 3 } } as Publication;
  const early = createRanker(publication, cache, true);
  const listed = { stories: [], topicsOf: () => [] };
  await expect(early.rank(listed)()).rejects.toThrow('locale');
  const late = createRanker(publication, cache, true);
  await setTimeout(1000);
  await expect(late.rank(listed)()).rejects.toThrow('locale');
});

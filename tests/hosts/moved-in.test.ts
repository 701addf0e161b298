import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movedInContent } from '../fixtures/moving-in/write.ts';
import { expected, pages, posts, reportIn } from '../unit/import/newsroom.ts';
import { fetchRaw, redirectTarget } from './fetch-raw.ts';
import { missingOf, run, type Running } from './servers.ts';

const isMissing = missingOf('nginx').length > 0;
const content = path.resolve(import.meta.dirname, '../..', movedInContent);

describe('nginx serves a newsroom that has moved in', () => {
  let running: Running;
  beforeAll(async () => {
    if (!isMissing) running = await run('nginx', 'moved-in', {});
  });
  afterAll(async () => {
    if (!isMissing) await running.stop();
  });

  /** Where an old address ends, after at most one redirect. */
  const endOf = async (address: string): Promise<string> => {
    const asked = /%[\da-f]{2}/i.test(address) ? address : encodeURI(address);
    const first = await fetchRaw(running.port, asked);
    const to = first.status === 200 ? asked : redirectTarget(first, running.port, asked);
    const last = await fetchRaw(running.port, to ?? '/nowhere');
    return last.status === 200
      ? decodeURI(to ?? '')
      : `${String(first.status)}, ${String(last.status)}`;
  };

  test.skipIf(isMissing)('every old address of a story or page leads to it', async () => {
    const { entries } = reportIn(content);
    const addresses = new Map(entries.map(({ id, address = '' }) => [id, decodeURI(address)]));
    const wrong: string[] = [];
    for (const { id, formerUrls = [] } of [...posts, ...pages]) {
      for (const address of formerUrls) {
        const end = await endOf(address);
        if (end !== addresses.get(String(id))) wrong.push(`${address} → ${end}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.skipIf(isMissing)('every old address of a category leads to its section', async () => {
    for (const address of Object.keys(expected.formerSectionUrls)) {
      expect(await endOf(address), address).toMatch(/^\/[^/]+\/$/);
    }
  });
});

import { beforeAll, expect, test } from 'vitest';
import { install } from '../../comments-server/install.ts';
import { startCommentsServer } from '../comments-server.ts';

// Minutes: the packages may have to be installed first.
beforeAll(install, 300_000);

/** `COMMENTS=500 npx vitest run …` tries it with more. */
const many = Number(process.env['COMMENTS'] ?? 60);

test(
  'every comment that was acknowledged is there after a crash',
  { timeout: 60_000 },
  async () => {
    const url = '/crash/';
    const first = await startCommentsServer();
    const acknowledged: string[] = [];
    const posts = Array.from({ length: many }, async (_, n) => {
      const comment = `Comment number ${n}`;
      const { errno } = await first.post({ nick: 'Ann', comment, url });
      if (errno === 0) acknowledged.push(comment);
      if (acknowledged.length >= many / 2) await first.kill();
    });
    const results = await Promise.allSettled(posts);
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);

    const second = await startCommentsServer({ SQLITE_PATH: first.folder });
    const { data } = await second.askAsEditor(
      'GET',
      'comment?type=list&status=approved&pageSize=100',
    );
    const kept: string[] = [];
    for (let page = 1; page <= (data as unknown as { totalPages: number }).totalPages; page += 1) {
      const list = await second.askAsEditor(
        'GET',
        `comment?type=list&status=approved&pageSize=100&page=${page}`,
      );
      kept.push(
        ...(list.data as unknown as { data: { orig: string }[] }).data.map((one) => one.orig),
      );
    }
    await second.stop();
    expect(acknowledged.length).toBeGreaterThanOrEqual(many / 2);
    expect(acknowledged.filter((comment) => !kept.includes(comment))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  },
);

test('a flood is held back: from one address, and from many', async () => {
  const server = await startCommentsServer({
    TRUST_PROXY: 'true',
    COMMENTS_PER_HOUR: '2',
    COMMENTS_PER_MINUTE: '5',
    REQUESTS_PER_MINUTE: '20',
  });
  const from = async (address: string, n: number): Promise<number> => {
    const comment = { nick: 'Ann', comment: `From ${address}, ${n}`, url: '/flood/' };
    // Whatever a reader puts into the header comes before what the proxy adds.
    const headers = { 'X-Forwarded-For': `10.0.0.${n}, ${address}` };
    return (await server.post(comment, headers)).status;
  };
  const all = (asked: Promise<number>[]) => Promise.all(asked);
  try {
    expect((await all([1, 2, 3, 4].map((n) => from('192.0.2.1', n)))).sort()).toEqual([
      200, 200, 429, 429,
    ]);
    const network = ['2001:db8:0:1::1', '2001:db8::1:2:3:4:5', '2001:db8:0:1:ffff::'];
    expect((await all(network.map((address, n) => from(address, n)))).sort()).toEqual([
      200, 200, 429,
    ]);
    expect((await all([7, 8].map((n) => from(`192.0.2.${n}`, n)))).sort()).toEqual([200, 429]);
    const reads = await all(
      Array.from({ length: 22 }, async () => (await server.ask('GET', 'comment?path=/')).status),
    );
    // Signing in was a request too.
    expect(reads.filter((status) => status === 429)).toHaveLength(3);
    const { status } = await server.askAsEditor('GET', 'comment?type=list');
    expect(status, 'an editor').toBe(200);
  } finally {
    await server.stop();
  }
});

import { expect, test } from 'vitest';
import { secondsByOwner } from '../bench/profile.ts';

test('a profile of a build is summed up by the owner of the code', () => {
  const frames: [functionName: string, url: string][] = [
    ['(idle)', ''],
    ['parse', 'file:///paper/node_modules/htmlparser2/dist/Parser.js'],
    ['end', 'file:///paper/node_modules/@astrojs/rss/dist/index.js'],
    ['sanitiseBody', 'file:///paper/src/copy/sanitise.ts'],
    ['render', 'file:///paper/.cache/next/.prerender/chunks/server_I-0PkqYc.mjs'],
    ['writeFileUtf8', ''],
    ['open', 'node:internal/fs/promises'],
  ];
  const nodes = frames.map(([functionName, url], id) => ({ id, callFrame: { functionName, url } }));
  expect(
    secondsByOwner({
      nodes,
      samples: [0, 1, 2, 3, 4, 5, 6, 1, 0],
      timeDeltas: [9, 3, 2, 1, 6, 2, 3, 4, 1].map((seconds) => seconds * 1e6),
    }),
  ).toEqual([
    ['(idle)', 10],
    ['htmlparser2', 7],
    ['pages: server', 6],
    ['Node', 5],
    ['@astrojs/rss', 2],
    ['src/copy', 1],
  ]);
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CommentProvider } from '../../src/schemas/comment-providers/provider.ts';
import { providers } from '../../src/schemas/comment-providers/registry.ts';

const page = fileURLToPath(new URL('../../docs/publishers/comments.md', import.meta.url));

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`.replace('|  |', '| |');

const table = [
  row(['`provider`', 'who runs it', 'readers need', 'loads', 'what readers should know']),
  row(['---', '---', '---', '---', '---']),
  row(['`none`', 'nobody', '', 'nothing', 'the section says that comments are closed']),
  ...Object.entries(providers).map(([name, { docs, consent }]: [string, CommentProvider]) =>
    row([
      `\`${name}\``,
      docs.runBy,
      docs.readersNeed,
      consent ? 'after a click' : 'near the section',
      docs.goodToKnow,
    ]),
  ),
].join('\n');

// The page itself is the snapshot: `npx vitest run tests/unit/comment-docs.test.ts -u` updates its table.
test('docs/publishers/comments.md lists every provider', async () => {
  const written = readFileSync(page, 'utf8');
  const found = /^\| `provider`.*\n(?:\|.*\n)+/m;
  expect(written).toMatch(found);
  await expect(written.replace(found, `${table}\n`)).toMatchFileSnapshot(page);
});

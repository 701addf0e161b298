import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Checkout, copyCheckout } from '../checkout.ts';

/** Adds a comment provider as CONTRIBUTING.md says, in its own checkout, and looks for it wherever providers matter. */
const description = `import { line } from '../values.ts';
import { commentProvider, server } from './provider.ts';

/** Pigeons, which carry letters. */
export const pigeons = commentProvider({
  title: 'Pigeon Post',
  settings: {
    /** The address of the loft. */
    server,
    /** How many fly. */
    flock: line(10).optional(),
  },
  example: { server: 'https://loft.news.example' },
  origins: ({ server }) => ({ 'frame-src': [new URL(server).origin] }),
  hosts: ({ server }) => [new URL(server).host],
  keeps: true,
  consent: { en: 'Pigeons see you.', fr: 'FR', uk: 'UK', ar: 'AR' },
  opensWindows: true,
  docs: { runBy: 'you', readersNeed: 'grain', goodToKnow: 'they return' },
});
`;

const adapter = `import { flock, server } from 'virtual:reply';
import type { Mount } from '../contract.ts';
import { element } from '../element.ts';
import { embed } from '../embed.ts';
import { openSection } from '../section.ts';
import { followTheme } from '../theme.ts';

/** Pigeons bring a frame. */
const mount: Mount = ({ room, thread }) => ({
  ready: embed(room, \`\${server}/coo.js\`, 'iframe', { 'data-thread': thread, 'data-flock': flock ?? 'all' }),
  setTheme: () => undefined,
  destroy: () => {
    room.replaceChildren(element('p'));
  },
});

openSection(mount, followTheme);
`;

/** What the checkout's own modules make of the new provider. */
const questions = `
import { opensWindows, originsOf } from './src/comments/origins.ts';
import { spokenFor } from './src/comments/spoken.ts';
import { partsOf } from './src/policy/parts.ts';
import { policyOf } from './src/policy/policy.ts';
import { printReplyScript } from './src/press/reply-script.ts';
import { thirdParties } from './src/privacy/third-parties.ts';
import { publication as copy } from './src/publication.ts';
import { publicationSchema } from './src/schemas/publication.ts';

const comments = { provider: 'pigeons', server: 'https://loft.news.example/' };
const publication = publicationSchema.parse({ ...copy, comments });
const { text, sources } = await printReplyScript(publication.comments, publication);
const unknown = publicationSchema.safeParse({ ...copy, comments: { ...comments, sever: 1 } });
console.log(JSON.stringify({
  origins: originsOf(publication.comments),
  opensWindows: opensWindows(publication.comments),
  parties: thirdParties(publication),
  consent: spokenFor('pigeons', 'en-US').consent,
  policy: policyOf('<section data-comments="section"></section>', partsOf(publication)),
  adapters: sources.filter((file) => file.includes('/adapters/')).map((file) => file.split('/').at(-1)),
  text,
  refused: unknown.error?.issues[0]?.keys,
}));
`;

const run = promisify(execFile);
const require = createRequire(import.meta.url);
let checkout: Checkout;

/** Type-checks the rooms that know comments, and returns the compiler's errors. */
const compile = (): Promise<string> =>
  run(
    process.execPath,
    [require.resolve('typescript/lib/tsc.js'), '--noEmit', '--project', 'tsconfig.recipe.json'],
    { cwd: checkout.folder },
  ).then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  );

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(checkout.at(file)), { recursive: true });
  await writeFile(checkout.at(file), text);
};

beforeAll(async () => {
  checkout = await copyCheckout();
  await write('src/schemas/comment-providers/pigeons.ts', description);
  await write('src/comments/browser/adapters/pigeons.ts', adapter);
  await checkout.edit('src/schemas/comment-providers/registry.ts', (text) =>
    `import { pigeons } from './pigeons.ts';\n${text}`.replace(' };', ', pigeons };'),
  );
  await write(
    'tsconfig.recipe.json',
    JSON.stringify({
      extends: './tsconfig.json',
      include: ['src/comments/**/*', 'src/press/reply-script.ts', 'src/policy/*', 'src/privacy/*'],
      compilerOptions: { types: ['node', 'vite/client'] },
    }),
  );
  await write('questions.ts', questions);
});

afterAll(() => checkout.remove());

test('a provider added by the recipe is in settings, policy, privacy page, phrases and script', async () => {
  const { stdout } = await run(process.execPath, ['questions.ts'], { cwd: checkout.folder });
  const { text, policy, ...known } = JSON.parse(stdout) as { text: string; policy: string };
  expect(known).toEqual({
    origins: { 'frame-src': ['https://loft.news.example'] },
    opensWindows: true,
    parties: [
      {
        name: 'Pigeon Post',
        hosts: ['loft.news.example'],
        purpose: 'comments',
        when: 'asked',
        keeps: true,
      },
    ],
    consent: 'Pigeons see you.',
    adapters: ['pigeons.ts'],
    refused: ['sever'],
  });
  expect(policy).toContain('frame-src https://loft.news.example');
  // The publisher's trailing slash is gone.
  expect(text).toContain('https://loft.news.example/coo.js');
});

test('it compiles, and stops compiling if a language or the line in the list is missing', async () => {
  expect(await compile()).toBe('');
  const file = 'src/schemas/comment-providers/pigeons.ts';
  await write(file, description.replace("uk: 'UK', ", ''));
  await checkout.edit('src/schemas/comment-providers/registry.ts', (text) =>
    text.replace(', pigeons };', ' };'),
  );
  const errors = await compile();
  expect(errors).toContain("Property 'uk' is missing");
  expect(errors).toMatch(/pigeons\.ts.*virtual:reply.*'flock'/);
}, 120_000);

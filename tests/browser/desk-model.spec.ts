import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { examine } from '../../src/darkroom/examine.ts';
import { PaperInMemory } from '../../src/desk/paper/paper-in-memory.ts';
import type { PaperModel } from '../../src/desk/paper/paper-model.ts';
import type { DeskSettings } from '../../src/desk/settings.ts';
import { forBrowsers } from '../../src/desk/vite-for-browsers.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { publication } from '../fixtures/mistakes/publication.ts';

declare global {
  var desk: PaperModel;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const now = Date.parse('2025-03-01T08:00:00Z');

/** Every file of a content folder. */
const filesIn = (folder: string): string[] =>
  globSync('**', { cwd: `${root}${folder}`, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(
      (file) => `content/${`${file.parentPath}/${file.name}`.slice(root.length + folder.length)}`,
    );
const read = (folder: string, path: string): Buffer =>
  readFileSync(root + folder + path.slice('content/'.length));
const isText = (path: string): boolean => /\.(?:md|yaml)$/i.test(path);

const settings: DeskSettings = {
  backend: { name: 'local', repo: 'p/p', branch: 'main', api: '/api/v1', site: '/' },
  review: false,
  folder: '',
  content: 'content/',
  front: 'https://news.example/',
  base: '/',
  publication: publicationSchema.parse(publication),
  realPreview: false,
};

// Bundling takes a while: once for all.
test.describe.configure({ mode: 'default' });

let files: Map<string, string | Uint8Array>;
test.beforeAll(async () => {
  const id = 'virtual:page';
  const entry = `import { connectPaperModel } from ${JSON.stringify(`${root}src/desk/paper/connect-paper-model.ts`)};
    globalThis.desk = connectPaperModel();`;
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: './',
    plugins: [
      forBrowsers(),
      {
        name: 'page',
        resolveId: (wanted) => (wanted === id ? `${root}src/desk/page.js` : undefined),
        load: (wanted) => (wanted === `${root}src/desk/page.js` ? entry : undefined),
      },
    ],
    worker: { format: 'es', plugins: () => [forBrowsers()] },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: id, output: { entryFileNames: 'page.js' } },
    },
  });
  const output = 'output' in built ? built.output : [];
  files = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
});

test.beforeEach(async ({ page }) => {
  await page.route('http://desk.localhost/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files.get(pathname) ?? '<script type="module" src="/page.js"></script>';
    await route.fulfill({
      body: Buffer.from(body),
      contentType: /\.js$/.test(pathname)
        ? 'text/javascript'
        : /\.wasm$/.test(pathname)
          ? 'application/wasm'
          : 'text/html',
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
      },
    });
  });
  await page.goto('http://desk.localhost/');
  await page.waitForFunction(() => 'desk' in globalThis);
});

for (const folder of ['src/content/', 'tests/fixtures/style-guide/content/']) {
  test(`browsers render every text of ${folder} as the build does`, async ({ page }) => {
    const texts = filesIn(folder)
      .filter(isText)
      .map((path) => ({ path, text: read(folder, path).toString('utf8') }));
    const here = new PaperInMemory(() => Promise.resolve({ frames: 1 }));
    await here.open(settings, texts, []);
    const bodies = texts.filter(({ path }) => path.endsWith('.md'));
    const there = await page.evaluate(
      async ([given, all, some]) => {
        await desk.open(given, all, []);
        return Promise.all(some.map((file) => desk.render(file, { './lead.jpg': 'blob:a' })));
      },
      [settings, texts, bodies] as const,
    );
    expect(bodies.length).toBeGreaterThan(0);
    for (const [n, file] of bodies.entries()) {
      expect({ path: file.path, ...there[n] }).toEqual({
        path: file.path,
        ...(await here.render(file, { './lead.jpg': 'blob:a' })),
      });
    }
  });
}

test('browsers say of pictures what the darkroom says of them', async ({ page }) => {
  const folder = 'tests/fixtures/mistakes/content/';
  const paths = filesIn(folder);
  const texts = paths
    .filter(isText)
    .map((path) => ({ path, text: read(folder, path).toString('utf8') }));
  const pictures = paths.filter((path) => !isText(path));
  const here = new PaperInMemory(async (bytes) => examine(Buffer.from(await bytes.arrayBuffer())));
  await here.open(settings, texts, pictures);
  const known = pictures.map((path) => ({ path, bytes: [...read(folder, path)] }));
  const there = await page.evaluate(
    async ([given, all, beside, moment]) => {
      const blobs = beside.map(({ path, bytes }) => ({
        path,
        bytes: new Blob([new Uint8Array(bytes)]),
      }));
      await desk.open(
        given,
        all,
        blobs.map(({ path }) => path),
      );
      return Promise.all(all.map((file) => desk.check(file, blobs, moment)));
    },
    [settings, texts, known, now] as const,
  );
  const blobs = known.map(({ path, bytes }) => ({
    path,
    bytes: new Blob([new Uint8Array(bytes)]),
  }));
  for (const [n, file] of texts.entries()) {
    expect({ file: file.path, ...there[n] }).toEqual({
      file: file.path,
      ...(await here.check(file, blobs, now)),
    });
  }
});

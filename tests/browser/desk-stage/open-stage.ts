import { createHash } from 'node:crypto';
import { type BrowserContext, type Page } from '@playwright/test';
import { bundleDesk } from '../../../src/desk/bundle.ts';
import type { Scene } from './stage.tsx';

const origin = 'http://stage.localhost';

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; base-uri 'none'; form-action 'none'";

let bundled: ReturnType<typeof bundleDesk> | undefined;

/** A file of the stage's forge. */
export type Stored = string | Uint8Array;

/** A forge in the test, which compares versions as real ones do. */
export class StageForge {
  readonly files: Map<string, Stored>;
  /** Runs before each save: somebody else may be quicker. */
  beforeSave: () => void = () => undefined;

  constructor(files: Readonly<Record<string, Stored>>) {
    this.files = new Map(Object.entries(files));
  }

  text(path: string): string {
    return String(this.files.get(path));
  }

  bytes(path: string): Buffer {
    return Buffer.from(this.files.get(path) ?? '');
  }

  version(path: string): string | undefined {
    const content = this.files.get(path);
    return content === undefined ? undefined : createHash('sha1').update(content).digest('hex');
  }

  list(): { path: string; version: string }[] {
    return [...this.files.keys()].map((path) => ({ path, version: this.version(path) ?? '' }));
  }

  save(changes: { path: string; content: string; was?: string }[]) {
    this.beforeSave();
    if (changes.some(({ path, was }) => this.version(path) !== was)) return 'conflict';
    for (const { path, content } of changes) {
      const isText = /\.(?:md|yaml)$/.test(path);
      this.files.set(path, isText ? content : Buffer.from(content, 'base64'));
    }
    return { versions: changes.map(({ path }) => [path, this.version(path)]) };
  }
}

/** Lets the pages of a browser see a forge. */
export const withForge = async (context: BrowserContext, forge: StageForge): Promise<void> => {
  await context.exposeFunction('forgeList', () => forge.list());
  await context.exposeFunction('forgeRead', (paths: string[]) =>
    paths.map((path) => [path, forge.text(path)]),
  );
  await context.exposeFunction('forgeSave', (changes: never) => forge.save(changes));
};

/** Opens a part of the desk with a file, under the desk's policy. */
export const openStage = async (page: Page, scene: Partial<Scene>): Promise<void> => {
  bundled ??= bundleDesk('tests/browser/desk-stage/stage.tsx');
  const files = await bundled;
  const used = files.map(({ path, use }) =>
    use === 'style'
      ? `<link rel="stylesheet" href="${path}">`
      : use === 'script'
        ? `<script type="module" src="${path}"></script>`
        : '',
  );
  const html = `<!doctype html><meta charset="utf-8"><title>Stage</title><meta name="viewport" content="width=device-width">${used.join('')}<body><div id="desk"></div>`;
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const found = files.find(({ path }) => path === name);
    if (name !== '' && !found) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      contentType: found?.mediaType ?? 'text/html',
      headers: { 'content-security-policy': policy },
      body: found ? Buffer.from(found.bytes) : html,
    });
  });
  const whole: Scene = {
    view: 'body',
    path: 'content/articles/2025/one/index.md',
    language: 'en',
    stories: [],
    findings: { mistakes: [], warnings: [] },
    ...scene,
  };
  await page.addInitScript((given) => {
    Object.assign(globalThis, { scene: given });
  }, whole);
  await page.goto(`${origin}/`);
  await page.locator('main').waitFor();
};

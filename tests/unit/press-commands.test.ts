import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../src/astro/command.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { setUpPress } from '../../src/press/press.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'press-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const brokenCopy = { CONTENT_DIR: 'tests/fixtures/mistakes/content' };
const withNetwork = {
  CONTENT_DIR: 'tests/fixtures/one-article/content',
  PUBLICATION: 'tests/fixtures/one-article/publications/third-parties.ts',
};

const setUp = (command: Command, env: Record<string, string>) =>
  setUpPress(readSwitches({ CACHE_DIR: path.join(folder, 'cache'), ...env }), command);

/** What the process prints before it exits with an error. */
const lastWords = async (command: Command, env: Record<string, string>): Promise<string> => {
  const said: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((text) => said.push(text));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${String(code)}`);
  });
  await expect(setUp(command, env)).rejects.toThrow('exit 1');
  return said.join('\n');
};

/** The hook that Astro calls once it has read its configuration. */
const hookOf = ([integration]: AstroIntegration[]) =>
  integration?.hooks['astro:config:setup'] as unknown as (options: object) => unknown;

describe('astro sync, which lint and type checks depend on,', () => {
  test('needs no copy, and does not stop at mistakes in it', async () => {
    const { integrations, language } = await setUp('types', brokenCopy);
    expect([language, integrations]).toEqual(['en-GB', []]);
  });

  test('bundles no scripts and draws no cards', async () => {
    const { integrations } = await setUp('types', withNetwork);
    expect(integrations).toEqual([]);
  });

  test('leaves Astro’s cache alone', async () => {
    const { cacheDir } = await setUp('types', brokenCopy);
    expect(cacheDir).toBe(path.join(folder, 'cache/types'));
  });

  test('reports mistakes in the publication in one block', async () => {
    const publication = path.join(folder, 'publication.ts');
    writeFileSync(publication, "export const publication = { name: '' };\n");
    const said = await lastWords('types', { PUBLICATION: publication });
    expect(said).toMatch(/publication\.ts[^]*name[^]*mistakes/);
  });
});

describe('a preview', () => {
  test('serves the last build, whatever has happened to copy and publication since', async () => {
    const publication = path.join(folder, 'publication.ts');
    writeFileSync(publication, 'export const publication = ;\n');
    const env = { ...brokenCopy, PUBLICATION: publication, OUT_DIR: path.join(folder, 'paper') };
    expect(await setUp('preview', env)).toEqual({
      root: path.resolve('.') + path.sep,
      outDir: path.join(folder, 'paper'),
      cacheDir: path.join(folder, 'cache'),
      viteCache: path.join(folder, 'cache/vite'),
      integrations: [],
    });
  });

  test('reports a mistake in a switch', async () => {
    expect(await lastWords('preview', { BASE_PATH: '/a b/' })).toContain('BASE_PATH');
  });
});

describe('a build', () => {
  test.each([
    ['copy', brokenCopy],
    ['a switch', { SITE_URL: 'news.example' }],
  ])('stops at mistakes in %s, and reports them all in one block', async (_, env) => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await lastWords('build', env)).toMatch(/mistakes?\. Nothing was published/);
  });
});

describe('a development server', () => {
  test('keeps running despite mistakes in copy', async () => {
    const { integrations, language } = await setUp('dev', brokenCopy);
    expect([integrations.length, language]).toEqual([1, 'en-GB']);
  });

  test.each([
    ['exits on start', false, /^exit 1$/],
    ['keeps the last good one while running', true, /publication\.ts[^]*name[^]*mistake/],
  ])('with a broken publication %s', async (_, isRestart, expected) => {
    const publication = path.join(folder, 'publication.ts');
    writeFileSync(publication, "export const publication = { name: '' };\n");
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${String(code)}`);
    });
    const { integrations } = await setUp('dev', { PUBLICATION: publication });
    const hook = hookOf(integrations);
    expect(() => hook({ isRestart })).toThrow(expected);
  });
});

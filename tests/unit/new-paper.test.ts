import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineVersion } from '../../src/commands/engine-version.ts';
import { editionMoment } from '../papers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageFolder = (name: string): string =>
  path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const astro = path.join(packageFolder('astro'), 'bin/astro.mjs');
const tsc = path.join(packageFolder('typescript'), 'bin/tsc');

/** Outside the engine, with no packages installed next to it. */
let folder: string;
let paper: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
  paper = path.join(folder, 'kyiv-courier');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];

/** Runs a program in the engine's folder as a publisher would, with only these switches set. */
function run(
  args: string[],
  switches: Record<string, string> = {},
): Promise<{ code: number | null; output: string; errors: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => kept.includes(name));
  const env = {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    SOURCE_DATE_EPOCH: String(editionMoment.getTime() / 1000),
    ...switches,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, timeout: 120_000 });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output, errors });
    });
  });
}

const newPaper = (...names: string[]) => run(['src/commands/new-paper.ts', ...names]);
const check = (paperDir: string) => run(['src/commands/check.ts'], { PAPER_DIR: paperDir });
const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

describe('a new paper', { timeout: 180_000 }, () => {
  test('says where it is and what to do next', async () => {
    const { code, output, errors } = await newPaper(paper);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(`PAPER_DIR=${paper} npm run dev`);
    expect(output).toContain(`${paper}/README.md`);
  });

  test('has commands that can be pasted, whatever its folder is called', async () => {
    const odd = path.join(folder, 'ma gazette d’ici');
    const { output } = await newPaper(odd);
    expect(output).toContain(`PAPER_DIR='${odd}' npm run dev`);
    expect(read(odd, 'README.md')).toMatch(/PAPER_DIR='[^']*ma gazette d’ici' npm run dev/);
  });

  test('has the name of its folder, stories dated the day before, and no trace of the template', () => {
    expect(read(paper, 'publication.ts')).toContain(`name: 'Kyiv Courier'`);
    expect(read(paper, 'content/articles/2025/our-first-edition/index.md')).toContain(
      'published: "2025-02-28T05:00:00+00:00"',
    );
    const workflow = read(paper, '.github/workflows/publish.yml');
    const { ref, isThere } = engineVersion(root);
    expect(workflow).toContain(`ENGINE_REF: '${ref}'\n`);
    expect(workflow.includes('# Set this')).toBe(!isThere);
    expect(workflow).toContain('ref: ${{ env.ENGINE_REF }}');
    for (const file of globSync('**/*.{md,ts,json,svg,yml,yaml}', { cwd: paper })) {
      expect(read(paper, file), file).not.toMatch(/My Paper|templates\/paper|v0\.0\.0|2025-02-27/);
    }
  });

  test('has a workflow with pinned actions', () => {
    const uses = [...read(paper, '.github/workflows/publish.yml').matchAll(/uses: (.*)/g)];
    expect(uses).not.toEqual([]);
    const ours = read(root, '.github/workflows/publish.yml');
    for (const [line, action] of uses) {
      expect(action).toMatch(/@[0-9a-f]{40} # v\d/);
      expect(ours).toContain(line);
    }
  });

  test('has no mistakes, and no type errors in its publication file', async () => {
    expect(await check(paper)).toEqual({
      code: 0,
      output: '3 articles, no mistakes.\n',
      errors: '',
    });
    const misspelt = path.join(paper, 'theme/misspelt.ts');
    writeFileSync(misspelt, read(paper, 'publication.ts').replace('timeZone', 'timezone'));
    const { output } = await run([tsc, '-p', paper, '--pretty', 'false']);
    rmSync(misspelt);
    expect(output.match(/error TS.*/g)).toHaveLength(1);
    expect(output).toContain(`'timezone' does not exist in type`);
  });

  test('is built into its own folder, and leaves the engine unchanged', async () => {
    const before = readdirSync(root);
    // In a workflow the engine is elsewhere than this file says.
    const forEditors = path.join(paper, 'tsconfig.json');
    const text = read(forEditors);
    writeFileSync(
      forEditors,
      text.replace(/"extends": ".*"/, '"extends": "../nowhere/tsconfig.json"'),
    );
    const { code, output, errors } = await run([astro, 'build'], {
      PAPER_DIR: paper,
      NODE_ENV: 'production',
    });
    writeFileSync(forEditors, text);
    expect(errors).toBe('');
    expect(code, output).toBe(0);
    expect(readdirSync(root)).toEqual(before);

    const $ = load(read(paper, 'dist/index.html'));
    expect($('title').text()).toMatch(/^Kyiv Courier/);
    expect($('link[rel="icon"][type="image/svg+xml"]').attr('href')).toBe('/favicon.svg');
    expect(read(paper, 'dist/favicon.svg')).toBe(read(paper, 'public/favicon.svg'));
    const stories = ['our-first-edition', 'how-to-write-a-story', 'how-to-make-it-yours'];
    for (const slug of stories) {
      expect($(`main a[href="/2025/02/${slug}/"]`).length, slug).toBeGreaterThan(0);
      expect(read(paper, `dist/2025/02/${slug}/index.html`)).toContain('Kyiv Courier');
    }
    const lead = load(read(paper, 'dist/2025/02/our-first-edition/index.html'));
    const picture = lead('main picture img').attr('src') ?? '';
    expect(readFileSync(path.join(paper, 'dist', picture)).length).toBeGreaterThan(1000);
    for (const page of ['about', 'privacy', 'news', 'guides', 'author/newsroom', '404.html']) {
      const file = page.endsWith('.html') ? page : `${page}/index.html`;
      expect(read(paper, 'dist', file), page).toContain('Kyiv Courier');
    }
  });

  test('has its mistakes reported with paths relative to its own folder', async () => {
    const story = path.join(paper, 'content/articles/2025/how-to-write-a-story/index.md');
    writeFileSync(story, readFileSync(story, 'utf8').replace('section: guides', 'section: guide'));
    writeFileSync(path.join(paper, 'public/robots.txt'), '');
    const { code, errors } = await check(paper);
    expect(code).toBe(1);
    expect(errors.match(/^✗ .*$/gm)).toEqual([
      '✗ content/articles/2025/how-to-write-a-story/index.md',
      '✗ public/robots.txt',
    ]);
  });
});

describe('a folder for a new paper', { timeout: 60_000 }, () => {
  test('is rejected if it is not empty, and its contents stay', async () => {
    const full = path.join(folder, 'full');
    mkdirSync(full);
    writeFileSync(path.join(full, 'notes.txt'), 'mine');
    const { code, errors } = await newPaper(full);
    expect(code).toBe(1);
    expect(errors).toContain('found     a folder that holds notes.txt');
    expect(globSync('**', { cwd: full })).toEqual(['.', 'notes.txt']);
    expect(read(full, 'notes.txt')).toBe('mine');
  });

  test('may be an empty Git repository', async () => {
    const repository = path.join(folder, 'repository');
    mkdirSync(path.join(repository, '.git'), { recursive: true });
    expect((await newPaper(repository)).code).toBe(0);
  });

  test.each([
    ['inside the engine', ['src/paper'], 'a folder of the engine'],
    ['not given', [], 'no folder'],
    ['two at once', ['../one', '../two'], '2 folders'],
  ])('is rejected: %s', async (_, names, found) => {
    const { code, errors } = await newPaper(...names);
    expect(code).toBe(1);
    expect(errors).toContain(`found     ${found}`);
  });

  test.each([
    ['a file', 'file', 'a file'],
    ['inside a file', 'file/paper', 'ENOTDIR'],
  ])('is rejected: %s', async (_, name, found) => {
    writeFileSync(path.join(folder, 'file'), 'mine');
    const { code, errors } = await newPaper(path.join(folder, name));
    expect(code).toBe(1);
    expect(errors).toContain(`found     ${found}`);
    expect(errors).not.toContain('    at ');
    expect(read(folder, 'file')).toBe('mine');
  });
});

describe('a publication file with no packages installed next to it', { timeout: 60_000 }, () => {
  const publication = async (text: string) => {
    const other = path.join(folder, `with-${String(text.length)}`);
    cpSync(path.join(root, 'templates/paper/content'), path.join(other, 'content'), {
      recursive: true,
    });
    writeFileSync(path.join(other, 'name.ts'), `export const name: string = 'A Paper';\n`);
    const template = read(root, 'templates/paper/publication.ts');
    writeFileSync(path.join(other, 'publication.ts'), text + template.replace(/^import.*\n/, ''));
    return check(other);
  };
  test('may import from the engine and from neighbouring files', async () => {
    // The first is erased when types are stripped; the second leaves an empty import.
    const lines = [
      `import type { PublicationCopy } from 'bevolve-news/schemas/publication.ts';`,
      `import { type Publication } from 'bevolve-news/schemas/publication.ts';`,
      `import { name } from './name.ts';`,
      'name satisfies PublicationCopy["name"] & Publication["name"];',
    ];
    expect(await publication(`${lines.join('\n')}\n`)).toEqual({
      code: 0,
      output: '3 articles, no mistakes.\n',
      errors: '',
    });
  });

  test('gets a clear error about missing packages', async () => {
    const { code, errors } = await publication(`import 'left-pad';\n`);
    expect(code).toBe(1);
    expect(errors).toMatch(/^✗ publication\.ts\n {4}found {5}Cannot find package 'left-pad'/);
    expect(errors).toContain('packages are not installed beside a paper');
  });
});

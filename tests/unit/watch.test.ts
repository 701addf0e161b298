import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { different, filesIn } from '../files-in.ts';
import { copyOneArticlePaper } from '../one-article-paper.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'watched-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { story, page } = copyOneArticlePaper(folder, "  hosting: { hosts: ['netlify'] },");

const env = {
  ...process.env,
  NODE_ENV: 'production',
  PAPER_DIR: folder,
  SOURCE_DATE_EPOCH: '1740816000',
};

const buildInto = (out: string, cache: string): Map<string, Buffer> => {
  execFileSync(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    env: { ...env, OUT_DIR: path.join(folder, out), CACHE_DIR: path.join(folder, cache) },
    stdio: 'ignore',
  });
  return filesIn(path.join(folder, out));
};

/** The same paper, built from nothing in another folder. */
const buildAnew = (): Map<string, Buffer> => {
  for (const name of ['anew', 'another-cache']) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  return buildInto('anew', 'another-cache');
};

/** Starts `npm run build -- --watch`, and waits for what it says. */
const watchPaper = () => {
  let output = '';
  let heard = (): void => undefined;
  const child = spawn(process.execPath, ['src/commands/build.ts', '--watch'], {
    cwd: root,
    env,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      heard();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ended,
    stop: () => child.kill('SIGINT'),
    /** Waits until it says things that it has not said before, in any order, and forgets what it has said. */
    says: async (...texts: string[]): Promise<string> => {
      while (!texts.every((text) => output.includes(text))) {
        await Promise.race([
          new Promise<void>((resolve) => {
            heard = resolve;
          }),
          ended.then((code) => {
            throw new Error(
              `It ended with ${String(code)} before it said “${texts.join('”, “')}”:\n${output}`,
            );
          }),
        ]);
      }
      const said = output;
      output = '';
      return said;
    },
  };
};

test('each save is printed, a mistake leaves the last edition on air, and stopping in a build leaves a whole one', async () => {
  // A page of the publisher's own has no policy, and must not break under one that is made for others.
  mkdirSync(path.join(folder, 'public'));
  writeFileSync(
    path.join(folder, 'public/widget.html'),
    '<!doctype html><title>Widget</title><script>document.title = "It works";</script>',
  );
  const written = readFileSync(story, 'utf8');
  const watching = watchPaper();
  await watching.says('Waiting for changes');
  expect(readFileSync(page, 'utf8')).not.toContain('It struck again.');

  writeFileSync(story, `${written}\n\nIt struck again.\n`);
  const said = await watching.says('Waiting for changes');
  expect(said).toContain('clock-tower-strikes-thirteen/index.md');
  const printed = readFileSync(page, 'utf8');
  expect(printed).toContain('It struck again.');
  expect(said, 'The templates were bundled again.').not.toContain('bundling templates');
  expect(different(filesIn(path.join(folder, 'dist')), buildAnew())).toEqual([]);

  cpSync(
    path.join(root, 'tests/fixtures/moving-in/uploads/2024/03/weir.jpg'),
    path.join(path.dirname(story), 'weir.jpg'),
  );
  writeFileSync(story, `${written}\n\nIt struck again.\n\n![A weir.](weir.jpg)\n`);
  expect(await watching.says('Waiting for changes')).not.toContain('bundling templates');
  const [picture = ''] = /_astro\/[^"\s]+\.avif/.exec(readFileSync(page, 'utf8')) ?? [];
  expect(existsSync(path.join(folder, 'dist', picture))).toBe(true);
  expect(different(filesIn(path.join(folder, 'dist')), buildAnew())).toEqual([]);

  // What is printed as it is, Vite copies.
  writeFileSync(path.join(folder, 'public/hours.txt'), 'Closed on Sundays.\n');
  expect(await watching.says('Waiting for changes')).toContain('bundling templates');
  expect(readFileSync(path.join(folder, 'dist/hours.txt'), 'utf8')).toContain('Sundays');
  writeFileSync(story, `${written}\n\nIt struck again.\n`);
  expect(await watching.says('Waiting for changes')).not.toContain('bundling templates');
  expect(readFileSync(page, 'utf8')).toBe(printed);

  writeFileSync(story, written.replace(/^headline:.*$/m, 'headline:'));
  await watching.says('Waiting for changes', 'field     headline');
  expect(readFileSync(page, 'utf8')).toBe(printed);

  // On air, but for the search index, which comes last.
  writeFileSync(story, `${written}\n\nIt struck once more.\n`);
  await watching.says('putting the edition on air');
  watching.stop();
  expect(await watching.ended).toBe(0);
  expect(readFileSync(page, 'utf8')).toBe(
    printed.replaceAll('It struck again.', 'It struck once more.'),
  );
  expect(different(buildInto('dist', '.cache'), buildAnew())).toEqual([]);
}, 300_000);

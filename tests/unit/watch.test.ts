import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = path.join(root, 'tests/fixtures/one-article');
const folder = mkdtempSync(path.join(tmpdir(), 'watched-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const story = path.join(folder, 'content/articles/2025/clock-tower-strikes-thirteen/index.md');
const page = path.join(folder, 'dist/town/clock-tower-strikes-thirteen/index.html');

/** Starts `npm run build -- --watch`, and waits for what it says. */
const watchPaper = () => {
  let output = '';
  let heard = (): void => undefined;
  const child = spawn(process.execPath, ['src/commands/build.ts', '--watch'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PAPER_DIR: folder,
      SOURCE_DATE_EPOCH: '1740816000',
    },
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
    /** Waits until it says something that it has not said before, and forgets what it has said. */
    says: async (text: string): Promise<string> => {
      while (!output.includes(text)) {
        await Promise.race([
          new Promise<void>((resolve) => {
            heard = resolve;
          }),
          ended.then((code) => {
            throw new Error(`It ended with ${String(code)} before it said “${text}”:\n${output}`);
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
  cpSync(path.join(fixture, 'content'), path.join(folder, 'content'), { recursive: true });
  const publication = readFileSync(path.join(fixture, 'publication.ts'), 'utf8');
  writeFileSync(
    path.join(folder, 'publication.ts'),
    publication.replace(/^import .*\n/, '').replace(': PublicationCopy', ''),
  );
  const written = readFileSync(story, 'utf8');
  const watching = watchPaper();
  await watching.says('Waiting for changes');
  expect(readFileSync(page, 'utf8')).not.toContain('It struck again.');

  writeFileSync(story, `${written}\n\nIt struck again.\n`);
  expect(await watching.says('Waiting for changes')).toContain(
    'clock-tower-strikes-thirteen/index.md',
  );
  const printed = readFileSync(page, 'utf8');
  expect(printed).toContain('It struck again.');

  writeFileSync(story, written.replace(/^headline:.*$/m, 'headline:'));
  expect(await watching.says('Waiting for changes')).toContain('field     headline');
  expect(readFileSync(page, 'utf8')).toBe(printed);

  writeFileSync(story, `${written}\n\nIt struck once more.\n`);
  await watching.says('reading and checking copy');
  watching.stop();
  expect(await watching.ended).toBe(0);
  expect([printed, printed.replace('It struck again.', 'It struck once more.')]).toContain(
    readFileSync(page, 'utf8'),
  );
}, 300_000);

import { describe, expect, test } from 'vitest';
import { createProgress, summaryOf } from '../../src/press/progress.ts';

/** A screen that records its output, and a clock that is set by hand. */
const screen = (isTerminal: boolean) => {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({
    write: (text) => written.push(text),
    isTerminal,
    clock: () => now,
  });
  const info = (message: string): void => {
    progress.log({ label: null, level: 'info', message });
  };
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { progress, info, wait, text: () => written.join('') };
};

/** A build of two pages and two pictures, one of each reused. */
const build = ({ progress, info, wait }: ReturnType<typeof screen>): void => {
  progress.step('reading and checking copy');
  wait(1500);
  info('\u001b[42m generating static routes \u001b[49m');
  info('  \u001b[34m├─\u001b[39m /a/index.html');
  info(' (+3ms) ');
  progress.reused();
  wait(2000);
  info('\n generating optimized images ');
  info('  ▶ /_astro/a.avif (before: 58kB, after: 4kB) (+1ms) (1/2)');
  progress.pictureReused();
  info('  ▶ /_astro/b.avif (before: 58kB, after: 5kB) (+90ms) (2/2)');
  wait(250);
  progress.end();
};

describe('in a log', () => {
  test('a build prints one line for each finished step', () => {
    const quiet = screen(false);
    build(quiet);
    expect(quiet.text()).toBe(
      'reading and checking copy (1.5 s)\n' +
        'printing pages and feeds: 2, 1 of them reused (2.0 s)\n' +
        'printing pictures: 2, 1 of them reused (0.3 s)\n',
    );
  });

  test('warnings and errors are printed at any step', () => {
    const quiet = screen(false);
    quiet.progress.log({ label: 'content', level: 'warn', message: 'A picture is odd.' });
    quiet.progress.log({ label: 'build', level: 'error', message: 'No room on the disk.' });
    expect(quiet.text()).toBe('A picture is odd.\nNo room on the disk.\n');
  });
});

describe('on a terminal', () => {
  test('a build shows its current step and progress, on one line', () => {
    const shown = screen(true);
    shown.info(' generating static routes ');
    shown.wait(200);
    shown.info('  ├─ /a/index.html');
    expect(shown.text().endsWith('\r\u001b[Kprinting pages and feeds: 1 …')).toBe(true);
    expect(shown.text()).not.toContain('\n');
  });

  test('the line is not rewritten for every page', () => {
    const shown = screen(true);
    shown.info(' generating static routes ');
    const before = shown.text().length;
    for (let page = 0; page < 100; page += 1) shown.info('  ├─ /a/index.html');
    expect(shown.text()).toHaveLength(before);
  });
});

test('the summary reports what was made, what was reused, the total size and the slowest steps', () => {
  const quiet = screen(false);
  build(quiet);
  const summary = summaryOf(quiet.progress, {
    articles: 1234,
    heldBack: 3,
    feeds: 1,
    pictures: 12,
    cards: { printed: 8, drawn: 2 },
    bytes: 45_600_000,
  });
  expect(summary).toBe(
    '1,234 articles, 3 held back\n' +
      '1 pages, 1 feeds; 1 of both reused\n' +
      '4 picture files, 1 newly encoded; 8 social cards, 2 newly drawn\n' +
      '45.6 MB in 3.8 s; slowest: printing pages and feeds 2.0 s, reading and checking copy 1.5 s, printing pictures 0.3 s',
  );
});

import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../src/schemas/article.ts';
import { readManuscript } from '../../src/copy/frontmatter.ts';
import { z } from 'zod';
import { archiveMoment, generateArchive } from '../bench/archive.ts';
import { articleFile } from '../bench/content-folder.ts';
import {
  linesOf,
  marginalCosts,
  median,
  type Run,
  stepRows,
  stepsIn,
  table,
} from '../bench/figures.ts';
import { readFlags } from '../bench/flags.ts';
import { parseStat, type ProcessStat, treeOf } from '../bench/measure.ts';

describe('the archive that a benchmark builds', () => {
  const archive = generateArchive(60);

  test('is the same for the same parameters, and different for others', () => {
    expect(generateArchive(60)).toEqual(archive);
    expect(generateArchive(60, 40, 2)).not.toEqual(archive);
  });

  test('holds the requested number of articles, newest first, none after the edition’s moment', () => {
    const times = archive.articles.map(({ published }) => Date.parse(published));
    expect(times).toHaveLength(60);
    expect(Math.max(...times)).toBeLessThan(archiveMoment.getTime());
    expect((times[0] ?? 0) > (times.at(-1) ?? 0)).toBe(true);
    expect(Date.parse(archive.added.published)).toBeGreaterThan(Math.max(...times));
  });

  test('has eight sections, and no two articles with the same name', () => {
    expect(generateArchive(400).sections).toHaveLength(8);
    const slugs = [archive.added, ...archive.articles].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(61);
  });

  test('passes the paper’s own schema', () => {
    const schema = articleSchema(z.string());
    for (const article of archive.articles) {
      const [file, text] = articleFile(article);
      const { fields, body } = readManuscript(file, text);
      expect(schema.safeParse(fields).error, file).toBeUndefined();
      expect(body.split(/\s+/).length).toBeGreaterThan(550);
    }
  });
});

describe('what Linux reports about a process', () => {
  test('is parsed correctly, whatever the program’s name', () => {
    const line =
      '42 (node (v24) :-) x) S 7 42 42 0 -1 4194560 900 0 0 0 150 30 800 20 20 0 11 0 5000 1000000 2560 184 1 1';
    expect(parseStat(line)).toEqual({ parent: 7, own: 180, waited: 820, pages: 2560 });
  });

  test('gives a process’s descendants, and no other processes', () => {
    const stat = (parent: number): ProcessStat => ({ parent, own: 1, waited: 0, pages: 1 });
    const all = new Map([
      [1, stat(0)],
      [10, stat(1)],
      [11, stat(10)],
      [12, stat(11)],
      [20, stat(1)],
    ]);
    expect([...treeOf(10, all).keys()].sort()).toEqual([10, 11, 12]);
    expect(treeOf(99, all).size).toBe(0);
  });
});

describe('the table of a benchmark', () => {
  const run = (contender: string, articles: number, cpu: number, round = 1): Run => ({
    ...{ contender, articles, cpu, round },
    ...{ scenario: 'cold', wall: cpu / 2, peak: 1 },
  });

  test('shows medians, which one slow run does not affect', () => {
    expect(median([3, 1, 99])).toBe(3);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(median([])).toBeNaN();
    const [line] = linesOf([run('ours', 100, 4), run('ours', 100, 5, 2), run('ours', 100, 60, 3)]);
    expect(line).toMatchObject({ cpu: 5, wall: 2.5, rounds: 3, ratio: 1 });
  });

  test('shows each contender’s processor time as a multiple of the first’s', () => {
    const lines = linesOf([run('ours', 100, 4), run('theirs', 100, 10)]);
    expect(lines.map(({ ratio }) => ratio)).toEqual([1, 2.5]);
  });

  test('shows the cost of one more article, from the smallest archive to the largest', () => {
    const lines = linesOf([run('ours', 1000, 10), run('ours', 2000, 13), run('ours', 3000, 14)]);
    expect(marginalCosts(lines)).toEqual([
      { contender: 'ours', scenario: 'cold', milliseconds: 2 },
    ]);
    expect(marginalCosts(linesOf([run('ours', 1000, 10)]))).toEqual([]);
  });

  test('shows how long each step took, as the build reports it, with a column for each size', () => {
    const output = (seconds: string): string =>
      'The edition of today (1.0 s)\nrendering bodies (0.5 s)\n' +
      `printing pages and feeds: 5,421, 7 of them reused (${seconds} s)\n` +
      '4.5 MB in 3.8 s; slowest: printing pages and feeds 2.0 s\n';
    expect(stepsIn(output('2.0'))).toEqual([
      ['rendering bodies', 0.5],
      ['printing pages and feeds', 2],
    ]);
    const built = (articles: number, seconds: string, scenario = 'cold') => ({
      ...{ articles, scenario },
      steps: stepsIn(output(seconds)),
    });
    const builds = [
      built(1000, '9.0'),
      built(100, '1.0'),
      built(100, '3.0'),
      built(1, '1', 'edit'),
    ];
    expect(stepRows(builds, 'cold')).toEqual([
      ['cold', 'rendering bodies', '0.5', '0.5'],
      ['cold', 'printing pages and feeds', '2.0', '9.0'],
    ]);
  });

  test('has aligned columns', () => {
    expect(
      table([
        ['scenario', 'who', 's'],
        ['cold', 'us', '12.5'],
      ]),
    ).toBe('scenario  who     s\ncold      us   12.5');
  });
});

describe('the options of a benchmark', () => {
  test('select everything by default', () => {
    const flags = readFlags([]);
    expect(flags.sizes).toEqual([1000]);
    expect(flags.scenarios).toEqual(['cold', 'warm', 'day', 'edit', 'add', 'template']);
    expect(flags.contenders.map(({ name }) => name)).toContain('this paper');
  });

  test('select sizes, scenarios and contenders by name', () => {
    const flags = readFlags([
      ...['--articles', '1000,5000', '--rounds', '1'],
      ...['--scenarios', 'edit,cold', '--contenders', 'Hugo, this paper'],
    ]);
    expect(flags.sizes).toEqual([1000, 5000]);
    expect(flags.scenarios).toEqual(['cold', 'edit']);
    expect(flags.contenders.map(({ name }) => name)).toEqual(['this paper', 'Hugo']);
  });

  test.each([
    ['--contenders', 'hugo', '--contenders does not know “hugo”', 'Eleventy, Eleventy blog, Hugo'],
    ['--scenarios', 'cold,', '--scenarios does not know “”', 'cold, warm'],
    ['--articles', '1k', '--articles is “1k”', 'whole number'],
    ['--rounds', '0', '--rounds is “0”', 'whole number'],
  ])('%s %s is reported, with the values that are allowed', (flag, value, mistake, fix) => {
    expect(() => readFlags([flag, value])).toThrow(mistake);
    expect(() => readFlags([flag, value])).toThrow(fix);
  });
});

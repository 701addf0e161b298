import robotsParser from 'robots-parser';
import { describe, expect, test } from 'vitest';
import { aiCrawlers } from '../../src/feeds/ai-crawlers.ts';
import { editionMoment, papers } from '../papers.ts';
import { printed, type Printed } from './printed.ts';

const textOf = ({ bytes, base }: Printed, name: string): string =>
  bytes(base + name).toString('utf8');
const linesOf = (paper: Printed, name: string): string[] => {
  const text = textOf(paper, name);
  expect(text.endsWith('\n'), name).toBe(true);
  return text.slice(0, -1).split('\n');
};

describe.each(papers.map(({ name }) => name))('at the root of the paper %s', (name) => {
  const paper = printed(name);
  const { base, files, pages, textPages, page } = paper;

  test('there is no file that the publisher did not ask for', () => {
    const asked = ['hostile', 'right-to-left'].includes(name);
    for (const file of ['ads.txt', 'humans.txt', '.well-known/security.txt']) {
      expect(files.has(base + file), file).toBe(asked);
    }
    expect(files.has(`${base}robots.txt`)).toBe(true);
  });

  test('robots.txt lets search engines read every page, links to the sitemaps, and follows RFC 9309', () => {
    const origin = new URL(page(base).$('link[rel="canonical"]').attr('href') ?? '').origin;
    const robots = robotsParser(`${origin}/robots.txt`, textOf(paper, 'robots.txt'));
    for (const { path } of [...pages, ...textPages]) {
      const address = new URL(path, origin).href;
      expect(robots.isAllowed(address, 'Googlebot'), path).toBe(true);
    }
    const sitemaps = ['sitemap.xml', 'sitemap-news.xml'];
    expect(robots.getSitemaps()).toEqual(sitemaps.map((file) => `${origin}${base}${file}`));
    for (const file of sitemaps) expect(files.has(base + file), file).toBe(true);
    for (const line of linesOf(paper, 'robots.txt')) {
      expect(line).toMatch(
        /^(?:|# .+|(?:User-agent|Allow|Disallow|Sitemap): \S+|Content-Signal: [a-z=, -]+)$/,
      );
    }
  });
});

describe('the AI crawler policy', () => {
  const kept = (name: string, origin: string): Set<string> => {
    const robots = robotsParser(`${origin}/robots.txt`, textOf(printed(name), 'robots.txt'));
    return new Set(
      aiCrawlers
        .filter(({ token }) => robots.isDisallowed(`${origin}${printed(name).base}`, token))
        .map((crawler) => crawler.class),
    );
  };

  test('is set by each paper', () => {
    expect(kept('home', 'https://bevolve-news.example')).toEqual(new Set(['training']));
    expect(kept('sub-folder', 'https://bevolve-news.example')).toEqual(new Set(['training']));
    expect(kept('hostile', 'https://hostile.example')).toEqual(new Set(['training', 'search']));
    expect(kept('right-to-left', 'https://barid-nakhlun.example')).toEqual(new Set());
  });
});

describe.each([
  ['hostile', 'https://hostile.example'],
  ['right-to-left', 'https://barid-nakhlun.example'],
])('the files that the publisher of the paper %s asked for', (name, origin) => {
  const paper = printed(name);

  test('security.txt has the fields of RFC 9116, each as often as allowed', () => {
    const fields = linesOf(paper, '.well-known/security.txt').map((line) => {
      const [, field = '', value = ''] = /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
      return { field, value };
    });
    const values = (wanted: string) =>
      fields.filter(({ field }) => field === wanted).map(({ value }) => value);
    const known = ['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy'];
    expect(fields.filter(({ field }) => !known.includes(field))).toEqual([]);

    expect(values('Contact').length).toBeGreaterThan(0);
    for (const address of [...values('Contact'), ...values('Policy'), ...values('Canonical')]) {
      expect(address).toMatch(/^(?:https:\/\/|mailto:|tel:)[\w!#$%&'()*+,./:;=?@[\]~-]+$/);
    }
    expect(values('Canonical')).toEqual([`${origin}/.well-known/security.txt`]);

    expect(values('Expires').length).toBe(1);
    const expires = values('Expires')[0] ?? '';
    expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
    expect(Date.parse(expires)).toBeGreaterThan(editionMoment.getTime());
    expect(Date.parse(expires)).toBeLessThanOrEqual(Date.parse('2026-03-01T08:00:00Z'));

    expect(values('Preferred-Languages').length).toBe(1);
    for (const tag of values('Preferred-Languages')[0]?.split(', ') ?? []) {
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    }
    for (const policy of values('Policy')) {
      expect(paper.page(decodeURI(new URL(policy).pathname)).$('h1').length).toBe(1);
    }
  });

  test('ads.txt has records and variables of ads.txt 1.1, and no injected lines', () => {
    const lines = linesOf(paper, 'ads.txt');
    const variables = lines.filter((line) => /^[A-Z]+=/.test(line));
    const records = lines.filter((line) => !variables.includes(line));
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(record).toMatch(
        /^[a-z\d.-]+\.[a-z\d-]+, [^\s,;#]+, (?:DIRECT|RESELLER)(?:, [^\s,;#]+)?$/,
      );
    }
    for (const variable of variables) expect(variable).toMatch(/^(?:CONTACT|OWNERDOMAIN)=[^#]+$/);
    expect(lines.slice(0, records.length)).toEqual(records);
  });

  test('humans.txt has sections of indented lines, even with hostile names', () => {
    const lines = linesOf(paper, 'humans.txt');
    const sections = lines.filter((line) => line.startsWith('/*'));
    const wanted = name === 'hostile' ? ['TEAM', 'THANKS', 'SITE'] : ['TEAM', 'SITE'];
    expect(sections).toEqual(wanted.map((title) => `/* ${title} */`));
    for (const line of lines) expect(line).toMatch(/^(?:|\/\* [A-Z]+ \*\/|\t\S.*: \S.*)$/);
    expect(lines).toContain('\tLast update: 2025/03/01');
  });
});

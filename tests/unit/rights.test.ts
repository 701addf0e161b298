import { parseAllHeaders } from '@netlify/headers-parser';
import { load } from 'cheerio';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import robotsParser from 'robots-parser';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { aiCrawlers, type CrawlerClass } from '../../src/feeds/ai-crawlers.ts';
import { licenseType } from '../../src/feeds/license-xml.ts';
import { miningOf } from '../../src/feeds/mining.ts';
import { rightsFiles, rootFiles } from '../../src/feeds/root-files.ts';
import { stateRights } from '../../src/feeds/uses.ts';
import { headerRules, headersOf, sendsHeaders } from '../../src/hosts/headers.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import { wholeTypes } from '../../src/hosts/media-types.ts';
import { headOf } from '../../src/metadata/head.ts';
import { closedPublication } from '../../src/press/draft-edition.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { movedPaper } from './moved-paper.ts';

const moment = new Date('2025-03-01T08:00:00Z');
const origin = 'https://news.example';
const least = {
  name: 'The Paper',
  tagline: 'All of it',
  url: origin,
  language: 'en-GB',
  timeZone: 'Europe/Kyiv',
  publisher: { name: 'Press & <Sons>', logo: 'logo.png' },
};

const choices = ['allow', 'disallow'] as const;
const combinations = ['/', '/paper/'].flatMap((base) =>
  [undefined, '/ліцензія/?a=1&b="<', 'https://elsewhere.example/terms'].flatMap((terms) =>
    choices.flatMap((training) =>
      choices.flatMap((search) =>
        choices.map((userFetch) => ({ base, rights: { training, search, userFetch, terms } })),
      ),
    ),
  ),
);

const work = mkdtempSync(path.join(tmpdir(), 'rights-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** What a machine that reads one output learns: whether each use is permitted, as far as the output speaks of it. */
type Learned = Partial<Record<'ai-train' | 'ai-index' | 'ai-input' | 'search', boolean>>;

const readRobots = (text: string, base: string): { learned: Learned; keptOut: boolean } => {
  const robots = robotsParser(`${origin}/robots.txt`, text);
  const mayFetch = (name: CrawlerClass): boolean => {
    const all = aiCrawlers.filter((crawler) => crawler.class === name);
    const answers = all.map(({ token }) => robots.isAllowed(`${origin}${base}2025/a/`, token));
    expect(new Set(answers).size, `every ${name} crawler gets the same answer`).toBe(1);
    return answers[0] === true;
  };
  const [training, search, userFetch] = [
    mayFetch('training'),
    mayFetch('search'),
    mayFetch('userFetch'),
  ];
  return {
    learned: {
      search: robots.isAllowed(`${origin}${base}`, 'Googlebot') === true,
      'ai-train': training,
      'ai-index': search,
      'ai-input': search || userFetch,
    },
    keptOut: !(training && search && userFetch),
  };
};

const readSignals = (text: string): Learned => {
  // A crawler reads only the group that names it, so every group has to say the same.
  const groups = text.split('\n\n').filter((group) => group.includes('User-agent:'));
  const lines = groups.map((group) => /^Content-Signal: (.+)$/m.exec(group)?.[1]);
  expect(new Set(lines).size).toBe(1);
  return Object.fromEntries(
    (lines[0] ?? '').split(', ').map((pair) => {
      const [name = '', value] = pair.split('=');
      return [name, value === 'yes'];
    }),
  );
};

interface License {
  rsl: {
    '@xmlns': string;
    content: {
      '@url': string;
      license: Record<'permits' | 'prohibits', { '@type': string; '#text': string } | undefined>;
      copyright: { '@type': string; '#text': string };
      terms?: string;
    };
  };
}
const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });

const readLicense = (text: string): { learned: Learned; content: License['rsl']['content'] } => {
  expect(new SyntaxValidator().validate(text)).toBe(true);
  const { rsl } = xml.parse(text) as License;
  expect(rsl['@xmlns']).toBe('https://rslstandard.org/rsl');
  const { content } = rsl;
  const { permits, prohibits } = content.license;
  for (const part of [permits, prohibits]) if (part) expect(part['@type']).toBe('usage');
  const named = (part: typeof permits) => part?.['#text'].split(' ') ?? [];
  const learned = Object.fromEntries([
    ...named(permits).map((use) => [use, true]),
    ...named(prohibits).map((use) => [use, false]),
  ]) as Learned;
  expect(Object.keys(learned).sort()).toEqual(['ai-index', 'ai-input', 'ai-train', 'search']);
  expect(named(permits).length + named(prohibits).length).toBe(4);
  return { learned, content };
};

describe.each(combinations)('under $base, with $rights', ({ base, rights }) => {
  const publication = publicationSchema.parse({ ...least, rights });
  const addresses = createAddresses(origin, base, '/{slug}/');
  const files = rootFiles(publication, addresses, moment);
  const parsed = publication.rights;
  if (!parsed) throw new Error('The rights are gone.');
  const stated = stateRights(parsed, addresses);
  const { learned, content } = readLicense(files.get('license.xml') ?? '');
  const robots = files.get('robots.txt') ?? '';
  const tdmrep = files.get('.well-known/tdmrep.json');

  test('robots.txt, its signals and the licence say the same of every use', () => {
    const { learned: fromRobots } = readRobots(robots, base);
    expect(learned).toEqual(fromRobots);
    expect(learned).toMatchObject(readSignals(robots));
    expect(content['@url']).toBe(base);
  });

  test('mining is reserved if training is prohibited, free only if nobody is kept out, else not spoken of', () => {
    const [rule] = JSON.parse(tdmrep ?? '[{}]') as Record<string, unknown>[];
    const reservation = rule?.['tdm-reservation'];
    const { keptOut } = readRobots(robots, base);
    if (reservation === undefined) {
      expect(tdmrep).toBeUndefined();
      expect(learned['ai-train']).toBe(true);
      expect(keptOut).toBe(true);
    } else {
      expect(rule?.['location']).toBe(base);
      expect(reservation).toBe(learned['ai-train'] ? 0 : 1);
      if (reservation === 0) {
        expect(keptOut).toBe(false);
        expect(Object.values(learned)).not.toContain(false);
      }
    }
  });

  test('file, headers and head say the same of mining, and lead to the same terms', async () => {
    const [inFile] = JSON.parse(tdmrep ?? '[{}]') as Record<string, string | number>[];
    const ofMining = (all: Record<string, string | number>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(all).flatMap(([name, value]) =>
          name.startsWith('tdm-') ? [[name, String(value)]] : [],
        ),
      );
    const mining = ofMining(inFile ?? {});

    const rules = headerRules({ httpsOnly: 'this-host', rights: stated });
    for (const file of ['', '2025/a/', 'license.xml', '_astro/a.webp']) {
      const sent = headersOf(base + file, rules, base);
      expect(ofMining(sent), file).toEqual(mining);
      expect(sent['Link'], file).toBe(
        `<${origin}${base}license.xml>; rel="license"; type="application/rsl+xml"`,
      );
    }
    // As a host reads them.
    const { root } = hostFiles({ ...movedPaper(base), headers: rules }, ['netlify']);
    const file = path.join(work, '_headers');
    writeFileSync(file, root['_headers'] ?? '');
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [file],
      configHeaders: undefined,
      minimal: false,
    });
    expect(errors).toEqual([]);
    const [everywhere] = headers as { values: Record<string, string> }[];
    expect(ofMining(everywhere?.values ?? {})).toEqual(mining);

    const tags = headOf(
      { title: 'A', description: 'B', path: base },
      {
        ...least,
        absolute: addresses.absolute,
        feed: undefined,
        icon: '',
        vectorIcon: undefined,
        touchIcon: '',
        manifest: '',
        colours: { light: '#fff', dark: '#000' },
        rights: { license: stated.license, type: licenseType, mining: miningOf(stated) },
      },
    );
    const head = load(
      tags
        .map(({ tag, attributes }) => {
          const $ = load(`<${tag}>`, {}, false);
          $(tag).attr(attributes);
          return $.html();
        })
        .join(''),
    );
    const inHead = head('meta[name^="tdm-"]')
      .toArray()
      .map(({ attribs }) => [attribs['name'], attribs['content']]);
    expect(Object.fromEntries(inHead)).toEqual(mining);
    expect(head('link[rel="license"]').attr()).toEqual({
      rel: 'license',
      href: `${origin}${base}license.xml`,
      type: 'application/rsl+xml',
    });

    const terms = rights.terms && addresses.absolute(addresses.link(rights.terms));
    expect(content.terms?.replaceAll('&amp;', '&')).toBe(terms);
    if (mining['tdm-policy'] !== undefined) expect(mining['tdm-policy']).toBe(terms);
    else expect([terms, mining['tdm-reservation']]).not.toEqual([expect.any(String), '1']);
  });

  test('every file has its address reserved and its media type', () => {
    expect([...files.keys()]).toEqual(['robots.txt', 'opensearch.xml', ...rightsFiles(parsed)]);
    expect(wholeTypes['license.xml']).toBe('application/rsl+xml; charset=utf-8');
  });

  test('an edition for the newsroom permits nothing, and says nothing', () => {
    const closed = rootFiles(closedPublication(publication), addresses, moment);
    expect([...closed.keys()]).toEqual(['robots.txt', 'opensearch.xml']);
  });
});

test('without the setting nothing is said: no file, no header, no signal', () => {
  const addresses = createAddresses(origin, '/', '/{slug}/');
  const files = rootFiles(publicationSchema.parse(least), addresses, moment);
  expect([...files.keys()]).toEqual(['robots.txt', 'opensearch.xml']);
  expect(files.get('robots.txt')).not.toMatch(/Signal|GPTBot/);
  const sent = headersOf('/', headerRules({ httpsOnly: 'this-host' }), '/');
  expect(Object.keys(sent).filter((name) => /^(?:link|tdm-)/i.test(name))).toEqual([]);
});

test('all three uses are decided together', () => {
  for (const name of ['training', 'search', 'userFetch']) {
    const rights = { training: 'allow', search: 'allow', userFetch: 'allow', [name]: undefined };
    const { error } = publicationSchema.safeParse({ ...least, rights });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([`rights.${name}`]);
  }
});

test('pages say it themselves where a host may send no headers', () => {
  expect(sendsHeaders()).toBe(false);
  expect(sendsHeaders(['github-pages', 'netlify'])).toBe(false);
  expect(sendsHeaders(['netlify', 'nginx'])).toBe(true);
});

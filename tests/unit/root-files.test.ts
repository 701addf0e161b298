import robotsParser from 'robots-parser';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { writeAdsTxt } from '../../src/feeds/ads-txt.ts';
import { aiCrawlers } from '../../src/feeds/ai-crawlers.ts';
import { writeHumansTxt } from '../../src/feeds/humans-txt.ts';
import { writeRobotsTxt } from '../../src/feeds/robots-txt.ts';
import { rootFiles } from '../../src/feeds/root-files.ts';
import { writeSecurityTxt } from '../../src/feeds/security-txt.ts';
import { stateRights } from '../../src/feeds/uses.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import type { Rights } from '../../src/schemas/rights.ts';
import { adsTxtSchema, humansSchema, securitySchema } from '../../src/schemas/root-files.ts';

const moment = new Date('2025-03-01T08:00:00Z');
const tokensOf = (name: string): string[] =>
  aiCrawlers.filter((crawler) => crawler.class === name).map(({ token }) => token);

describe('the known AI crawlers', () => {
  test('have a product token as RFC 9309 spells it, once, and an operator', () => {
    for (const { token, operator } of aiCrawlers) {
      expect(token).toMatch(/^[A-Za-z_-]+$/);
      expect(operator, token).toMatch(/^\S.*\S$/);
    }
    const tokens = aiCrawlers.map(({ token }) => token.toLowerCase());
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  test('cover every class that a publisher may choose', () => {
    for (const name of ['training', 'search', 'userFetch']) {
      expect(tokensOf(name).length, name).toBeGreaterThan(5);
    }
  });

  test('never include the search crawlers that bring readers to the paper', () => {
    for (const name of ['Googlebot', 'Bingbot', 'Applebot', 'DuckDuckBot', 'facebookexternalhit']) {
      expect(aiCrawlers.map(({ token }) => token)).not.toContain(name);
    }
  });
});

describe('robots.txt', () => {
  const address = 'https://news.example/robots.txt';
  const sitemaps = ['https://news.example/sitemap.xml', 'https://news.example/sitemap-news.xml'];
  const allowed = { training: 'allow', search: 'allow', userFetch: 'allow' } as const;
  const written = (change: Partial<Rights>, base = '/') => {
    const choice = { ...allowed, ...change };
    const stated = stateRights(choice, createAddresses('https://news.example', base, '/{slug}/'));
    return writeRobotsTxt({ choice, stated }, base, sitemaps);
  };
  const mayFetch = (text: string, crawler: string, path = '/2025/02/story/') =>
    robotsParser(address, text).isAllowed(`https://news.example${path}`, crawler);

  test('allows every crawler by default, and links to the sitemaps', () => {
    const text = writeRobotsTxt(undefined, '/', sitemaps);
    expect(robotsParser(address, text).getSitemaps()).toEqual(sitemaps);
    for (const { token } of aiCrawlers) {
      expect(mayFetch(text, token), token).toBe(true);
      expect(text).not.toContain(token);
    }
    expect(mayFetch(text, 'Googlebot')).toBe(true);
  });

  test.each(['training', 'search', 'userFetch'])(
    'blocks the %s crawlers, and no others, if the publisher says so',
    (name) => {
      const text = written({ [name]: 'disallow' });
      for (const { token, class: its } of aiCrawlers) {
        expect(mayFetch(text, token), token).toBe(its !== name);
      }
      expect(mayFetch(text, 'Googlebot')).toBe(true);
    },
  );

  test('also names the crawlers it allows, so that the choice is visible', () => {
    const text = written({ search: 'allow' });
    for (const token of tokensOf('search')) {
      expect(mayFetch(text, token), token).toBe(true);
      expect(text).toContain(`User-agent: ${token}\n`);
    }
  });

  test('covers only the paper’s own folder, so that it can be merged into the robots.txt of a larger site', () => {
    const text = written({ training: 'disallow' }, '/paper/');
    expect(mayFetch(text, 'GPTBot', '/paper/2025/02/story/')).toBe(false);
    expect(mayFetch(text, 'GPTBot', '/elsewhere/')).toBe(true);
  });

  test('follows the syntax of RFC 9309, with an empty line between groups', () => {
    const text = written({ training: 'disallow', search: 'allow', userFetch: 'disallow' });
    for (const line of text.split('\n')) {
      expect(line).toMatch(
        /^(?:|# .+|(?:User-agent|Allow|Disallow|Sitemap): \S+|Content-Signal: [a-z=, -]+)$/,
      );
    }
    expect(text.split('\n\n').length).toBe(5);
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('ads.txt', () => {
  const written = (fields: object) => writeAdsTxt(adsTxtSchema.parse(fields));

  test('has one record per line, then the variables', () => {
    const text = written({
      sellers: [
        { domain: 'exchange.example', account: 'pub-1', relation: 'DIRECT', certification: 'f0d' },
        { domain: 'біржа.example', account: '2', relation: 'RESELLER' },
      ],
      ownerDomain: 'News.Example',
      contact: ['ads@news.example', '+380 44 000'],
    });
    expect(text.split('\n')).toEqual([
      'exchange.example, pub-1, DIRECT, f0d',
      'xn--80abp3b5g.example, 2, RESELLER',
      'OWNERDOMAIN=news.example',
      'CONTACT=ads@news.example',
      'CONTACT=+380 44 000',
      '',
    ]);
  });

  test('uses the standard’s placeholder record if nobody may sell', () => {
    expect(written({ sellers: [] })).toBe(
      'placeholder.example.com, placeholder, DIRECT, placeholder\n',
    );
  });

  test.each([
    ['sellers.0.domain', { domain: 'https://exchange.example' }],
    ['sellers.0.domain', { domain: 'exchange.example/a' }],
    ['sellers.0.domain', { domain: 'exchange' }],
    ['sellers.0.domain', { domain: '10.0.0.1' }],
    ['sellers.0.domain', { domain: 'exchange.example, 1, DIRECT' }],
    ['sellers.0.account', { account: 'a,b' }],
    ['sellers.0.account', { account: 'a b' }],
    ['sellers.0.account', { account: '1#2' }],
    ['sellers.0.account', { account: '1\nevil.example, 2, DIRECT' }],
    ['sellers.0.relation', { relation: 'direct' }],
    ['sellers.0.certification', { certification: 'a;b' }],
  ])('refuses %s of %j', (field, change) => {
    const seller = { domain: 'exchange.example', account: '1', relation: 'DIRECT' };
    const { error } = adsTxtSchema.safeParse({ sellers: [{ ...seller, ...change }] });
    expect([...new Set(error?.issues.map(({ path }) => path.join('.')))]).toEqual([field]);
  });

  test.each(['ads@news.example\nevil.example, 1, DIRECT', 'see #ads'])(
    'refuses a contact of %j',
    (contact) => {
      expect(adsTxtSchema.safeParse({ sellers: [], contact: [contact] }).success).toBe(false);
    },
  );
});

describe('security.txt', () => {
  const least = { contact: ['mailto:security@news.example'], expires: '2025-12-31T00:00:00+02:00' };
  const { absolute, link } = createAddresses('https://news.example', '/paper/', '/{slug}/');
  const written = (fields: object, canonical = 'https://news.example/.well-known/security.txt') =>
    writeSecurityTxt(securitySchema.parse({ ...least, ...fields }), canonical, (to) =>
      absolute(link(to)),
    );

  test('lists the contacts, the preferred one first, and the expiry date', () => {
    expect(written({ contact: [...least.contact, 'tel:+380-44-000'] })).toBe(
      [
        'Contact: mailto:security@news.example',
        'Contact: tel:+380-44-000',
        'Expires: 2025-12-30T22:00:00.000Z',
        'Canonical: https://news.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  test('lists the languages, and gives the policy’s address under the base path', () => {
    const text = written({ preferredLanguages: ['uk', 'en-GB'], policy: '/безпека/' });
    expect(text).toContain('\nPreferred-Languages: uk, en-GB\n');
    expect(text).toContain(`\nPolicy: https://news.example/paper/${encodeURI('безпека')}/\n`);
  });

  test('percent-encodes addresses as in RFC 3986', () => {
    const text = written({
      contact: ['mailto:безпека@news.example', 'https://news.example/ї?a=<'],
    });
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^[\w-]+: [\w!#$%&'()*+,./:;=?@[\]~-]+$/);
    }
  });

  test('accepts only https for web addresses, as the standard requires', () => {
    const at = createAddresses('http://localhost:4321', '/', '/{slug}/');
    const text = writeSecurityTxt(
      securitySchema.parse({ ...least, policy: '/security/' }),
      'http://localhost:4321/.well-known/security.txt',
      (to) => at.absolute(at.link(to)),
    );
    expect(text).not.toContain('http:');
  });

  test.each([
    ['contact', { contact: [] }],
    ['contact.0', { contact: ['security@news.example'] }],
    ['contact.0', { contact: ['http://news.example/'] }],
    ['contact.0', { contact: ['mailto:a@b.example\nContact: mailto:evil@c.example'] }],
    ['contact.0', { contact: ['javascript:alert(1)'] }],
    ['expires', { expires: '2025-12-31' }],
    ['expires', { expires: '2025-12-31T00:00:00' }],
    ['preferredLanguages.0', { preferredLanguages: ['English!'] }],
    ['policy', { policy: 'http://news.example/security/' }],
    ['policy', { policy: 'mailto:a@b.example' }],
    ['policy', { policy: 'security' }],
  ])('refuses %s of %j', (field, change) => {
    const { error } = securitySchema.safeParse({ ...least, ...change });
    expect([...new Set(error?.issues.map(({ path }) => path.join('.')))]).toEqual([field]);
  });
});

describe('humans.txt', () => {
  test('names the team, the people they thank, and the edition', () => {
    const humans = humansSchema.parse({
      team: [
        { role: 'Editor', name: 'Ada', contact: 'ada@news.example', location: 'Kyiv' },
        { role: 'Reporter', name: 'Ben' },
      ],
      thanks: ['Everybody'],
    });
    expect(writeHumansTxt(humans, 'en-GB', moment)).toBe(
      [
        '/* TEAM */',
        '\tEditor: Ada',
        '\tContact: ada@news.example',
        '\tLocation: Kyiv',
        '\tReporter: Ben',
        '',
        '/* THANKS */',
        '\tName: Everybody',
        '',
        '/* SITE */',
        '\tLast update: 2025/03/01',
        '\tLanguage: en-GB',
        '',
      ].join('\n'),
    );
  });

  test('has no thanks section if it is empty, and no line breaks in its fields', () => {
    const team = [{ role: 'Editor', name: 'Ada' }];
    expect(writeHumansTxt(humansSchema.parse({ team }), 'uk', moment)).not.toContain('THANKS');
    expect(humansSchema.safeParse({ team, thanks: ['a\n/* TEAM */'] }).success).toBe(false);
    expect(humansSchema.safeParse({ team: [] }).success).toBe(false);
  });
});

describe('the root of the paper', () => {
  const addresses = createAddresses('https://news.example', '/', '/{slug}/');
  const least = {
    name: 'The Paper',
    tagline: 'All of it',
    url: 'https://news.example',
    language: 'en-GB',
    timeZone: 'Europe/Kyiv',
    publisher: { name: 'The Press', logo: 'logo.png' },
  };
  const names = (fields: object) => [
    ...rootFiles(publicationSchema.parse({ ...least, ...fields }), addresses, moment).keys(),
  ];

  test('has robots.txt and the description of its search, and nothing that the publisher has not configured', () => {
    expect(names({})).toEqual(['robots.txt', 'opensearch.xml']);
  });

  test('has every file that the publisher has configured', () => {
    expect(
      names({
        adsTxt: { sellers: [] },
        humans: { team: [{ role: 'Editor', name: 'Ada' }] },
        security: { contact: ['tel:1'], expires: '2025-12-31T00:00:00Z' },
      }),
    ).toEqual([
      'robots.txt',
      'opensearch.xml',
      'ads.txt',
      'humans.txt',
      '.well-known/security.txt',
    ]);
  });
});

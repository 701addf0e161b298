import { describe, expect, test } from 'vitest';
import { counterOf } from '../../src/analytics/counter.ts';
import { newsletterForm } from '../../src/newsletter/form.ts';
import { needsConsent, thirdParties } from '../../src/privacy/third-parties.ts';
import { advertisingSchema } from '../../src/schemas/advertising.ts';
import { analyticsSchema } from '../../src/schemas/analytics.ts';
import { newsletterSchema } from '../../src/schemas/newsletter.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';

const publication = (rest: object) =>
  publicationSchema.parse({
    name: 'The Paper',
    tagline: 'All of it',
    url: 'https://news.example',
    language: 'en-GB',
    timeZone: 'Europe/Kyiv',
    publisher: { name: 'The Paper', logo: 'logo.png' },
    ...rest,
  });
const adManager = { provider: 'google-ad-manager', units: { top: '/1234567/top' } };

describe('consent', () => {
  test('is required if an advertising network has a slot to fill', () => {
    expect(needsConsent(publication({ advertising: { network: adManager } }))).toBe(true);
  });

  test.each([
    ['nothing is configured', {}],
    ['a network has no slot', { advertising: { network: { ...adManager, units: {} } } }],
    ['visits are counted without cookies', { analytics: { provider: 'plausible', domain: 'a' } }],
    ['there is a newsletter', { newsletter: { provider: 'buttondown', username: 'a' } }],
  ])('is not required if %s', (_, rest) => {
    expect(needsConsent(publication(rest))).toBe(false);
  });
});

test('every configured third party is listed with its hosts', () => {
  const hosts = (rest: object) => thirdParties(publication(rest)).flatMap((party) => party.hosts);
  expect(hosts({})).toEqual([]);
  expect(hosts({ analytics: { provider: 'goatcounter', server: 'https://c.example' } })).toEqual([
    'c.example',
  ]);
  const form = 'https://a.us1.list-manage.com/subscribe/post?u=1&id=2';
  expect(hosts({ newsletter: { provider: 'mailchimp', form } })).toEqual(['a.us1.list-manage.com']);
});

describe('a counter of visits', () => {
  const website = '94db1cb1-74f4-4a40-ad6c-962362670409';

  test.each([
    [
      { provider: 'plausible', domain: 'news.example' },
      { src: 'https://plausible.io/js/script.js', data: { domain: 'news.example' } },
    ],
    [
      { provider: 'goatcounter', server: 'https://n.goatcounter.com' },
      {
        src: 'https://n.goatcounter.com/count.js',
        data: { goatcounter: 'https://n.goatcounter.com/count' },
      },
    ],
    [
      { provider: 'umami', website },
      { src: 'https://cloud.umami.is/script.js', data: { websiteId: website } },
    ],
  ])('%o gets the settings it needs', (settings, counter) => {
    expect(counterOf(analyticsSchema.parse(settings))).toEqual(counter);
  });
});

describe('a newsletter’s form', () => {
  test.each([
    [
      { provider: 'buttondown', username: 'news' },
      'https://buttondown.com/api/emails/embed-subscribe/news',
      'email',
    ],
    [
      {
        provider: 'mailchimp',
        form: 'https://a.us1.list-manage.com/subscribe/post?u=1&id=2',
      },
      'https://a.us1.list-manage.com/subscribe/post?u=1&id=2',
      'EMAIL',
    ],
    [
      {
        provider: 'listmonk',
        server: 'https://l.example',
        list: '8a5b1c1e-0d5f-4a55-9a34-0d1a1d9b6a10',
      },
      'https://l.example/subscription/form',
      'email',
    ],
  ])('%o posts to the service', (settings, action, field) => {
    expect(newsletterForm(newsletterSchema.parse(settings))).toMatchObject({ action, field });
  });

  test('is missing if there is no newsletter', () => {
    expect(newsletterForm({ provider: 'none' })).toBeUndefined();
  });
});

describe('a setting is rejected', () => {
  const advertising = (rest: object) =>
    advertisingSchema.safeParse(rest).error?.issues.map(({ path }) => path.join('.'));

  test.each([
    ['an ad unit that is not a path', { network: { ...adManager, units: { top: 'top' } } }, 'top'],
    [
      'an invalid publisher ID',
      { network: { provider: 'adsense', client: 'pub-1', units: {} } },
      'client',
    ],
  ])('for %s', (_, rest, field) => {
    expect(advertising(rest)?.join()).toMatch(new RegExp(`${field}$`));
  });

  test('if a network is to fill a slot that already has a house advertisement', () => {
    const both = {
      houseAds: { a: { title: 'A', link: '/' } },
      slots: { top: 'a' },
      network: adManager,
    };
    expect(advertising(both)).toEqual(['network.units.top']);
  });

  test.each([
    [analyticsSchema, { provider: 'umami', website: 'x' }],
    [analyticsSchema, { provider: 'goatcounter', server: 'javascript:alert(1)' }],
    [newsletterSchema, { provider: 'mailchimp', form: 'https://evil.example/' }],
    [newsletterSchema, { provider: 'buttondown', username: 'a/../b?' }],
  ])('if it is invalid or points to another host', (schema, settings) => {
    expect(schema.safeParse(settings).success).toBe(false);
  });
});

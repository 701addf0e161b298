import { describe, expect, test } from 'vitest';
import { publicationSchema } from '../../src/schemas/publication.ts';

const least = {
  name: 'The Paper',
  tagline: 'All of it',
  url: 'https://paper.example',
  language: 'en-GB',
  timeZone: 'Europe/Kyiv',
  publisher: { name: 'The Press', logo: 'logo.png' },
};

/** The fields that are refused, each once; none where all is well. */
function refused(fields: object): string[] {
  const issues = publicationSchema.safeParse({ ...least, ...fields }).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join('.')))];
}

test('six fields make a publication; the rest has a sensible answer', () => {
  expect(publicationSchema.parse(least)).toEqual({
    ...least,
    publisher: { ...least.publisher, policies: {} },
    permalink: '/{yyyy}/{mm}/{slug}/',
    formerPermalinks: [],
    stayConnected: [],
    advertising: { houseAds: {}, slots: {}, sensitiveTopics: [] },
    analytics: { provider: 'none' },
    newsletter: { provider: 'none' },
    offlineReading: false,
    comments: { provider: 'none' },
    feeds: { content: 'full' },
    hosting: { compressedCopies: [], httpsOnly: 'this-host' },
    lists: { mustRead: 5, related: 4, searchVolume: 1000 },
  });
});

test.each(Object.keys(least))('%s is required', (field) => {
  expect(refused({ [field]: undefined })).toEqual([field]);
});

test('a field that is not known is refused', () => {
  const { error } = publicationSchema.safeParse({ ...least, tagLine: 'x' });
  expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['tagLine'] }]);
});

describe('the permalink', () => {
  test.each(['/{slug}/', '/{section}/{slug}/', '/news/{yyyy}-{mm}-{dd}/{slug}/'])(
    'may be %s',
    (permalink) => {
      expect(refused({ permalink })).toEqual([]);
    },
  );

  test.each([
    ['names no story', '/{yyyy}/{mm}/'],
    ['has a placeholder that is not known', '/{year}/{slug}/'],
    ['has no slash at its end', '/{slug}'],
    ['has no slash at its start', '{slug}/'],
    ['leads to another site', '//{slug}/'],
    ['has a space', '/the news/{slug}/'],
    ['has a query', '/?story={slug}/'],
    ['has a fragment', '/#/{slug}/'],
    ['climbs out of the paper', '/../{slug}/'],
    ['has a percent sign that encodes nothing', '/100%/{slug}/'],
  ])('is refused where it %s', (_, permalink) => {
    expect(refused({ permalink })).toEqual(['permalink']);
  });
});

describe('former permalinks', () => {
  test.each([
    ['/{yyyy}/{mm}/{dd}/{slug}/'],
    ['/{section}/{slug}.html', '/{slug}'],
    ['/новини/{slug}/', '/{yyyy}-{mm}/{slug}/'],
  ])('may be %s', (...formerPermalinks) => {
    expect(refused({ formerPermalinks, threadPermalink: formerPermalinks[0] })).toEqual([]);
  });

  test.each([
    ['names no story', '/{yyyy}/{mm}/'],
    ['has a placeholder that is not known', '/{year}/{slug}/'],
    ['is the present one', '/{yyyy}/{mm}/{slug}/'],
    ['is the present one in another spelling', '/{yyyy}/{mm}/{slug}/index.html'],
    ['is the default one', '/{yyyy}/{mm}/{slug}'],
    ['has a query', '/?story={slug}'],
    ['has what no rule of a host can hold', '/$1/{slug}/'],
    ['stands for a whole folder', '/{slug}/*'],
    ['is no path', '{slug}/'],
  ])('are refused where one %s', (_, pattern) => {
    expect(refused({ formerPermalinks: ['/{slug}.html', pattern] })).toEqual([
      'formerPermalinks.1',
    ]);
  });

  test('are refused where two are the same, along with all that is wrong beside them', () => {
    expect(
      refused({ formerPermalinks: ['/a/{slug}', '/{slug}/', '/A/{slug}/'], url: 'x' }),
    ).toEqual(['url', 'formerPermalinks.2']);
  });
});

test.each(['UTC', 'Europe/Kyiv', 'America/St_Johns'])('%s is a time zone', (timeZone) => {
  expect(refused({ timeZone })).toEqual([]);
});

test.each(['Europe/Kyyiv', 'Kyiv time', ''])('%j is no time zone', (timeZone) => {
  expect(refused({ timeZone })).toEqual(['timeZone']);
});

test.each(['en', 'en-GB', 'ar', 'ar-EG'])('%s is a language of the interface', (language) => {
  expect(refused({ language })).toEqual([]);
});

test.each(['tlh', 'English', ''])('%j is no language of the interface', (language) => {
  expect(refused({ language })).toEqual(['language']);
});

test.each(['javascript:alert(1)', '/paper/', 'paper.example', 'https://paper.example/folder/'])(
  'the public address is an origin, and never %s',
  (url) => {
    expect(refused({ url })).toEqual(['url']);
  },
);

describe('Stay Connected', () => {
  const account = {
    platform: 'X',
    count: 2458,
    unit: 'Followers',
    action: 'Follow',
    url: 'https://x.com/',
  };

  test('takes an account with a count, a unit, an action and an address', () => {
    expect(refused({ stayConnected: [account] })).toEqual([]);
  });

  test.each([
    ['count', '2,458'],
    ['count', -1],
    ['count', 0.5],
    ['url', 'javascript:alert(1)'],
    ['url', '/x/'],
    ['unit', ''],
  ])('refuses a %s of %j', (field, value) => {
    expect(refused({ stayConnected: [{ ...account, [field]: value }] })).toEqual([
      `stayConnected.0.${field}`,
    ]);
  });
});

describe('advertising', () => {
  const poster = { title: 'Read us', link: '/about/' };
  const advertising = (ad: object, slots: object = {}): string[] =>
    refused({ advertising: { houseAds: { poster: { ...poster, ...ad } }, slots } });

  test.each(['/about/', 'https://shop.example/?a=b', 'mailto:ads@paper.example'])(
    'may lead to %s',
    (link) => {
      expect(advertising({ link })).toEqual([]);
    },
  );

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil',
  ])('never leads to %s', (link) => {
    expect(advertising({ link })).toEqual(['advertising.houseAds.poster.link']);
  });

  test('a banner comes with its strip for phones, and a strip with its banner', () => {
    const field = 'advertising.houseAds.poster.pictures';
    expect(advertising({ pictures: { banner: 'b.png', strip: 's.png' } })).toEqual([]);
    expect(advertising({ pictures: { rectangle: 'r.png' } })).toEqual([]);
    expect(advertising({ pictures: { banner: 'b.png' } })).toEqual([field]);
    expect(advertising({ pictures: { strip: 's.png' } })).toEqual([field]);
  });

  test('a slot shows an advertisement that there is', () => {
    expect(advertising({}, { top: 'poster' })).toEqual([]);
    expect(advertising({}, { top: 'postre' })).toEqual(['advertising.slots.top']);
  });

  test('no word that JavaScript knows passes for the name of an advertisement', () => {
    expect(advertising({}, { top: 'constructor' })).toEqual(['advertising.slots.top']);
  });

  test('a slot is one of the places that there are', () => {
    expect(advertising({}, { botom: 'poster' })).toEqual(['advertising.slots']);
  });
});

test('lists are between 1 and 20 long', () => {
  expect(refused({ lists: { mustRead: 1, related: 20 } })).toEqual([]);
  expect(refused({ lists: { mustRead: 0, related: 21 } })).toEqual([
    'lists.mustRead',
    'lists.related',
  ]);
});

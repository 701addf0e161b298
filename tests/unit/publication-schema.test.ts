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

/** The rejected fields, each once; empty if the input is valid. */
function refused(fields: object): string[] {
  const issues = publicationSchema.safeParse({ ...least, ...fields }).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join('.')))];
}

test('six fields make a publication; the rest have sensible defaults', () => {
  expect(publicationSchema.parse(least)).toEqual({
    ...least,
    publisher: { ...least.publisher, policies: {} },
    permalink: '/{yyyy}/{mm}/{slug}/',
    formerPermalinks: [],
    stayConnected: [],
    advertising: { houseAds: {}, slots: {}, sensitiveTopics: [] },
    ageNotice: true,
    analytics: { provider: 'none' },
    newsletter: { provider: 'none' },
    offlineReading: false,
    comments: { provider: 'none' },
    feeds: { content: 'full' },
    hosting: { compressedCopies: [], httpsOnly: 'this-host' },
    lists: { mustRead: 5, related: 4, searchVolume: 1000 },
    related: { inline: true },
    live: { pollSeconds: 60 },
    credits: false,
    requireReporting: {},
    requireAi: {},
    record: 'none',
    strictChanges: false,
  });
});

test('strict changes need a record to be found in', () => {
  expect(refused({ strictChanges: true })).toEqual(['strictChanges']);
  expect(
    publicationSchema.safeParse({ ...least, strictChanges: true, record: 'git' }).success,
  ).toBe(true);
});

test.each(Object.keys(least))('%s is required', (field) => {
  expect(refused({ [field]: undefined })).toEqual([field]);
});

test('an unknown field is rejected', () => {
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
    ['has an unknown placeholder', '/{year}/{slug}/'],
    ['has no trailing slash', '/{slug}'],
    ['has no leading slash', '{slug}/'],
    ['leads to another site', '//{slug}/'],
    ['has a space', '/the news/{slug}/'],
    ['has a query', '/?story={slug}/'],
    ['has a fragment', '/#/{slug}/'],
    ['climbs out of the paper', '/../{slug}/'],
    ['has a stray percent sign', '/100%/{slug}/'],
  ])('is rejected if it %s', (_, permalink) => {
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
    ['has an unknown placeholder', '/{year}/{slug}/'],
    ['is the current one', '/{yyyy}/{mm}/{slug}/'],
    ['is the current one in another spelling', '/{yyyy}/{mm}/{slug}/index.html'],
    ['is the default one', '/{yyyy}/{mm}/{slug}'],
    ['has a query', '/?story={slug}'],
    ['contains what no host’s rules can express', '/$1/{slug}/'],
    ['stands for a whole folder', '/{slug}/*'],
    ['is no path', '{slug}/'],
  ])('are rejected if one %s', (_, pattern) => {
    expect(refused({ formerPermalinks: ['/{slug}.html', pattern] })).toEqual([
      'formerPermalinks.1',
    ]);
  });

  test('are rejected if two are the same, and other mistakes are reported too', () => {
    expect(
      refused({ formerPermalinks: ['/a/{slug}', '/{slug}/', '/A/{slug}/'], url: 'x' }),
    ).toEqual(['url', 'formerPermalinks.2']);
  });
});

describe('the permalink of threads', () => {
  const formerPermalinks = ['/{slug}.html', '/{yyyy}/{mm}/{dd}/{slug}/'];

  test.each([
    ['the present one', '/{yyyy}/{mm}/{slug}/'],
    ['the present one without its slash', '/{yyyy}/{mm}/{slug}'],
    ['a former one', '/{yyyy}/{mm}/{dd}/{slug}/'],
  ])('may be %s', (_, threadPermalink) => {
    expect(refused({ formerPermalinks, threadPermalink })).toEqual([]);
  });

  test.each(['/{yyyy}/{dd}/{mm}/{slug}/', '/{slug}.htm', '/news/{slug}/'])(
    'may not be %s, which no story ever had',
    (threadPermalink) => {
      const { error } = publicationSchema.safeParse({
        ...least,
        formerPermalinks,
        threadPermalink,
      });
      expect(error?.issues).toMatchObject([
        {
          path: ['threadPermalink'],
          params: { rule: { expected: '`permalink` or one of `formerPermalinks`' } },
        },
      ]);
    },
  );
});

test.each(['UTC', 'Europe/Kyiv', 'America/St_Johns'])('%s is a time zone', (timeZone) => {
  expect(refused({ timeZone })).toEqual([]);
});

test.each(['Europe/Kyyiv', 'Kyiv time', ''])('%j is not a time zone', (timeZone) => {
  expect(refused({ timeZone })).toEqual(['timeZone']);
});

test.each(['en', 'en-GB', 'ar', 'ar-EG'])('%s is a language of the interface', (language) => {
  expect(refused({ language })).toEqual([]);
});

test.each(['tlh', 'English', ''])('%j is not a language of the interface', (language) => {
  expect(refused({ language })).toEqual(['language']);
});

test.each(['javascript:alert(1)', '/paper/', 'paper.example', 'https://paper.example/folder/'])(
  'the public address must be an origin, not %s',
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

  test('accepts an account with a count, a unit, an action and an address', () => {
    expect(refused({ stayConnected: [account] })).toEqual([]);
  });

  test.each([
    ['count', '2,458'],
    ['count', -1],
    ['count', 0.5],
    ['url', 'javascript:alert(1)'],
    ['url', '/x/'],
    ['unit', ''],
  ])('rejects a %s of %j', (field, value) => {
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
    'may link to %s',
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
  ])('may not link to %s', (link) => {
    expect(advertising({ link })).toEqual(['advertising.houseAds.poster.link']);
  });

  test('needs a strip for phones with every banner, and a banner with every strip', () => {
    const field = 'advertising.houseAds.poster.pictures';
    expect(advertising({ pictures: { banner: 'b.png', strip: 's.png' } })).toEqual([]);
    expect(advertising({ pictures: { rectangle: 'r.png' } })).toEqual([]);
    expect(advertising({ pictures: { banner: 'b.png' } })).toEqual([field]);
    expect(advertising({ pictures: { strip: 's.png' } })).toEqual([field]);
  });

  test('must exist if a slot names it', () => {
    expect(advertising({}, { top: 'poster' })).toEqual([]);
    expect(advertising({}, { top: 'postre' })).toEqual(['advertising.slots.top']);
  });

  test('cannot be confused with a built-in property of JavaScript', () => {
    expect(advertising({}, { top: 'constructor' })).toEqual(['advertising.slots.top']);
  });

  test('goes only into slots that exist', () => {
    expect(advertising({}, { botom: 'poster' })).toEqual(['advertising.slots']);
  });
});

test('lists have between 1 and 20 entries', () => {
  expect(refused({ lists: { mustRead: 1, related: 20 } })).toEqual([]);
  expect(refused({ lists: { mustRead: 0, related: 21 } })).toEqual([
    'lists.mustRead',
    'lists.related',
  ]);
});

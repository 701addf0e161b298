import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { authorData, profileData } from '../../src/metadata/structured-data/author.ts';
import { breadcrumbData } from '../../src/metadata/structured-data/breadcrumb.ts';
import { collectionData } from '../../src/metadata/structured-data/lists.ts';
import { publisherData } from '../../src/metadata/structured-data/publisher.ts';
import { structuredDataScript } from '../../src/metadata/structured-data/script.ts';
import { siteData } from '../../src/metadata/structured-data/site.ts';
import { storyData, type StoryFacts } from '../../src/metadata/structured-data/story.ts';
import { wordsFor } from '../../src/language/words.ts';
import { kinds } from '../../src/schemas/kinds.ts';

const { absolute } = createAddresses('https://news.example', '/paper/', '/{slug}/');

const publisher = publisherData({
  publisher: {
    name: 'The Paper Ltd',
    logo: 'logo.png',
    policies: { about: 'about', corrections: 'mistakes', ownership: 'owners', privacy: 'privacy' },
  },
  url: 'https://news.example/paper/',
  logo: 'https://news.example/paper/logo.png',
  logoSize: 512,
  page: (id) => `https://news.example/paper/${id}/`,
});

const facts: StoryFacts = {
  url: 'https://news.example/paper/grain/',
  headline: 'Grain deal holds',
  standfirst: 'For now.',
  kind: 'news',
  language: 'en-GB',
  section: 'World',
  topics: ['Grain', 'Odesa'],
  published: '2025-02-13T20:15:00+02:00',
  authors: [authorData({ type: 'person', name: 'A. Reporter' }, 'https://news.example/a/')],
  images: [{ url: 'https://news.example/a.webp', width: 1200, height: 675 }],
  corrections: [],
  changeNames: wordsFor('en-GB').changes,
  updates: [],
  publisher,
};
const dataOf = (changes: Partial<StoryFacts> = {}) => storyData({ ...facts, ...changes });

describe('a picture', () => {
  const [image = { url: '', width: 1, height: 1 }] = facts.images;
  const imageWith = (label: object) =>
    (dataOf({ images: [{ ...image, ...label }] }) as unknown as { image: object[] }).image[0];
  const plain = {
    '@type': 'ImageObject',
    url: 'https://news.example/a.webp',
    width: '1200',
    height: '675',
  };

  test('whose it is, is told as search engines ask for it', () => {
    const label = {
      credit: 'Jane Doe / Reuters',
      makers: ['Jane Doe'],
      rights: '© Reuters',
      license: 'https://a.example/license',
      licensor: 'https://a.example/buy',
      source: 'trainedAlgorithmicMedia' as const,
    };
    expect(imageWith(label)).toEqual({
      ...plain,
      contentUrl: plain.url,
      creditText: 'Jane Doe / Reuters',
      creator: [{ '@type': 'Person', name: 'Jane Doe' }],
      copyrightNotice: '© Reuters',
      license: 'https://a.example/license',
      acquireLicensePage: 'https://a.example/buy',
      digitalSourceType: {
        '@id': 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      },
    });
  });

  test('of which nothing is known has no more than its address and size', () => {
    expect(imageWith({})).toEqual(plain);
    expect(imageWith({ source: 'digitalCapture' })).toEqual(plain);
  });
});

describe('the script', () => {
  const hostile = '</script><script>alert(1)</script> & “quotes” 😀 <!-- \u2028\u2029';

  test('cannot be closed or reopened by any text in it', () => {
    const script = structuredDataScript([{ '@type': 'Thing', name: hostile }]);
    expect(script).not.toMatch(/[<\u2028\u2029]/);
  });

  test('keeps all text unchanged', () => {
    const script = structuredDataScript([{ '@type': 'Thing', name: hostile }]);
    expect(JSON.parse(script)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'Thing', name: hostile }],
    });
  });
});

describe('a story', () => {
  test('has its text, times, authors, picture and section', () => {
    expect(dataOf()).toMatchObject({
      '@type': 'ReportageNewsArticle',
      headline: 'Grain deal holds',
      description: 'For now.',
      url: facts.url,
      mainEntityOfPage: facts.url,
      inLanguage: 'en-GB',
      datePublished: '2025-02-13T20:15:00+02:00',
      author: [{ '@type': 'Person', name: 'A. Reporter', url: 'https://news.example/a/' }],
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://news.example/a.webp',
          width: '1200',
          height: '675',
        },
      ],
      articleSection: 'World',
      keywords: ['Grain', 'Odesa'],
      isAccessibleForFree: true,
      publisher,
    });
  });

  test.each([
    ['news', 'ReportageNewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['live', 'LiveBlogPosting'],
    ['sponsored', 'AdvertiserContentArticle'],
  ] as const)('that is %s is a %s', (kind, type) => {
    expect(kinds).toContain(kind);
    expect(dataOf({ kind })['@type']).toBe(type);
  });

  test('that is syndicated is news, but not the paper’s own reporting, and names its source', () => {
    const source = { name: 'Agency', url: 'https://agency.example/1' };
    expect(dataOf({ source })).toMatchObject({
      '@type': 'NewsArticle',
      isBasedOn: { '@type': 'CreativeWork', name: 'Agency', url: 'https://agency.example/1' },
    });
    expect(dataOf({ source: { name: 'Agency' } })).toMatchObject({
      isBasedOn: { '@type': 'CreativeWork', name: 'Agency' },
    });
  });

  test('was modified when it was updated, or else when it was published', () => {
    expect(dataOf()).toMatchObject({ dateModified: facts.published });
    const updated = '2025-02-14T09:00:00+02:00';
    expect(dataOf({ updated })).toMatchObject({ dateModified: updated });
  });

  test('has its corrections, each with its day', () => {
    const corrections = [{ date: '2025-02-15T00:00:00Z', text: 'It was barley.' }];
    expect(dataOf({ corrections })).toMatchObject({
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It was barley.',
          datePublished: '2025-02-15T00:00:00Z',
        },
      ],
    });
  });

  test('has other notes on changes as comments of the publisher', () => {
    const note = { kind: 'clarification', date: '2025-02-15T00:00:00Z', text: 'Barley.' } as const;
    const data = dataOf({ changeNotes: [note] });
    expect(data).toMatchObject({
      comment: [
        {
          '@type': 'Comment',
          name: 'Clarification',
          text: 'Barley.',
          datePublished: note.date,
          author: publisher,
        },
      ],
    });
    expect(data).not.toHaveProperty('correction');
  });

  test('leaves out what it does not have', () => {
    const bare = dataOf({ topics: [] });
    for (const property of ['keywords', 'dateline', 'correction', 'isBasedOn', 'liveBlogUpdate']) {
      expect(bare).not.toHaveProperty(property);
    }
  });

  test('has a dateline where schema.org allows one', () => {
    const dateline = 'Odesa';
    expect(dataOf({ dateline })).toMatchObject({ dateline });
    expect(dataOf({ dateline, kind: 'sponsored' })).not.toHaveProperty('dateline');
  });

  test('that is live has its entries, and its coverage starts with the first and ends once it is over', () => {
    const update = (published: string) => ({ headline: published, published, url: facts.url });
    const updates = ['2025-02-13T12:00:00Z', '2025-02-13T09:00:00+02:00'].map(update);
    const live = dataOf({ kind: 'live', state: 'live', updates });
    expect(live).not.toHaveProperty('coverageEndTime');
    expect(dataOf({ kind: 'live', state: 'paused', updates })).not.toHaveProperty(
      'coverageEndTime',
    );
    expect(dataOf({ kind: 'live', state: 'over', updates })).toMatchObject({
      coverageEndTime: '2025-02-13T12:00:00Z',
    });
    expect(live).toMatchObject({
      coverageStartTime: '2025-02-13T09:00:00+02:00',
      liveBlogUpdate: [
        { '@type': 'BlogPosting', datePublished: '2025-02-13T12:00:00Z' },
        { '@type': 'BlogPosting', datePublished: '2025-02-13T09:00:00+02:00' },
      ],
    });
  });
});

test('the publisher has its logo and the policies that schema.org knows', () => {
  expect(publisher).toEqual({
    '@type': 'NewsMediaOrganization',
    '@id': 'https://news.example/paper/#publisher',
    name: 'The Paper Ltd',
    url: 'https://news.example/paper/',
    logo: {
      '@type': 'ImageObject',
      url: 'https://news.example/paper/logo.png',
      width: '512',
      height: '512',
    },
    correctionsPolicy: 'https://news.example/paper/mistakes/',
    ownershipFundingInfo: 'https://news.example/paper/owners/',
  });
});

test('a breadcrumb has numbered steps with absolute addresses; the last needs none', () => {
  const steps = [{ title: 'Home', path: '/paper/' }, { title: 'Grain deal holds' }];
  expect(breadcrumbData(steps, absolute)).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://news.example/paper/' },
      { '@type': 'ListItem', position: 2, name: 'Grain deal holds' },
    ],
  });
});

test('the numbering of stories continues on later pages', () => {
  const page = { name: 'World', description: 'All.', url: 'https://news.example/world/2/' };
  expect(collectionData(page, ['https://news.example/a/', 'https://news.example/b/'], 20)).toEqual({
    '@type': 'CollectionPage',
    ...page,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', position: 21, url: 'https://news.example/a/' },
        { '@type': 'ListItem', position: 22, url: 'https://news.example/b/' },
      ],
    },
  });
});

describe('an author’s page', () => {
  const url = 'https://news.example/author/a/';
  const links = [{ label: 'Elsewhere', url: 'https://else.example/' }];

  test('of a person gives their job, name and profiles elsewhere', () => {
    const author = { type: 'person', name: 'A.', role: 'Editor', bio: 'Edits.', links } as const;
    expect(profileData(author, url, 'https://news.example/a.webp')).toEqual({
      '@type': 'ProfilePage',
      url,
      mainEntity: {
        '@type': 'Person',
        name: 'A.',
        url,
        description: 'Edits.',
        jobTitle: 'Editor',
        image: 'https://news.example/a.webp',
        sameAs: ['https://else.example/'],
      },
    });
  });

  test('of an organisation has no job title', () => {
    const author = { type: 'organization' as const, name: 'Newsroom', role: 'Desk', links: [] };
    expect(profileData(author, url, undefined)).toEqual({
      '@type': 'ProfilePage',
      url,
      mainEntity: { '@type': 'Organization', name: 'Newsroom', url },
    });
  });
});

test('the site describes its search', () => {
  const site = { name: 'P', description: 'D', url: 'https://news.example/', inLanguage: 'en' };
  expect(siteData(site, 'https://news.example/search/', publisher)).toMatchObject({
    '@type': 'WebSite',
    ...site,
    publisher,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: 'https://news.example/search/?q={query}',
      },
      'query-input': 'required name=query',
    },
  });
});

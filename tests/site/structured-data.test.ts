import path from 'node:path';
import sharp from 'sharp';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { leadArticle, printed, type PrintedPage, standsIn } from './printed.ts';

type Thing = Record<string, unknown> & { '@type': string };

const thingsOf = ({ $ }: PrintedPage): Thing[] => {
  const scripts = $('script[type="application/ld+json"]').toArray();
  return scripts.flatMap((script) => {
    const data = JSON.parse($(script).text()) as { '@context': string; '@graph': Thing[] };
    expect(data['@context']).toBe('https://schema.org');
    return data['@graph'];
  });
};

const stories = [
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'OpinionNewsArticle',
  'BackgroundNewsArticle',
  'LiveBlogPosting',
  'AdvertiserContentArticle',
];
const ofStories = [
  ...['headline', 'description', 'url', 'mainEntityOfPage', 'inLanguage', 'image'],
  ...['datePublished', 'dateModified', 'author', 'publisher', 'articleSection'],
  ...['isAccessibleForFree', 'speakable'],
];
/** The properties that each type needs at least. */
const required: Record<string, string[]> = {
  ...Object.fromEntries(stories.map((type) => [type, ofStories])),
  LiveBlogPosting: [...ofStories, 'coverageStartTime', 'liveBlogUpdate'],
  NewsMediaOrganization: ['@id', 'name', 'url', 'logo'],
  Person: ['name', 'url'],
  Organization: ['name', 'url'],
  ImageObject: ['url', 'width', 'height'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position'],
  CollectionPage: ['name', 'description', 'url', 'mainEntity'],
  ItemList: ['itemListElement'],
  ProfilePage: ['url', 'mainEntity'],
  WebSite: ['name', 'url', 'potentialAction', 'publisher'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  BlogPosting: ['headline', 'datePublished', 'url'],
  CorrectionComment: ['text', 'datePublished'],
  Comment: ['name', 'text', 'datePublished', 'author'],
  CreativeWork: ['name'],
  CreativeWorkSeries: ['name', 'url'],
  SpeakableSpecification: ['cssSelector'],
};

const within = (value: unknown): Thing[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(within);
  return '@type' in value ? [value as Thing, ...inner] : inner;
};

describe.each(papers.map(({ name }) => name))('the structured data of the paper %s', (name) => {
  const { pages, base, files, bytes } = printed(name);
  const articles = pages.filter(({ $ }) => $('article.story:not([data-withdrawn])').length > 0);

  test('is in one script on every page except fallback pages, and has every property that its types require', () => {
    for (const page of pages) {
      const count = page.$('script[type="application/ld+json"]').length;
      expect(count, page.path).toBe(standsIn(page) ? 0 : 1);
      const things = within(thingsOf(page));
      // Who made a picture may have no page anywhere.
      const makers = new Set(things.flatMap(({ creator }) => within(creator)));
      for (const thing of things) {
        // A withdrawn story has neither a picture nor words to read aloud.
        const isGone = 'creativeWorkStatus' in thing;
        const properties = required[thing['@type']]?.filter(
          (name) =>
            (!isGone || !['image', 'speakable'].includes(name)) &&
            !(makers.has(thing) && name === 'url'),
        );
        expect(properties, `${page.path} ${thing['@type']}`).toBeDefined();
        expect(Object.keys(thing), page.path).toEqual(expect.arrayContaining(properties ?? []));
      }
    }
  });

  test('describes one story on every article’s page, in the words that readers see', () => {
    for (const page of articles) {
      const described = thingsOf(page).filter(({ '@type': type }) => stories.includes(type));
      expect(described.length, page.path).toBe(1);
      const canonical = page.$('link[rel="canonical"]').attr('href');
      const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
      expect(described[0], page.path).toMatchObject({
        url: canonical,
        headline: words(page.$('h1').text()),
        datePublished: page.$('.byline time').first().attr('datetime'),
      });
    }
  });

  test('matches the breadcrumb', () => {
    for (const page of pages) {
      const shown = page
        .$('.breadcrumb li')
        .toArray()
        .map((step) => page.$(step).text().trim());
      const [list] = thingsOf(page).filter(({ '@type': type }) => type === 'BreadcrumbList');
      const steps = (list?.['itemListElement'] ?? []) as { name: string; position: number }[];
      expect(
        steps.map((step) => step.name.trim()),
        page.path,
      ).toEqual(shown);
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, n) => n + 1));
    }
  });

  test('names pictures that exist, in three formats or as the card, with their true size', async () => {
    for (const page of articles) {
      const [story] = thingsOf(page);
      const images = story?.['image'] as { url: string; width: string; height: string }[];
      if (page.$('.lead-image').length > 0) {
        const shapes = [16 / 9, 4 / 3, 1];
        expect(images.length).toBe(shapes.length);
        for (const [n, { width, height }] of images.entries()) {
          // Never larger than the picture, and to the next whole pixel.
          expect(Number(width)).toBeLessThanOrEqual(1200);
          const ideal = Number(height) * (shapes[n] ?? 0);
          expect(Math.abs(Number(width) - ideal), page.path).toBeLessThanOrEqual(1);
        }
      } else {
        const card = page.$('meta[property="og:image"]').attr('content');
        expect(images.map(({ url }) => url)).toEqual([card]);
      }
      for (const { url, width, height } of images) {
        const file = decodeURI(new URL(url).pathname);
        expect(files, page.path).toContain(file);
        const real = await sharp(bytes(file)).metadata();
        expect(`${String(real.width)}×${String(real.height)}`, file).toBe(`${width}×${height}`);
      }
    }
  });

  test('links only to pages and files that exist', () => {
    const own = new URL(
      pages
        .find(({ path: at }) => at === base)
        ?.$('link[rel="canonical"]')
        .attr('href') ?? '',
    ).origin;
    const addresses = new Set([...pages.map(({ path: at }) => at), ...files]);
    for (const page of pages) {
      const text = page.$('script[type="application/ld+json"]').text();
      const named = [...text.matchAll(/"(https?:[^"\\]*)"/g)].map(([, url = '']) => url);
      for (const url of named.filter((url) => url.startsWith(own) && !url.includes('{query}'))) {
        expect(addresses, `${page.path}: ${url}`).toContain(decodeURI(new URL(url).pathname));
      }
    }
  });

  test('describes a searchable site on the front page', () => {
    const front = pages.find(({ path: at }) => at === base);
    const [site] = front ? thingsOf(front) : [];
    expect(site?.['@type']).toBe('WebSite');
  });
});

/** A thing as its types see it: what its texts and numbers are makes no difference to them. */
const shapeOf = (value: unknown, field = ''): unknown => {
  if (typeof value === 'string')
    return field === '@type' || value.startsWith('https://schema.org/') ? value : '…';
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) {
    const shapes = value.map((entry) => JSON.stringify(shapeOf(entry, field)));
    return [...new Set(shapes)].map((shape): unknown => JSON.parse(shape));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, shapeOf(entry, name)]),
  );
};

test('all structured data follows the types of schema.org', () => {
  const things = new Map<string, Thing>();
  let count = 0;
  for (const { name } of papers) {
    for (const page of printed(name).pages) {
      for (const thing of thingsOf(page)) {
        // schema.org has no type for the input of an action.
        const text = JSON.stringify(shapeOf(thing)).replaceAll('"query-input":"…"', '');
        const clean = text.replaceAll(/,(?=\})/g, '');
        things.set(clean, thing);
        count += 1;
      }
    }
  }
  const types = [...new Set([...things.values()].map(({ '@type': type }) => type))];
  const source = [
    `import type { ${types.join(', ')} } from 'schema-dts';`,
    ...[...things].map(([text, { '@type': type }], n) => `export const x${n}: ${type} = ${text};`),
  ].join('\n');
  expect(count).toBeGreaterThan(100);
  expect(things.size).toBeGreaterThan(10);

  const file = path.resolve(import.meta.dirname, 'structured-data-of-all-papers.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const real = ts.createCompilerHost(options);
  host.fileExists = (name) => name === file || real.fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext)
      : real.getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const wrong = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(wrong).toEqual([]);
}, 120_000);

describe('the lead article', () => {
  const [story] = thingsOf(printed('home').page(leadArticle));

  test('is a news article with its source, topics and publisher', () => {
    expect(story).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2025-02-13T20:15:00+02:00',
      author: [{ '@type': 'Organization', name: 'BEVOLVE NEWS newsroom' }],
      articleSection: 'BEVOLVE NEWS',
      keywords: ['Ukraine', 'Russia', 'United States', 'NATO'],
      isBasedOn: { '@type': 'CreativeWork' },
      publisher: {
        '@type': 'NewsMediaOrganization',
        correctionsPolicy: 'https://bevolve-news.example/corrections-policy/',
        actionableFeedbackPolicy: 'https://bevolve-news.example/contact/',
      },
    });
  });
});

test('a headline that tries to close the script is kept as text, and closes nothing', () => {
  const { pages } = printed('hostile');
  const hostile = pages.find(({ path: at }) => at.endsWith('/a-headline-that-closes-the-script/'));
  const script = hostile?.$('script[type="application/ld+json"]').text() ?? '';
  expect(script).not.toContain('<');
  expect(hostile && thingsOf(hostile)[0]?.['headline']).toBe(
    '</script><script>alert(1)</script> & “quotes” 😀',
  );
});

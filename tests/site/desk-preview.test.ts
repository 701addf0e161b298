import { load } from 'cheerio';
import { DOMParser as LinkedomParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { printedPage, printedStandingPage } from '../../src/desk/page/printed-page.ts';
import type { StoryOnPage } from '../../src/desk/page/story-elements.ts';
import { publication } from '../../src/publication.ts';
import { type ChangeKind, changeNames } from '../../src/language/change-notes.ts';
import { kindNames } from '../../src/language/kinds.ts';
import { kinds } from '../../src/schemas/kinds.ts';
import { printed, type PrintedPage } from './printed.ts';

beforeAll(() => {
  vi.stubGlobal('DOMParser', LinkedomParser);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const stories = printed('home').pages.filter(({ $ }) => $('[data-story]').length > 0);

/** A correction among corrections needs no name. */
const changeKindOf = (name: string): ChangeKind =>
  (Object.keys(changeNames) as ChangeKind[]).find((kind) => changeNames[kind].en === name) ??
  'correction';

/** What is written in the file of a story, as far as its printed page shows it. */
const storyOn = ({ $ }: PrintedPage): StoryOnPage => {
  const article = $('[data-story]');
  const said = (selector: string) => article.find(selector).first().text().trim();
  const all = (selector: string) =>
    article
      .find(selector)
      .toArray()
      .map((element) => $(element).text().trim());
  const [published = '', updated] = article
    .find('[data-byline] time')
    .toArray()
    .map(({ attribs }) => attribs['datetime']);
  const image = article.find('[data-lead-image] img');
  const between = article
    .children()
    .not(
      '.head, .byline, [data-slot], [data-lead-image], aside, .corrections, .note, .foot, .key-points, .series-parts',
    );
  // Above plain news without a kicker of its own, there is the name of its section.
  const named = said('.kind').split(' · ');
  const kindSaid = kinds.find((kind) => kindNames[kind].en === named[0]);
  const kicker = kindSaid === undefined ? named : named.slice(1);
  const partOf = /(\d+)\D+(\d+)/.exec(said('.series span'));
  const years = /\d+/.exec(said('.age'))?.[0] ?? (article.find('.age').length > 0 ? 1 : undefined);
  const opinion = article.find('.opinion-by li');
  const names = opinion.length > 0 ? all('.opinion-by a') : all('[data-byline] a[rel="author"]');
  const source = article
    .find('.note')
    .filter((_, note) => $(note).find('[href*="correct"]').length === 0);
  return {
    headline: said('h1'),
    standfirst: said('[data-standfirst]'),
    kicker: kicker.join(' · ') || undefined,
    keyPoints: all('.key-points li'),
    kind: kindSaid ?? 'news',
    section: said('.kicker'),
    sectionId: article.attr('data-section') ?? '',
    series: partOf
      ? { title: said('.series a'), part: Number(partOf[1]), count: Number(partOf[2]) }
      : undefined,
    years: years === undefined ? undefined : Number(years),
    authors: names.map((name, n) => ({
      name,
      role: opinion.eq(n).find('span').text().trim() || undefined,
    })),
    dateline:
      article
        .find('[data-byline] p:not(.tools)')
        .last()
        .children('span')
        .first()
        .not(':has(time)')
        .text() || undefined,
    published,
    updated,
    leadImage:
      image.length === 0
        ? undefined
        : {
            src: 'blob:x',
            alt: image.attr('alt') ?? '',
            caption: article
              .find('[data-lead-image] figcaption')
              .contents()
              .filter((_, node) => node.nodeType === 3)
              .text()
              .trim(),
            credit: said('[data-lead-image] small') || undefined,
          },
    body: between
      .toArray()
      .map((element) => $.html(element))
      .join('\n'),
    changes: article
      .find('.corrections p')
      .toArray()
      .map((line) => ({
        date: $(line).find('time').attr('datetime') ?? '',
        kind: changeKindOf($(line).find('strong').text()),
        text: $(line)
          .text()
          .replace(/^[^:]*:/, '')
          .trim(),
      })),
    source:
      source.length === 0
        ? undefined
        : {
            name: source
              .text()
              .replace(/^[^:]*:/, '')
              .trim(),
            url: source.find('a').attr('href'),
          },
    topics: all('.topics a:first-child'),
  };
};

/** What has parts of its own: white space between them is not seen. */
const blocks = 'p, h1, h2, h3, ul, ol, li, div, nav, picture, button, blockquote, figcaption';

/** Classes without those of microformats2, which tell machines who wrote what: no machine reads a preview. */
const withoutMicroformats = (classes = ''): string =>
  classes
    .split(' ')
    .filter((name) => !/^(?:h|p|u|dt|e)-/.test(name))
    .join(' ');

/** The elements of a story in order, with their classes and words; not what only scripts and searches look for. */
const outlineOf = (html: string): string[] => {
  const $ = load(html);
  const article = $('[data-story]');
  // Astro prints pictures in several formats, and the length of a text is counted from its Markdown.
  article.find('source').remove();
  article
    .find('[data-byline] span')
    .filter((_, part) => $(part).text().includes('min read'))
    .remove();
  // Other stories, and the faces of those who wrote them, are those of the page that the preview is in.
  article
    .find('.near, .series-parts, aside.inline, .opinion-by img, .author-box, [data-byline] img')
    .remove();
  return article
    .find('*')
    .toArray()
    .map(
      (element) =>
        `${element.tagName} ${withoutMicroformats(element.attribs['class'])} ${$(element).find(blocks).length > 0 ? '' : $(element).text().replaceAll(/\s+/g, ' ').trim()}`,
    );
};

describe('a story in the preview is what its printed page shows, in the page of any other story', () => {
  test.each(stories.map((page) => page.path))('%s', (path) => {
    const page = printed('home').page(path);
    const others = stories.filter((other) => other.path !== path);
    for (const shell of [page, ...others.slice(0, 2)]) {
      const shown = printedPage(shell.html, storyOn(page), publication);
      expect(outlineOf(shown)).toEqual(outlineOf(page.html));
    }
  });
});

describe('a preview', () => {
  const [page] = stories as [PrintedPage];
  const shown = (story: Partial<StoryOnPage>): ReturnType<typeof load> =>
    load(printedPage(page.html, { ...storyOn(page), ...story }, publication));

  test('shows words as words', () => {
    const $ = shown({ headline: '<img src=x onerror=alert(1)>', topics: ['<b>'] });
    expect($('h1').text()).toBe('<img src=x onerror=alert(1)>');
    expect($('h1 img').length).toBe(0);
  });

  test('shows a moment that is not written to its end as it is', () => {
    expect(shown({ published: '2025-13-' })('[data-byline] time').text()).toBe('2025-13-');
  });

  test('names the section where the page does', () => {
    const $ = shown({ section: 'Opinion', headline: 'New' });
    expect($('[aria-current="page"]').text()).toBe('New');
    expect($('header nav a[aria-current="true"]').text().trim()).toBe('Opinion');
  });

  test('has the style of elements that no other story has', () => {
    expect(shown({})('head > link').first().attr('href')).toBe('../story.css');
  });

  test('keeps the style of the page as it is', () => {
    expect(shown({})('style').text()).toBe(page.$('style').text());
  });

  test('needs the page of a story', () => {
    expect(() => printedPage('<h1>404</h1>', storyOn(page), publication)).toThrow(
      'page of a story',
    );
  });
});

describe('a standing page in the preview', () => {
  const { html } = printed('home').page('/about/');

  test('has its own title and text, where the printed page has them', () => {
    const $ = load(printedStandingPage(html, { title: 'Who <we> are', body: '<p>New.</p>' }));
    expect($('h1').text()).toBe('Who <we> are');
    expect($('[aria-current="page"]').text()).toBe('Who <we> are');
    expect($('main .body').html()).toBe('<p>New.</p>');
  });

  test('needs a standing page', () => {
    const [story] = stories;
    expect(() => printedStandingPage(story?.html ?? '', { title: '', body: '' })).toThrow(
      'no standing page',
    );
  });
});

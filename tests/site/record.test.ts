import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

const paper = printed('style-guide');
const story = '/put-right-later/';

describe('a story that changed', () => {
  const { $ } = paper.page(story);

  test('says so under its byline, and leads to what was changed', () => {
    const line = $('[data-byline] + [data-changed]');
    expect(line.text()).toBe('Changed 3 times since publication');
    expect(line.find('a').attr('href')).toBe(`${story}changes/`);
  });

  test('says so in the text edition and in feeds too', () => {
    const text = paper.page(`/text${story}`).$(`a[href="${story}changes/"]`);
    expect(text.text()).toBe('Changed 3 times since publication');
    const xml = new XMLParser().parse(paper.bytes('/rss.xml').toString('utf8')) as {
      rss: { channel: { item: { link: string; 'content:encoded': string }[] } };
    };
    const item = xml.rss.channel.item.find(({ link }) => link.endsWith(story));
    expect(item?.['content:encoded']).toContain(
      `<a href="https://style-guide.example${story}changes/">Changed 3 times since publication</a>`,
    );
  });

  test('tells machines where its versions are', () => {
    expect($('link[rel=timemap]').attr('href')).toBe(
      `https://style-guide.example${story}timemap.link`,
    );
    expect($('script[type="application/ld+json"]').text()).toContain(
      `"version":4,"archivedAt":"https://style-guide.example${story}changes/"`,
    );
  });

  test('is alone with all this: one that did not change has none of it', () => {
    const other = paper.page('/told-years-ago/').$;
    expect(other('[data-changed], link[rel=timemap]')).toHaveLength(0);
    expect(other.html()).not.toContain('changes/');
  });
});

describe('the page of its changes', () => {
  const { $ } = paper.page(`${story}changes/`);
  const version = (number: number) => $(`[data-version=${String(number)}]`);

  test('has each version, the newest first, with its time and the notes of editors', () => {
    const times = $('[data-version] time')
      .toArray()
      .map(({ attribs }) => attribs['datetime']);
    expect(times).toEqual([
      '2025-02-20T06:00:00.000Z',
      '2025-02-18T13:30:00.000Z',
      '2025-02-18T09:00:00.000Z',
      '2025-02-18T07:00:00.000Z',
    ]);
    expect(version(4).text()).toContain('Update: The town has counted the arches as well.');
    expect(version(2).text()).toContain(
      'Correction: An earlier version gave the bridge two arches.',
    );
    expect(version(1).text()).toContain('As published.');
  });

  test('marks what went and what came, for eyes and for ears', () => {
    expect(version(4).find('del').text()).toBe('[removed: Helen]');
    expect(version(4).find('ins').text()).toBe('[added: Ellen]');
    expect(version(2).find('.headline').text()).toBe(
      'The bridge has [removed: two] [added: three] arches',
    );
  });

  test('leaves out what stayed', () => {
    expect(version(4).text()).toContain('4 paragraphs unchanged');
    expect(version(4).text()).not.toContain('masons');
  });

  test('is not for search engines, and no sitemap has it', () => {
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect($('link[rel=canonical]')).toHaveLength(0);
    expect($('link[rel=original]').attr('href')).toBe(`https://style-guide.example${story}`);
  });
});

describe('an earlier version', () => {
  const { $ } = paper.page(`${story}changes/1/`);

  test('has the words of that time, and says that they are not those of today', () => {
    expect($('h1').text()).toBe('The bridge has two arches');
    expect($('[data-earlier-version]').text()).toContain('“Ask Helen Marsh');
    expect($('.earlier').text()).toContain('18 February 2025 at 09:00 EET');
    expect($('.earlier a').attr('href')).toBe(story);
  });

  test('has its lists as lists', () => {
    const items = $('[data-earlier-version] li').toArray();
    expect(items.map((item) => $(item).text())).toEqual(['a cart: a penny', 'a goat: a nod']);
  });

  test('is not there for the version that readers have on the story’s page', () => {
    expect(paper.pages.map(({ path }) => path)).not.toContain(`${story}changes/4/`);
  });
});

test('the TimeMap names every earlier version with its time (RFC 7089)', () => {
  const at = (path: string): string => `<https://style-guide.example${story}${path}>`;
  expect(paper.bytes(`${story}timemap.link`).toString('utf8').split(',\n')).toEqual([
    `${at('')};rel="original"`,
    `${at('timemap.link')};rel="self";type="application/link-format"` +
      ';from="Tue, 18 Feb 2025 07:00:00 GMT";until="Tue, 18 Feb 2025 13:30:00 GMT"',
    `${at('changes/1/')};rel="first memento";datetime="Tue, 18 Feb 2025 07:00:00 GMT"`,
    `${at('changes/2/')};rel="memento";datetime="Tue, 18 Feb 2025 09:00:00 GMT"`,
    `${at('changes/3/')};rel="last memento";datetime="Tue, 18 Feb 2025 13:30:00 GMT"\n`,
  ]);
});

test('a paper in Arabic compares its words too', () => {
  const found = printed('right-to-left').pages.find(({ path }) => path.endsWith('/changes/'));
  expect(found?.$('ins').first().text()).toContain('الأحد');
  expect(found?.$('del').first().text()).toContain('السبت');
});

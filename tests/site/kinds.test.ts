import { load } from 'cheerio';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

const { page, bytes } = printed('style-guide');
const hrefs = (path: string, selector: string): string[] => {
  const { $ } = page(path);
  return [...$(selector)].map((link) => $(link).attr('href') ?? '');
};

type Item = { title: string; link: string; category: string | string[]; 'content:encoded': string };
const feed = (
  new XMLParser().parse(bytes('/rss.xml').toString('utf8')) as {
    rss: { channel: { item: Item[] } };
  }
).rss.channel.item;

describe('the label of a kind', () => {
  test.each([
    ['an-analysis', 'Analysis'],
    ['an-opinion', 'Opinion'],
    ['every-element', 'Explainer'],
    ['a-live-story', 'Live'],
    ['paid-for-by-somebody', 'Sponsored'],
  ])('on %s is %s, above the headline', (name, label) => {
    const { $ } = page(`/${name}/`);
    expect($('.head > :first-child').text()).toContain(label);
  });

  test('stays beside a kicker of the story’s own', () => {
    const label = (path: string) => page(path).$('.head .label').text().trim();
    expect(label('/every-element/')).toBe('Explainer · Handbook');
    const paid = page('/paid-for-by-somebody/').$('.head');
    expect(paid.find('.paid-for').text()).toContain('Sponsored');
    expect(label('/paid-for-by-somebody/')).toBe('Bridges');
  });

  test('is missing on news, which has its section in its place', () => {
    const { $ } = page('/put-right-later/');
    expect($('.head .kind')).toHaveLength(0);
    expect($('.head > .kicker').text().trim()).toBe($('.breadcrumb li').eq(1).text().trim());
  });
});

describe('an opinion', () => {
  test('opens with its author, with a portrait, and names them once', () => {
    const { $ } = page('/an-opinion/');
    const authors = $('.opinion-by li');
    expect(authors.first().find('img').attr('alt')).toMatch(/round face/);
    expect(hrefs('/an-opinion/', '[rel=author]')).toEqual([
      '/author/perpetua-vane/',
      '/author/desk/',
    ]);
    expect($('aside:has(.opinion-by)').nextAll('h1')).toHaveLength(1);
  });

  test('shows its author’s name in lists, unlike other stories', () => {
    const { $ } = page('/guide/');
    const named = $('.teaser:contains("Perpetua Vane")');
    expect(named.find('h2').text().trim()).toBe('Bridges are for crossing');
    expect(named.find('.kicker').text().replaceAll(/\s+/g, ' ').trim()).toBe(
      'Opinion · Perpetua Vane and The desk',
    );
  });
});

describe('an explainer', () => {
  test('has a table of contents that links to its crossheads', () => {
    const { $ } = page('/every-element/');
    const lines = hrefs('/every-element/', 'nav.contents a');
    expect(lines.length).toBe($('.body > h2').length);
    for (const line of lines) expect($(`.body ${line}`).is('h2'), line).toBe(true);
  });

  test('has none with fewer than three crossheads, nor have other kinds', () => {
    const { page: hostile } = printed('hostile');
    expect(hostile('/2025/02/20/kind-explainer/').$('.contents')).toHaveLength(0);
    expect(page('/an-analysis/').$('.contents')).toHaveLength(0);
  });
});

describe('a live story', () => {
  test.each([
    ['style-guide', '/a-live-story/', 5],
    ['hostile', '/2025/02/20/kind-live/', 6],
  ])(
    'of the paper %s has its pinned entry first, then the newest, and a list that links to the latest',
    (name, path, count) => {
      const { $ } = printed(name).page(path);
      const entries = $('article.entry')
        .toArray()
        .map((entry) => ({
          id: entry.attribs['id'],
          time: Date.parse($(entry).find('time').attr('datetime') ?? ''),
          text: $(entry).text(),
        }));
      expect(entries).toHaveLength(count);
      const [first, ...rest] = entries;
      expect(first?.text).toContain('Pinned');
      const byTime = (some: typeof entries) => some.toSorted((a, b) => b.time - a.time);
      expect(rest).toEqual(byTime(rest));
      const lines = $('nav.contents ol').first().find('a').toArray();
      expect(lines.map(({ attribs }) => attribs['href'])).toEqual(
        byTime(entries)
          .slice(0, 5)
          .map(({ id }) => `#${String(id)}`),
      );
    },
  );

  test('says when it was updated last, and names each day once', () => {
    const { $ } = page('/a-live-story/');
    expect($('.contents .entry-day').text().replaceAll(/\s+/g, ' ').trim()).toBe(
      'Updated 10:40 · 21 February 2025',
    );
    const days = $('.body > .entry-day').toArray();
    expect(days.map((day) => $(day).text())).toEqual(['21 February 2025', '20 February 2025']);
    expect($('.entry-day + .entry .entry-time').first().text()).toBe('10:40');
    expect($('[data-byline]').text()).toContain('10:40');
  });

  test('lists its key moments, and sums up above them', () => {
    const { $ } = page('/a-live-story/');
    const list = $('#key-moments + ol a').toArray();
    expect(list.map((line) => $(line).text().replaceAll(/\s+/g, ' ').trim())).toEqual([
      '10:15 The ribbon is cut',
      '20 Feb 18:00 The evening before',
    ]);
    expect($('.key-points h2').text()).toBe('Summary');
    expect($('.body').text()).not.toMatch(/\[(?:key|pin)\]/i);
  });

  test('is red while it is running alone, and says everywhere how its coverage stands', () => {
    const { page: hostile } = printed('hostile');
    const kicker = page('/a-live-story/').$('.head .kicker');
    expect(kicker.attr('class')).toContain('signal');
    const over = hostile('/2025/02/20/kind-live/').$('.head .kicker');
    expect(over.text()).toContain('Coverage ended');
    expect(over.attr('class')).not.toContain('signal');
    expect(hostile('/text/2025/02/20/kind-live/').$('main').text()).toContain('Coverage ended');
    const item = feed.find(({ link }) => link.endsWith('/a-live-story/'));
    expect(JSON.stringify(item)).toContain('<strong>Live</strong>');
  });

  test('stands above all others on the front page, with its newest three entries, if the layout says so', () => {
    const { $ } = page('/');
    const strip = $('.live-strip');
    expect(strip.find('.kicker').text()).toBe('Live');
    expect(
      strip
        .find('li')
        .toArray()
        .map((line) => $(line).text().replaceAll(/\s+/g, ' ').trim()),
    ).toEqual([
      '21 Feb 10:40 The first cart goes over',
      '10:15 The ribbon is cut',
      '09:30 The keeper arrives',
    ]);
    expect(strip.find('li a').first().attr('href')).toBe('/a-live-story/#at-20250221T084000Z');
    expect($('main a[href="/a-live-story/"]')).toHaveLength(1);
  });

  test('gives its times in the paper’s time zone', () => {
    const { $ } = page('/a-live-story/');
    expect($('#at-20250221T081500Z time').text()).toContain('10:15');
  });
});

describe('a sponsored story is labelled', () => {
  const path = '/paid-for-by-somebody/';

  test('before anything else, and on its links for search engines', () => {
    const { $ } = page(path);
    expect($('.paid-for').text()).toContain('paid for by a sponsor');
    expect($('.body a[href^="https://builders.example"]').attr('rel')).toContain('sponsored');
    expect($('.body a[href="/about/"]').attr('rel')).toBeUndefined();
  });

  test('wherever it is listed', () => {
    for (const list of ['/', '/guide/', '/an-analysis/']) {
      const { $ } = page(list);
      const places = $(`a[href="${path}"]`).closest('.teaser, li').toArray();
      expect(places.length, list).toBeGreaterThan(0);
      for (const place of places) expect($(place).text(), list).toContain('Sponsored');
    }
    expect(page('/').$('.teaser-lead').text()).not.toContain('A better bridge');
  });

  test('in the feed', () => {
    const item = feed.find(({ link }) => link.endsWith(path));
    expect(item?.title).toBe('Sponsored: A better bridge');
    expect(item?.category).toContain('Sponsored');
  });
});

describe('rare elements', () => {
  test('add their styles only to the pages that have them', () => {
    const styles = (path: string) => page(path).$('style').text();
    for (const element of ['.gallery', '.embed', '.pull-quote', '.recording', '[data-footnotes]']) {
      expect(styles('/every-element/'), element).toContain(element);
      expect(styles('/put-right-later/').replace('.embed,', ''), element).not.toContain(
        `${element}{`,
      );
    }
    expect(styles('/about/')).toContain('.embed{');
    // The first stylesheet decides the order of the layers.
    const [first] = /@layer[^{;]*/.exec(styles('/every-element/')) ?? [];
    expect(first).toBe('@layer reset,tokens,base,components,print,theme');
  });

  test('are plain links in the feed', () => {
    const $ = load(
      feed.find(({ link }) => link.endsWith('/every-element/'))?.['content:encoded'] ?? '',
    );
    for (const address of [
      'https://x.com/example/status/1234567890',
      'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      'https://recordings.example/keeper.mp3',
    ]) {
      expect($(`a[href="${address}"]`).text(), address).not.toBe('');
    }
    expect($('audio, video, iframe, [data-embed]')).toHaveLength(0);
    expect($('body').text()).not.toContain('Nothing loads');
  });

  test('bring the captions of a recording as tracks, with their files and transcripts', () => {
    const { $ } = page('/every-element/');
    const player = $('video[src="/files/2025/bridge.webm"]');
    const tracks = player.children('track').toArray();
    expect(tracks.map(({ attribs }) => attribs)).toEqual([
      {
        kind: 'captions',
        src: '/files/2025/bridge.vtt',
        srclang: 'en-GB',
        label: 'British English',
      },
      { kind: 'captions', src: '/files/2025/bridge.uk.vtt', srclang: 'uk', label: 'українська' },
    ]);
    for (const { attribs } of tracks) {
      expect(bytes(attribs['src'] ?? '').toString('utf8')).toMatch(/^WEBVTT/);
    }
    const transcripts = player.closest('figure').nextAll('details');
    expect(transcripts.children('summary').eq(0).text()).toBe('Transcript');
    expect(transcripts.children('summary').eq(1).text()).toBe('Transcript (українська)');
    expect(transcripts.eq(0).text()).toContain('The keeper: The bridge opens at first light.');
    expect(transcripts.eq(1).children('p').attr('lang')).toBe('uk');
    expect(transcripts.closest('[data-search-skip]')).toHaveLength(0);
  });

  test('bring transcripts into the text edition and feeds, as paragraphs', () => {
    const said = 'The keeper: The bridge opens at first light.';
    const inText = page('/text/every-element/').$;
    expect(inText('p').text()).toContain(said);
    expect(inText('details').text()).not.toContain(said);
    const item = feed.find(({ link }) => link.endsWith('/every-element/'));
    const inFeed = load(item?.['content:encoded'] ?? '');
    expect(inFeed('p').text()).toContain(said);
  });

  test('include no picture larger than it is shown', () => {
    const pictures = page('/every-element/').$('.gallery img').toArray();
    expect(pictures).toHaveLength(3);
    for (const { attribs } of pictures) expect(attribs['srcset']).not.toContain('1280w');
  });
});

describe('key points', () => {
  const points = [
    'Each element stands below its own Markdown.',
    'Key points stand above the text, in a box.',
    'There may be two to six of them.',
  ];

  test('are a labelled list above the text', () => {
    const { $ } = page('/every-element/');
    const box = $('section[aria-labelledby="key-points"]');
    expect(box.find('h2').text()).toBe('Key points');
    expect(
      $('li', box)
        .toArray()
        .map((point) => $(point).text()),
    ).toEqual(points);
    expect(box.nextAll('p, h2').length).toBeGreaterThan(10);
  });

  test('are in the text edition, in feeds and in structured data too', () => {
    const text = load(bytes('/text/every-element/index.html').toString('utf8'));
    const item = feed.find(({ link }) => link.endsWith('/every-element/'));
    const content = load(item?.['content:encoded'] ?? '');
    for (const $ of [text, content]) {
      const list = $('h2:contains("Key points") + ul > li');
      expect(list.toArray().map((point) => $(point).text())).toEqual(points);
    }
    const data = page('/every-element/').$('script[type="application/ld+json"]').text();
    expect(data).toContain(JSON.stringify({ abstract: points.join('\n') }).slice(1, -1));
  });
});

describe('a story in a series', () => {
  test('says which part it is, and leads to the series and to the parts beside it', () => {
    const { $ } = page('/put-right-later/');
    const line = $('.head .series');
    expect(line.text().replaceAll(/\s+/g, ' ').trim()).toBe('The bridge, in parts Part 2 of 3');
    expect(hrefs('/put-right-later/', '.head .series a')).toEqual(['/series/the-bridge/']);
    expect(hrefs('/put-right-later/', '.series-parts a')).toEqual([
      '/told-years-ago/',
      '/an-analysis/',
    ]);
    expect(hrefs('/an-analysis/', '.series-parts a')).toEqual(['/put-right-later/']);
  });

  test('does so in the text edition, in feeds and in structured data too', () => {
    const text = load(bytes('/text/put-right-later/index.html').toString('utf8'));
    expect(text('main').text()).toMatch(/The bridge, in parts ·\s+Part 2 of 3/);
    expect(text('a[href="/text/an-analysis/"]')).toHaveLength(1);
    const item = feed.find(({ link }) => link.endsWith('/put-right-later/'));
    expect(item?.['content:encoded']).toContain(
      '<a href="https://style-guide.example/series/the-bridge/">The bridge, in parts</a> · Part 2 of 3',
    );
    const data = page('/put-right-later/').$('script[type="application/ld+json"]').text();
    expect(data).toContain(
      '"isPartOf":{"@type":"CreativeWorkSeries","name":"The bridge, in parts"',
    );
    expect(data).toContain('"position":2');
  });

  test('is listed with the others in their order, each with its number', () => {
    const { $ } = page('/series/the-bridge/');
    const cards = $('.teaser')
      .toArray()
      .map((card) => [$(card).find('.kicker').text().trim(), $(card).find('h2').text().trim()]);
    expect(cards).toEqual([
      ['Part 1 of 3', 'The first stone is laid'],
      ['Part 2 of 3', 'The bridge has three arches'],
      ['Part 3 of 3', 'Why the bridge was built'],
    ]);
    expect(bytes('/series/the-bridge/rss.xml').toString('utf8')).toContain('/told-years-ago/');
    expect(bytes('/sitemap-series.xml').toString('utf8')).toContain('/series/the-bridge/');
  });
});

describe('news that is years old', () => {
  const sentence = 'This story is more than 3 years old';

  test('says so on its page, and in the text edition, and new stories do not', () => {
    const { $ } = page('/told-years-ago/');
    expect($('.head .age').text().trim()).toBe(sentence);
    expect(bytes('/text/told-years-ago/index.html').toString('utf8')).toContain(sentence);
    expect(page('/put-right-later/').$('.age')).toHaveLength(0);
  });
});

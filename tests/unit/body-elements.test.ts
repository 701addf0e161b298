import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { pictureAttribute, readMark } from '../../src/astro/picture-marks.ts';
import { contentsOf, entriesOf } from '../../src/copy/contents.ts';
import { keyMomentsOf, latestOf } from '../../src/edition/entry-lists.ts';
import { entryFaults } from '../../src/copy/entry-faults.ts';
import { playerOf } from '../../src/copy/recordings.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { wordsFor } from '../../src/language/words.ts';

const { link } = createAddresses('https://news.example', '/paper/', '/{slug}/');
const setting = { words: wordsFor('en'), link };
const entryTime = (moment: Date) => `at ${moment.toISOString().slice(11, 16)}`;

const rendered = (markdown: string, more: object = {}) =>
  load(sanitiseBody(markdownToHtml(markdown).html, { ...setting, ...more }), null, false);

/** Pictures as Astro's Markdown renderer outputs them, in one paragraph. */
const pictures = (...titles: (string | undefined)[]) =>
  load(
    sanitiseBody(
      `<p>${titles
        .map((title, n) => JSON.stringify({ src: `./${n}.png`, alt: 'A', title }))
        .map((json) => `<img __ASTRO_IMAGE_="${json.replaceAll('"', '&quot;')}">`)
        .join('\n')}</p>`,
      setting,
    ),
    null,
    false,
  );

describe('a picture’s title', () => {
  test.each([
    ['The bridge | Photo: A. Name', 'The bridge Photo: A. Name', 'Photo: A. Name'],
    ['| Photo: A. Name', 'Photo: A. Name', 'Photo: A. Name'],
    ['The bridge', 'The bridge', ''],
    ['Either|or', 'Either|or', ''],
    ['The bridge |', 'The bridge |', ''],
    ['A | <b>B</b>', 'A <b>B</b>', '<b>B</b>'],
  ])('%j holds the caption and, after a bar, the credit', (title, caption, credit) => {
    const $ = pictures(title);
    expect($('figure > figcaption').text()).toBe(caption);
    expect($('figcaption > small').text()).toBe(credit);
  });
});

describe('a picture whose file says who made it and what it shows', () => {
  const known = {
    path: './a.jpg',
    width: 9,
    height: 9,
    drawing: false,
    alt: 'From "the" file.',
    label: { credit: '<b>Ann</b>' },
  };
  const figure = (markdown: string, html = '') => {
    const json = JSON.stringify({ src: './0.png', ...JSON.parse(markdown) }).replaceAll(
      '"',
      '&quot;',
    );
    const image = `<img __ASTRO_IMAGE_="${json}">`;
    const body = html === '' ? `<p>${image}</p>` : html.replace('IMAGE', image);
    return load(sanitiseBody(body, { ...setting, pictures: { './0.png': known } }), null, false);
  };
  const altOf = ($: ReturnType<typeof load>) => readMark($('img').attr(pictureAttribute))?.alt;

  test('has them where the copy says nothing', () => {
    const $ = figure('{"alt":" "}');
    expect(altOf($)).toBe('From "the" file.');
    expect($('figcaption > small').text()).toBe('<b>Ann</b>');
    expect($('figcaption').text()).toBe('<b>Ann</b>');
    expect($('img').attr('data-credit')).toBeUndefined();
  });

  test('has the copy’s where that says something', () => {
    const $ = figure('{"alt":"Mine.","title":"The bridge | Bob"}');
    expect(altOf($)).toBe('Mine.');
    expect($('figcaption').text()).toBe('The bridge Bob');
    expect(figure('{"alt":"Mine.","title":"The bridge"}')('figcaption').text()).toBe(
      'The bridge <b>Ann</b>',
    );
  });

  test.each([
    '<p>Words IMAGE here.</p>',
    '<ul><li>IMAGE</li></ul>',
    '<p><a href="/x/">IMAGE</a></p>',
  ])('is no figure for that: %s', (html) => {
    const $ = figure('{"alt":"Mine."}', html);
    expect($('figure')).toHaveLength(0);
    expect($.html()).not.toContain('Ann');
  });
});

describe('two pictures in one paragraph', () => {
  test('are a gallery, each with its own caption', () => {
    const $ = pictures('One | A', undefined, 'Three');
    expect($('.gallery > figure > img')).toHaveLength(3);
    expect(
      $('.gallery > figure')
        .toArray()
        .map((figure) => $(figure).text()),
    ).toEqual(['One A', '', 'Three']);
    expect($('p')).toHaveLength(0);
  });

  test('are needed: one makes no gallery', () => {
    expect(pictures('One')('.gallery')).toHaveLength(0);
  });
});

describe('a pull quote', () => {
  test('is a quotation that begins with [!quote], with its speaker below', () => {
    const $ = rendered('> [!quote]\n> It is *open*.\n> — The keeper');
    expect($('figure.pull-quote > blockquote').text().trim()).toBe('It is open.');
    expect($('blockquote em').text()).toBe('open');
    expect($('figure.pull-quote > figcaption').text()).toBe('The keeper');
  });

  test('may have several paragraphs and no speaker', () => {
    const $ = rendered('> [!quote]\n>\n> One.\n>\n> Two — and a half.');
    expect($('.pull-quote p').length).toBe(2);
    expect($('figcaption')).toHaveLength(0);
  });

  test('needs the marker, and text after it', () => {
    expect(rendered('> It is open.\n> — The keeper')('.pull-quote')).toHaveLength(0);
    expect(rendered('> [!quote]')('blockquote, figure')).toHaveLength(0);
  });
});

describe('a recording', () => {
  test.each([
    ['/sound/talk.mp3', 'audio'],
    ['https://files.example/a.M4A?x=1', 'audio'],
    ['/a.ogg', 'audio'],
    ['/a.wav', 'audio'],
    ['/film.mp4', 'video'],
    ['https://files.example/film.webm', 'video'],
    ['http://files.example/film.webm', undefined],
    ['//files.example/film.webm', undefined],
    ['./film.webm', undefined],
    ['javascript:a.mp3', undefined],
    ['/notes.txt', undefined],
    ['/mp3', undefined],
  ])('%s is played as %s', (address, player) => {
    expect(playerOf(address)).toBe(player);
  });

  test('loads only when played, and is also a link', () => {
    const $ = rendered('[The talk](/sound/talk.mp3)');
    expect($('figure.recording > audio').attr()).toEqual({
      controls: '',
      preload: 'none',
      src: '/paper/sound/talk.mp3',
      'aria-label': 'The talk',
    });
    expect($('figcaption > a').attr('href')).toBe('/paper/sound/talk.mp3');
  });

  test('within a sentence stays a link', () => {
    expect(rendered('Hear [the talk](/talk.mp3).')('audio')).toHaveLength(0);
  });

  test('in raw HTML never plays automatically', () => {
    const $ = rendered('<audio src="/talk.mp3" autoplay controls></audio>\n\nText.');
    expect($('audio')).toHaveLength(0);
  });
});

describe('a sponsored story', () => {
  const markdown =
    '[a](https://a.example/) [b](/about/) <a href="https://c.example" rel="me">c</a>';

  test('marks its links to other sites as paid for search engines', () => {
    const rels = (more: object) =>
      rendered(
        markdown,
        more,
      )('a')
        .toArray()
        .map(({ attribs }) => attribs['rel']);
    expect(rels({ paid: true })).toEqual(['sponsored noopener', undefined, 'sponsored noopener']);
    expect(rels({})).toEqual([undefined, undefined, undefined]);
  });
});

const live = `It begins.[^1]

## 2025-02-13T20:15:00+02:00 First

One.

### Within

> ## 2025-02-13T20:16:00+02:00 Quoted

## 2025-02-13T18:30:00Z *Second* & last

Two.

[^1]: A note.
`;

describe('a live story', () => {
  const $ = rendered(live, { entryTime });

  test('shows its entries newest first, between the introduction and the footnotes', () => {
    const blocks = $.root().children().toArray();
    expect(blocks.map(({ tagName, attribs }) => attribs['id'] ?? tagName)).toEqual([
      'p',
      'at-20250213T183000Z',
      'at-20250213T181500Z',
      'section',
    ]);
    expect($('article.entry').first().text()).toContain('Two.');
    expect($('article.entry').last().find('h3').text()).toBe('Within');
  });

  test('gives each entry a time and a heading', () => {
    const entry = $('article.entry').first();
    expect(entry.children('h2').text()).toBe('Second & last');
    expect(entry.find('h2 em').text()).toBe('Second');
    expect(entry.find('time').attr('datetime')).toBe('2025-02-13T18:30:00Z');
    expect(entry.find('time').text()).toBe('at 18:30');
  });

  test('keeps an entry’s address when its heading or offset changes', () => {
    const changed = live.replace('20:15:00+02:00 First', '18:15:00Z The first, reworded');
    expect(rendered(changed, { entryTime })('.entry').last().attr('id')).toBe(
      'at-20250213T181500Z',
    );
  });

  test('names a day once, above its entries', () => {
    const entryDay = (moment: Date) => moment.toISOString().slice(0, 10);
    const days = rendered(`${live}\n## 2025-02-12T20:00:00Z Before\n\nText.`, {
      entryTime,
      entryDay,
    });
    expect(
      days('.entry-day, .entry > h2')
        .toArray()
        .map((line) => days(line).text()),
    ).toEqual(['2025-02-13', 'Second & last', 'First', '2025-02-12', 'Before']);
  });

  test('lists its latest entries, at most five', () => {
    expect(latestOf(entriesOf($.html()))).toEqual([
      {
        id: 'at-20250213T183000Z',
        words: 'Second & last',
        moment: '2025-02-13T18:30:00Z',
        isKey: false,
      },
      {
        id: 'at-20250213T181500Z',
        words: 'First',
        moment: '2025-02-13T20:15:00+02:00',
        isKey: false,
      },
    ]);
    const many = Array.from({ length: 9 }, (_, n) => `## 2025-02-13T0${n}:00:00Z No. ${n}\n\nX.`);
    const lines = latestOf(entriesOf(rendered(many.join('\n\n'), { entryTime }).html()));
    expect(lines.map(({ words }) => words)).toEqual(['No. 8', 'No. 7', 'No. 6', 'No. 5', 'No. 4']);
  });

  const marked = `
## 2025-02-13T20:17:00+02:00 Third

## 2025-02-13T20:16:00+02:00 [Key] *Second* [^a] of many

## [pin] [key] 2025-02-12T20:15:00+02:00 First

[^a]: N.`;

  test('puts the pinned entry above all days, with its own, and names pin and key moments', () => {
    const day = (moment: Date) => moment.toISOString().slice(0, 10);
    const $ = rendered(marked, { entryTime, entryDay: day });
    const lines = $.root().children(':not([data-footnotes])').toArray();
    expect(lines.map((line) => $(line).children('h2').text() || $(line).text())).toEqual([
      'First',
      '2025-02-13',
      'Third',
      'Second 1 of many',
    ]);
    expect($('.entry').first().find('time').text()).toBe('2025-02-12 · at 18:15');
    expect(
      $('.entry')
        .toArray()
        .map((entry) => $(entry).children('.entry-label').text()),
    ).toEqual(['Pinned · Key moment', '', 'Key moment']);
  });

  test('lists key moments and latest entries by time, without their marks', () => {
    const html = rendered(marked, { entryTime }).html();
    expect(keyMomentsOf(entriesOf(html)).map(({ id }) => id)).toEqual([
      'at-20250213T181600Z',
      'at-20250212T181500Z',
    ]);
    expect(latestOf(entriesOf(html)).map(({ words }) => words)).toEqual([
      'Third',
      'Second  of many',
      'First',
    ]);
  });

  test('is needed for entries: other kinds leave such crossheads as they are', () => {
    expect(rendered(live)('.entry')).toHaveLength(0);
  });

  const faultsOf = (markdown: string) =>
    entryFaults(load(markdownToHtml(markdown).html, null, false)).map(({ found }) => found);

  test.each([
    [live, []],
    ['No entry.', ['a live story without an entry']],
    ['## Words\n\nText.', ['a live story without an entry']],
    ['## 2025-02-13T20:15:00 A\n\nText.', ['"2025-02-13T20:15:00 A"']],
    ['## 20:15 A\n\nText.', ['"20:15 A"']],
    ['## 2025-02-13T20:15:00+02:00\n\nText.', ['"2025-02-13T20:15:00+02:00"']],
    [
      '## 2025-02-13T20:15:00+02:00 A\n\n## 2025-02-13T18:15:00Z B',
      ['"2025-02-13T18:15:00Z B", at the same time as another entry'],
    ],
    ['## 2025-02-13T20:15:00Z A\n\n## 2025-02-13T20:16:00Z B\n\n## 2025-02-13T20:17:00Z C', []],
    [
      '## 2025-02-13T20:15:00Z A\n\n## 2025-02-13T20:17:00Z C\n\n## 2025-02-13T20:16:00Z B\n\n## 2025-02-13T20:18:00Z D',
      ['"2025-02-13T20:16:00Z B", below "2025-02-13T20:17:00Z C", which is newer'],
    ],
    ['## 2025-02-13T20:15:00Z [key]', ['"2025-02-13T20:15:00Z [key]", a key entry without words']],
    ['## [pin] 20:15 A', ['"[pin] 20:15 A"']],
    [
      '## 2025-02-13T20:16:00Z [pin] B\n\n## 2025-02-13T20:15:00Z [PIN] A',
      [
        '"2025-02-13T20:15:00Z [PIN] A", a second pinned entry beside "2025-02-13T20:16:00Z [pin] B"',
      ],
    ],
  ])('with the body %j has the mistakes %j', (markdown, faults) => {
    expect(faultsOf(markdown)).toEqual(faults);
  });
});

describe('a table of contents', () => {
  const heads = (...names: string[]) =>
    names.map((name) => `<h2 id="${name}">The ${name}</h2><p>Text.</p>`).join('');

  test('lists the crossheads if there are at least three', () => {
    const notes = '<section data-footnotes><h2 id="footnote-label">Notes</h2></section>';
    expect(contentsOf(heads('a', 'b', 'c') + '<h3 id="d">D</h3>' + notes)).toEqual([
      { id: 'a', words: 'The a' },
      { id: 'b', words: 'The b' },
      { id: 'c', words: 'The c' },
    ]);
    expect(contentsOf(heads('a', 'b') + notes)).toEqual([]);
  });
});

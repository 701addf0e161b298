import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en');

/** The final HTML of a body, in a paper under /paper/. */
function rendered(markdown: string): string {
  const { link } = createAddresses('https://news.example', '/paper/', '/{slug}/');
  return sanitiseHtml(markdownToHtml(markdown).html, link);
}

function sanitiseHtml(html: string, link = (target: string) => target): string {
  return sanitiseBody(html, { words, link }).trim();
}

/** A picture as Astro's Markdown renderer outputs it. */
const picture = (fields: object): string =>
  `<p><img __ASTRO_IMAGE_="${JSON.stringify(fields).replaceAll('"', '&quot;')}"></p>`;

describe('harmful HTML is removed', () => {
  /** All markup in a piece of HTML: its elements, each with its attributes. */
  const markup = (html: string): string[] =>
    load(
      html,
      null,
      false,
    )('*')
      .toArray()
      .filter((node) => 'attribs' in node)
      .map(({ tagName, attribs }) => [tagName, ...Object.keys(attribs)].join(' '))
      .filter((element) => element !== 'p');

  const attack = 'alert(1)';

  test.each([
    ['a script', `<script>${attack}</script>`, ''],
    ['a script in a sentence', `One <script>${attack}</script> two`, 'One two'],
    ['a script within a script', `<scr<script>ipt>${attack}</scr</script>ipt>`, /^(<script>)?$/],
    ['a stylesheet', '<style>body { display: none }</style>', ''],
    ['what is done on a click', `<p onclick="${attack}">Text</p>`, 'Text'],
    ['the same in capitals', `<P ONCLICK="${attack}">Text</P>`, 'Text'],
    ['a style', '<p style="position: fixed">Text</p>', 'Text'],
    ['a class of the page around', '<p class="masthead">Text</p>', 'Text'],
    ['a raw picture', `a<img src="https://tracker.example/x.gif" onerror="${attack}">b`, 'ab'],
    ['a drawing with a script', `<svg onload="${attack}"><script>${attack}</script></svg>`, ''],
    ['a form', '<form action="https://evil.example"><input name="card"></form>', ''],
    ['a frame of anyone', '<iframe src="https://evil.example/"></iframe>', ''],
    ['a frame with its own page', `<iframe srcdoc="<script>${attack}</script>"></iframe>`, ''],
    ['an object', '<object data="x.swf"><embed src="x.swf"></object>', ''],
    ['a base for every link', '<base href="https://evil.example/">', ''],
    ['a redirection', '<meta http-equiv="refresh" content="0;url=https://evil.example/">', ''],
    ['a video that plays by itself', '<video src="x.mp4" autoplay></video>', ''],
    ['a custom element', '<x-y>Text</x-y>', 'Text'],
    ['a template', `<template><img src=x onerror=${attack}></template>`, ''],
    ['a comment with a script after it', `<!--><script>${attack}</script>-->`, /^(-->)?$/],
    [
      'markup hidden in noscript',
      `<noscript><p title="</noscript><img src=x onerror=${attack}>">`,
      /^(">)?$/,
    ],
    [
      'markup hidden in a style in a drawing',
      `<svg></p><style><a id="</style><img src=1 onerror=${attack}>">`,
      /^(">)?$/,
    ],
  ])('%s', (_, markdown, words) => {
    const html = rendered(markdown);
    expect(markup(html)).toEqual([]);
    const text = load(html).text().replaceAll(/\s+/g, ' ').trim();
    if (typeof words === 'string') expect(text).toBe(words);
    else expect(text).toMatch(words);
  });

  test('a player’s name that does not match the link', () => {
    const html = rendered(
      '<a href="https://youtu.be/dQw4w9WgXcQ" data-embed="https://evil.example/">x</a>',
    );
    expect(markup(html)).toEqual(['a href']);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    '&#x6a;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,<b>x',
    'ftp://files.example/',
    '//evil.example/',
    'file:///etc/passwd',
  ])('a link to %j, in HTML and in Markdown', (target) => {
    const links = [`<a href="${target}">x</a>`, `[x](<${target}>)`, `<q cite="${target}">x</q>`];
    for (const markdown of links) {
      const remains = load(rendered(markdown));
      expect(remains.text()).toContain('x');
      const address = remains('[href], [cite]').attr(markdown.includes('cite=') ? 'cite' : 'href');
      // Encoded by Markdown, it becomes a relative link within the paper.
      const whole = new URL(address ?? '', 'https://news.example/grain/');
      expect(whole.origin).toBe('https://news.example');
    }
  });

  test('but code in the text stays text', () => {
    expect(rendered('`<script>alert(1)</script>`')).toBe(
      '<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>',
    );
  });

  test('from captions, which are plain text', () => {
    const html = sanitiseHtml(picture({ src: './a.png', alt: 'A', title: '<b onclick="x">&"' }));
    expect(load(html)('figcaption').text()).toBe('<b onclick="x">&"');
    expect(load(html)('b')).toHaveLength(0);
  });
});

describe('allowed HTML survives', () => {
  test.each([
    ['emphasis', '*a* **b** ~~c~~', '<p><em>a</em> <strong>b</strong> <del>c</del></p>'],
    [
      'superscript and subscript',
      'H<sub>2</sub>O, 5<sup>th</sup>',
      '<p>H<sub>2</sub>O, 5<sup>th</sup></p>',
    ],
    ['a quotation', '> Said.', /^<blockquote>\s*<p>Said.<\/p>\s*<\/blockquote>$/],
    [
      'a list that starts at three',
      '3. a\n4. b',
      /^<ol start="3">\s*<li>a<\/li>\s*<li>b<\/li>\s*<\/ol>$/,
    ],
    ['a rule', 'a\n\n---\n\nb', /^<p>a<\/p>\s*<hr ?\/?>\s*<p>b<\/p>$/],
    ['code', '```\na < b\n```', /^<pre[^>]*><code>a &lt; b\s*<\/code><\/pre>$/],
    ['another language', '<p lang="ar" dir="rtl">خبر</p>', '<p lang="ar" dir="rtl">خبر</p>'],
    [
      'a short form',
      '<abbr title="North Atlantic Treaty Organization">NATO</abbr>',
      /<abbr title="North Atlantic Treaty Organization">NATO<\/abbr>/,
    ],
    [
      'a disclosure box',
      '<details open><summary>More</summary>Text</details>',
      /^<details open(="")?><summary>More<\/summary>Text<\/details>$/,
    ],
    ['a crosshead', '## Two admissions', /^<h2[^>]*>Two admissions<\/h2>$/],
  ])('%s', (_, markdown, remains) => {
    if (typeof remains === 'string') expect(rendered(markdown)).toBe(remains);
    else expect(rendered(markdown)).toMatch(remains);
  });

  test.each([
    ['/about/#us', '/paper/about/#us'],
    ['https://other.example/a?b=1&c=2', 'https://other.example/a?b=1&c=2'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
  ])('a link to %s leads to %s', (target, href) => {
    expect(load(rendered(`[x](${target})`))('a').attr('href')).toBe(href);
  });

  test.each([
    ['# A', 'A second headline of the page', ['h2']],
    ['###### A', 'A crosshead below nothing', ['h2']],
    ['## A\n\n#### B', 'A level that is left out', ['h2', 'h3']],
  ])('%j: %s is corrected', (markdown, _, levels) => {
    const found = load(rendered(markdown))('h1, h2, h3, h4, h5, h6').toArray();
    expect(found.map(({ tagName }) => tagName)).toEqual(levels);
  });

  test('words of blocks that are not printed stay words of their own', () => {
    const html =
      '<blockquote>Said.<footer>Jane</footer></blockquote><main>One<nav>two</nav>three</main>';
    expect(rendered(html)).toBe(
      '<blockquote>Said.<div>Jane</div></blockquote><div>One<div>two</div>three</div>',
    );
    expect(rendered('## <center>The plan</center>')).toMatch(/<h2[^>]*>The plan<\/h2>/);
  });

  test('a checkbox becomes a readable character', () => {
    const text = load(rendered('- [x] done\n- [ ] to do'))('li').text();
    expect(text).toMatch(/☑\s*done\s*☐\s*to do/);
  });

  test('a footnote links there and back', () => {
    const $ = load(rendered('Text.[^1]\n\n[^1]: A note.'));
    const there = $('sup a').attr('href') ?? '';
    const back = $('li a').attr('href') ?? '';
    expect($(there).text()).toContain('A note.');
    expect($(back).text()).toBe('1');
    expect($('a[data-footnote-backref]').attr('aria-label')).toBeTruthy();
  });
});

describe('tables', () => {
  test('scroll on their own, by keyboard too, and keep their alignment without inline styles', () => {
    const html = rendered('| a | b |\n| :- | -: |\n| 1 | 2 |');
    const $ = load(html);
    expect($('div.table[data-part=table][tabindex=0] > table td').text()).toBe('12');
    expect($('td').last().attr('data-align')).toBe('right');
    expect($('th').first().attr('data-align')).toBe('left');
    expect(html).not.toContain('style=');
  });

  test.each(['<table>', '<table dir="rtl">', '<table lang="ar">'])(
    'with %s close no more elements than they open',
    (table) => {
      const html = rendered(`${table}<tr><td>x</td></tr></table>`);
      const boxes = [html.split('<div').length - 1, html.split('</div>').length - 1];
      expect(boxes).toEqual([1, 1]);
    },
  );
});

describe('pictures', () => {
  const markerOf = (html: string): unknown =>
    JSON.parse(load(html, { xml: false })('img').attr('__astro_image_') ?? '{}');

  test('keep what Astro needs to encode them in several widths, and load lazily', () => {
    const html = sanitiseHtml(picture({ src: './a.png', alt: 'A “bridge” & more', index: 0 }));
    expect(markerOf(html)).toMatchObject({
      src: './a.png',
      alt: 'A “bridge” & more',
      index: 0,
      widths: [480, 800, 1280],
      loading: 'lazy',
    });
  });

  test('alone in a paragraph are figures, with the title as the only caption', () => {
    const html = sanitiseHtml(picture({ src: './a.png', alt: 'A', title: 'A bridge at dawn' }));
    expect(load(html)('figure > img')).toHaveLength(1);
    expect(load(html)('figcaption').text()).toBe('A bridge at dawn');
    expect(html.match(/A bridge at dawn/g)).toHaveLength(1);
    expect(html).not.toContain('<p>');
  });

  test('without a title have no caption', () => {
    expect(sanitiseHtml(picture({ src: './a.png', alt: 'A' }))).not.toContain('figcaption');
  });

  test('within a sentence stay where they are', () => {
    const html = sanitiseHtml(picture({ src: './a.png', alt: 'A' }).replace('<p>', '<p>See '));
    expect(load(html)('p > img')).toHaveLength(1);
  });
});

describe('videos', () => {
  const id = 'dQw4w9WgXcQ';
  const page = `https://www.youtube.com/watch?v=${id}`;

  test.each([
    ['a bare link', page],
    ['a short link', `<https://youtu.be/${id}>`],
    [
      'YouTube’s embed code',
      `<iframe src="https://www.youtube.com/embed/${id}" allowfullscreen></iframe>`,
    ],
    [
      'an embed with fallback text',
      `<iframe src="https://youtu.be/${id}">Your browser shows no frames.</iframe>`,
    ],
  ])('become a placeholder that loads nothing, if alone in a paragraph: %s', (_, markdown) => {
    const html = rendered(markdown);
    const link = load(html)('p.embed-video > a');
    expect(link.attr('href')).toBe(page);
    expect(link.attr('data-embed')).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\//);
    expect(link.text()).toBe(words.playVideo('YouTube'));
    expect(html).toContain(words.videoNote('YouTube'));
    expect(html).not.toMatch(/<(iframe|img|script)/);
  });

  test('stay links if they have their own text, or are within a sentence', () => {
    expect(rendered(`[The speech](${page})`)).toBe(`<p><a href="${page}">The speech</a></p>`);
    expect(rendered(`See ${page} now.`)).not.toContain('class="embed');
  });

  test('do not include bare links to anything else, which stay links', () => {
    expect(rendered('https://other.example/')).toBe(
      '<p><a href="https://other.example/">https://other.example/</a></p>',
    );
  });
});

describe('names within the page', () => {
  test.each([
    '<h2 id="content">A</h2>',
    '<h2 lang="en" id="content">A</h2>',
    '<p id="content">A</p>',
  ])('are kept apart from those of the page around the body: %s', (html) => {
    expect(load(rendered(html))('[id]').attr('id')).toBe('at-content');
  });

  test('are the targets of links within the body', () => {
    const $ = load(rendered('[down](#deal)\n\n<h2 id="deal">The deal</h2>'));
    expect($($('a').attr('href') ?? '').text()).toBe('The deal');
  });

  test('are unique', () => {
    const $ = load(rendered('<p id="a">one</p>\n\n<p id="a">two</p>'));
    const names = $('[id]')
      .toArray()
      .map(({ attribs }) => attribs['id']);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });
});

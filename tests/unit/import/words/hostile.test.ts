import { load } from 'cheerio';
import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { commentText } from '../../../../src/import/words/comment.ts';
import { plainText } from '../../../../src/import/words/plain.ts';
import { bodyFrom } from './read.ts';

const elements = new Set(
  'p h2 h3 h4 ul ol li blockquote pre code em strong del a img br hr table thead tbody tr th td details summary dl dt dd sup sub kbd mark small ins q cite abbr bdi bdo time section'.split(
    ' ',
  ),
);
const attributes = new Set(
  'href src alt title start id align class open colspan rowspan scope data-align dir datetime lang data-footnotes data-footnote-ref data-footnote-backref aria-label aria-describedby'.split(
    ' ',
  ),
);

/** What would be alive on a page that showed the Markdown without cleaning it. */
const alive = (markdown: string): string[] => {
  const $ = load(markdownToHtml(markdown).html, null, false);
  return $('*')
    .toArray()
    .flatMap((node) => {
      if (!('attribs' in node)) return [];
      const bad = Object.entries(node.attribs).filter(
        ([name, value]) =>
          (!attributes.has(name) && !(name === 'style' && /^text-align: \w+$/.test(value))) ||
          (/^(?:href|src)$/.test(name) &&
            !/^(?:https?:\/\/|mailto:|#|\/|bodyfilex*\d+end$)/.test(value)),
      );
      const found = bad.map(([name, value]) => `${node.tagName} ${name}=${value}`);
      return elements.has(node.tagName) ? found : [node.tagName, ...found];
    });
};

const attack = 'alert(1)';
const attacks = [
  `<script>${attack}</script>`,
  `<scr<script>ipt>${attack}</scr</script>ipt>`,
  `<p onclick="${attack}" style="position:fixed">a</p>`,
  `<img src=x onerror=${attack} alt=a>`,
  `<svg onload=${attack}><script>${attack}</script><a href="javascript:${attack}"><text>a</text></a></svg>`,
  `<a href="javascript:${attack}">a</a>`,
  `<a href=" java&#10;script:${attack}">a</a>`,
  `<a href="&#x6a;avascript&colon;${attack}">a</a>`,
  `<a href="data:text/html,<script>${attack}</script>">a</a>`,
  '<a href="vbscript:x">a</a>',
  `<a href='https://a.example/"onmouseover="${attack}'>a</a>`,
  `<a href="https://a.example/)](javascript:${attack})">a</a>`,
  `<a href="https://a.example/"><img src="x" alt="](javascript:${attack})"></a>`,
  `<img src="https://a.example/x.jpg" alt='"onerror="${attack}'>`,
  `<img src='https://a.example/x.jpg"onerror="${attack}' alt="a" title='"><script>${attack}</script>'>`,
  `<figure><img src="https://a.example/x.jpg" alt="a"><figcaption>"&gt;&lt;script&gt;${attack}&lt;/script&gt;</figcaption></figure>`,
  `<iframe src="javascript:${attack}"></iframe>`,
  `<iframe srcdoc="<script>${attack}</script>"></iframe>`,
  `<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ&quot;onload=&quot;${attack}"></iframe>`,
  '<object data="data:text/html,x"><embed src="javascript:x"></object>',
  `<form action="https://evil.example"><button formaction="javascript:${attack}">a</button></form>`,
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<style>@import "https://evil.example/x.css"</style><link rel=stylesheet href="https://evil.example/x.css">',
  `<abbr title='"onclick="${attack}'>a</abbr><time datetime='"><script>${attack}</script>'>b</time><bdo dir='"onclick=${attack} x="'>c</bdo>`,
  `<table><tr><th colspan='2" onclick="${attack}'>a</th></tr><tr><td><a href='https://a.example/"><img src=x onerror=${attack}>'>b</a></td><td>c</td></tr></table>`,
  `<details ontoggle=${attack} open><summary><img src=x onerror=${attack}>a &lt;/summary&gt;&lt;script&gt;${attack}&lt;/script&gt;</summary>b</details>`,
  `<dl><dt>&lt;/dt&gt;&lt;script&gt;${attack}&lt;/script&gt;</dt><dd>&lt;img src=x onerror=${attack}&gt;</dd></dl>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${attack}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${attack}>">a</noscript>`,
  `<!--><script>${attack}</script>-->`,
  `<xmp><script>${attack}</script></xmp><plaintext><script>${attack}</script>`,
  `<template><img src=x onerror=${attack}></template><textarea></textarea><script>${attack}</script>`,
  `&lt;script&gt;${attack}&lt;/script&gt; <code>&lt;script&gt;${attack}&lt;/script&gt;</code>`,
  `<pre>&lt;/pre&gt;&lt;script&gt;${attack}&lt;/script&gt;</pre>`,
  `[vc_raw_html]${Buffer.from(encodeURIComponent(`<script>${attack}</script><img src=x onerror=${attack}>`)).toString('base64')}[/vc_raw_html]`,
  `[vc_custom_heading text="<script>${attack}</script><img src=x onerror=${attack}>"]`,
  `[button link="javascript:${attack}"]a[/button]`,
  `[caption caption="<script>${attack}</script>"]<img src="https://a.example/x.jpg" onerror="${attack}">[/caption]`,
  `[code language='"><script>${attack}</script>']<script>${attack}</script>\n[/code]`,
  `[video mp4='javascript:${attack}' src="x"]`,
  `[iframe src='javascript:${attack}']`,
  `[youtube 'https://youtu.be/dQw4w9WgXcQ"onload="${attack}']`,
  `<x-slot data-n="0"></x-slot><x-post class="fb-post" data-href="javascript:${attack}"></x-post>`,
  `<!-- wp:html --><script>${attack}</script><div onclick="${attack}"><!-- /wp:html -->`,
  `<!-- wp:embed {"url":"javascript:${attack}"} /--><!-- wp:cover {"url":"x\\" onerror=\\"${attack}"} -->a<!-- /wp:cover -->`,
  `<sup class="fn" data-fn="x'><script>">1</sup><a name='"><script>${attack}</script>'></a><a href='#"><script>${attack}</script>'>b</a>`,
];

describe('nothing of hostile copy is alive in the Markdown', () => {
  test.each(attacks)('%s', (html) => {
    expect(alive(bodyFrom(html).markdown)).toEqual([]);
    expect(alive(bodyFrom(html, {}, 'html').markdown)).toEqual([]);
    expect(alive(commentText(html))).toEqual([]);
  });

  test('however it is put together', () => {
    const wraps = [
      '',
      '<p>',
      '<b>',
      '<a href="https://a.example/">',
      '<ul><li>',
      '<td>',
      '<pre>',
      '<blockquote>',
      '[odd]',
      '[vc_row]',
      '<details>',
      '<!--',
      '<svg>',
      '<math>',
      '<figure>',
      '<!-- wp:html -->',
      '"',
      "'",
      '>',
      '`',
      '<!-- /wp:html -->',
      '</p>',
      '</a>',
      '](',
      '\n\n',
      '\n    ',
    ];
    const mixed = fc.array(fc.oneof(fc.constantFrom(...attacks), fc.constantFrom(...wraps)), {
      minLength: 2,
      maxLength: 7,
    });
    fc.assert(
      fc.property(mixed, (parts) => {
        expect(alive(bodyFrom(parts.join('')).markdown)).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150), seed: Number(process.env['SEED'] ?? 20) },
    );
  });
});

test('code of a lesson stays text', () => {
  const { markdown } = bodyFrom(
    '<p>Write <code>&lt;script&gt;a()&lt;/script&gt;</code> or &lt;b&gt;.</p>',
  );
  expect(load(markdownToHtml(markdown).html).text().trim()).toBe(
    'Write <script>a()</script> or <b>.',
  );
});

describe('texts that were made to take long', () => {
  test.each([
    ['open brackets', '['.repeat(10_000)],
    ['open shortcodes', '[vc_row]'.repeat(10_000)],
    ['unknown ones', '[odd a="b"]'.repeat(10_000)],
    ['open code', '[code]'.repeat(10_000)],
    ['escaped ones', '[[gallery]'.repeat(10_000)],
    ['open tags', '<div>'.repeat(2_500)],
    ['open inline tags', '<b><i>'.repeat(2_000)],
    ['open quotation marks', '<a title="'.repeat(2_500)],
    ['open comments', '<!-- wp:a {'.repeat(10_000)],
    ['open blocks', '<!-- wp:group -->'.repeat(10_000)],
    ['open pre', '<pre '.repeat(10_000)],
    ['one long word', 'a_'.repeat(10_000)],
    ['stars', '*'.repeat(50_000)],
    ['lines', 'a\n'.repeat(2_500)],
    ['at signs', 'a@'.repeat(50_000)],
    ['addresses', 'http://a.b/ '.repeat(2_500)],
    [
      'a caption',
      `<figure><img src="https://a.example/x.jpg" alt="a"><figcaption>${'Photo: '.repeat(3_000)}</figcaption></figure>`,
    ],
  ])('%s', (_, text) => {
    const begun = performance.now();
    bodyFrom(text);
    commentText(text);
    plainText(text);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

import { describe, expect, test } from 'vitest';
import { library, upload } from './library.ts';
import { bodyFrom, markdownFrom, read } from './read.ts';

const block = (name: string, html: string, attributes = ''): string =>
  `<!-- wp:${name} ${attributes}-->\n${html}\n<!-- /wp:${name} -->`;
const lost = (text: string): string[] =>
  bodyFrom(text, library).losses.map(
    ({ what, found, harmless }) => `${what}: ${found}${harmless ? '' : ' !'}`,
  );

describe('a block becomes what it shows', () => {
  test.each([
    [
      'paragraph',
      block('paragraph', '<p class="has-drop-cap">One <em>two</em>.</p>', '{"dropCap":true} '),
      'One *two*.',
    ],
    ['heading', block('heading', '<h2 class="wp-block-heading">A</h2>'), '## A'],
    ['heading of the first level', block('heading', '<h1>A</h1>', '{"level":1} '), '## A'],
    ['heading below the paper’s', block('heading', '<h6>A</h6>', '{"level":6} '), '#### A'],
    ['heading in bold', block('heading', '<h3><strong>A</strong></h3>'), '### A'],
    [
      'list',
      block('list', '<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>'),
      '- a\n- b\n\n  3. c',
    ],
    [
      'quote',
      block(
        'quote',
        '<blockquote class="wp-block-quote"><p>Said.</p><cite>Who</cite></blockquote>',
      ),
      '> Said.\n>\n> <cite>Who</cite>',
    ],
    [
      'pull quote',
      block(
        'pullquote',
        '<figure class="wp-block-pullquote"><blockquote><p>Said.</p><cite>— Who</cite></blockquote></figure>',
      ),
      '> [!quote]\n> Said.\n>\n> — Who',
    ],
    [
      'code',
      block('code', '<pre class="wp-block-code"><code>a &lt; b\n\n  c</code></pre>'),
      '```\na < b\n\n  c\n```',
    ],
    [
      'preformatted',
      block('preformatted', '<pre class="wp-block-preformatted"> a <strong>b</strong>\n</pre>'),
      '```\n a b\n```',
    ],
    [
      'verse',
      block('verse', '<pre class="wp-block-verse">One\n  two\n\nthree</pre>'),
      'One\\\n\u00A0\u00A0two\n\nthree',
    ],
    [
      'separator',
      `${block('paragraph', '<p>a</p>')}${block('separator', '<hr/>')}${block('paragraph', '<p>b</p>')}`,
      'a\n\n---\n\nb',
    ],
    [
      'details',
      block(
        'details',
        '<details class="wp-block-details"><summary>What?</summary><p>That.</p></details>',
      ),
      '<details>\n<summary>What?</summary>\n\nThat.\n\n</details>',
    ],
    [
      'button',
      block(
        'buttons',
        block(
          'button',
          '<div class="wp-block-button"><a class="wp-block-button__link" href="https://a.example/x">Go</a></div>',
        ) +
          block(
            'button',
            '<div class="wp-block-button"><a href="https://a.example/y">Come</a></div>',
          ),
      ),
      '[Go](https://a.example/x)\n\n[Come](https://a.example/y)',
    ],
    [
      'columns',
      block(
        'columns',
        `<div class="wp-block-columns">${block('column', '<div>left</div>')}${block('column', '<div>right</div>')}</div>`,
      ),
      'left\n\nright',
    ],
    ['group', block('group', '<div class="wp-block-group"><p>a</p><p>b</p></div>'), 'a\n\nb'],
    [
      'table',
      block(
        'table',
        '<figure class="wp-block-table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>a|b</td></tr></tbody></table><figcaption>Below.</figcaption></figure>',
      ),
      '| A |\n| - |\n| a\\|b |\n\nBelow.',
    ],
    [
      'file',
      block(
        'file',
        `<div class="wp-block-file"><object data="${upload('report.pdf')}"></object><a href="${upload('report.pdf')}">The report</a><a href="${upload('report.pdf')}" class="wp-block-file__button" download>Download</a></div>`,
      ),
      '[The report](bodyfile1end)',
    ],
    [
      'audio',
      block(
        'audio',
        `<figure class="wp-block-audio"><audio controls src="${upload('talk.mp3')}"></audio><figcaption>In <b>full</b>.</figcaption></figure>`,
        '{"id":3} ',
      ),
      '[In full.](bodyfile1end)',
    ],
    [
      'audio without a caption',
      block(
        'audio',
        `<figure class="wp-block-audio"><audio controls src="${upload('talk.mp3')}"></audio></figure>`,
      ),
      '[The talk](bodyfile1end)',
    ],
    [
      'video',
      block(
        'video',
        `<figure class="wp-block-video"><video src="${upload('film.mp4')}"></video></figure>`,
      ),
      '[film](bodyfile1end)',
    ],
    [
      'media and text',
      block(
        'media-text',
        `<div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="${upload('weir.jpg')}" alt="W"/></figure><div>${block('paragraph', '<p>Beside.</p>')}</div></div>`,
      ),
      '![W](bodyfile1end)\n\nBeside.',
    ],
    [
      'cover',
      block(
        'cover',
        `<div class="wp-block-cover"><img class="wp-block-cover__image-background" src="${upload('weir.jpg')}" alt="W"/><p>Over.</p></div>`,
      ),
      '![W](bodyfile1end)\n\nOver.',
    ],
    [
      'old cover',
      block(
        'cover',
        '<div style="background-image:url(x)"><p>Over.</p></div>',
        `{"url":"${upload('weir.jpg')}","id":2} `,
      ),
      '![A weir](bodyfile1end)\n\nOver.',
    ],
    ['reusable block', '<!-- wp:block {"ref":9} /-->', 'Shared.'],
    [
      'HTML',
      block('html', '<div><b>open</p>') + block('paragraph', '<p>after</p>'),
      '**open**\n\nafter',
    ],
    ['shortcode', block('shortcode', '[odd]in[/odd]'), 'in'],
    [
      'more, with its own words',
      `<p>a</p>${block('more', '<!--more Read on-->', '{"customText":"Read on"} ')}<p>b</p>`,
      'a\n\nb',
    ],
    ['next page', `<p>a</p>${block('nextpage', '<!--nextpage-->')}<p>b</p>`, 'a\n\nb'],
    ['spacer', block('spacer', '<div style="height:9px" class="wp-block-spacer"></div>'), ''],
    [
      'a block of a theme',
      block('theme/box', '<div class="x"><p>In a box.</p></div>', '{"a":1} '),
      'In a box.',
    ],
    ['classic text between blocks', `${block('paragraph', '<p>a</p>')}\nb\n\nc`, 'a\n\nb\n\nc'],
    ['empty paragraph', block('paragraph', '<p>&nbsp;</p>'), ''],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text, library)).toBe(markdown);
  });
});

describe('a gallery is one paragraph of pictures', () => {
  const picture = (name: string, words = ''): string =>
    `<figure class="wp-block-image"><img src="${upload(name)}" alt="${name}"/>${words && `<figcaption>${words}</figcaption>`}</figure>`;

  test('with a caption for each, and one below for all', () => {
    const text = block(
      'gallery',
      `<figure class="wp-block-gallery has-nested-images">${block('image', picture('a.jpg', 'First.'))}${block('image', picture('b.jpg'))}<figcaption class="blocks-gallery-caption">All.</figcaption></figure>`,
    );
    const markdown = markdownFrom(text);
    expect(markdown).toBe('![a.jpg](bodyfile1end "First.")\n![b.jpg](bodyfile2end)\n\nAll.');
    expect(read(markdown)('.gallery > figure')).toHaveLength(2);
  });

  test('also as it was written in 2018', () => {
    const item = (name: string): string =>
      `<li class="blocks-gallery-item">${picture(name, `About ${name}.`)}</li>`;
    const text = block(
      'gallery',
      `<ul class="wp-block-gallery columns-2">${item('a.jpg')}${item('b.jpg')}</ul>`,
    );
    expect(markdownFrom(text)).toBe(
      '![a.jpg](bodyfile1end "About a.jpg.")\n![b.jpg](bodyfile2end "About b.jpg.")',
    );
  });
});

describe('notes', () => {
  const mark = (id: string): string =>
    `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">9</a></sup>`;

  test('are numbered as they are met, and say what the setting says', () => {
    const text = `${block('paragraph', `<p>b${mark('n2')} a${mark('n1')} b${mark('n2')}</p>`)}<!-- wp:footnotes /-->`;
    expect(markdownFrom(text, library)).toBe(
      'b[^1] a[^2] b[^1]\n\n[^1]: Another.\n\n[^2]: A *note*.',
    );
  });

  test('that nothing leads to stay as words, if the text lists its notes', () => {
    expect(
      markdownFrom(
        `<p>a</p><!-- wp:footnotes /-->`.replace('<p>', '<!-- wp:paragraph --><p>'),
        library,
      ),
    ).toBe('a\n\nA *note*.\n\nAnother.');
    expect(markdownFrom(block('paragraph', '<p>a</p>'), library)).toBe('a');
  });

  test('without a text keep their number', () => {
    expect(markdownFrom(block('paragraph', `<p>a${mark('unknown')}</p>`))).toBe('a<sup>9</sup>');
  });
});

describe('what the server fills is furniture', () => {
  test.each([
    'latest-posts',
    'archives',
    'search',
    'social-links',
    'query',
    'latest-comments',
    'tag-cloud',
    'calendar',
    'rss',
    'navigation',
    'jetpack/contact-form',
    'theme/news-ticker',
    'theme/post-grid',
  ])('%s', (name) => {
    const body = bodyFrom(`${block('paragraph', '<p>a</p>')}<!-- wp:${name} {"a":{"b":1}} /-->`);
    expect(body.markdown).toBe('a\n');
    expect(body.losses).toEqual([{ what: 'block', found: name, harmless: true }]);
  });

  test('with all that is in it', () => {
    expect(
      markdownFrom(
        block(
          'query',
          `<div>${block('post-template', block('post-title', 'Title'))}<p>No results.</p></div>`,
        ),
      ),
    ).toBe('');
  });
});

describe('what is lost is listed', () => {
  test.each([
    [
      'a block that only a theme’s server could show',
      '<!-- wp:theme/figures {"of":"2020"} /-->',
      ['block: theme/figures !'],
    ],
    [
      'a reusable block that is not public',
      '<!-- wp:block {"ref":8} /-->',
      ['reusable block: block 8, which is not public'],
    ],
    [
      'one that is gone',
      '<!-- wp:block {"ref":77} /-->',
      ['reusable block: block 77, which is not public'],
    ],
    [
      'one that shows itself',
      '<!-- wp:block {"ref":9} /-->',
      ['reusable block: block 9, which would show itself'],
    ],
    [
      'words that only members could read',
      block('premium-content/subscriber-view', '<p>secret</p>'),
      ['words for members: premium-content/subscriber-view !'],
    ],
  ])('%s', (_, text, losses) => {
    expect(lost(text)).toEqual(losses);
  });

  test('words that only members could read are not written', () => {
    expect(markdownFrom(block('premium-content/subscriber-view', '<p>secret</p>'))).toBe('');
  });
});

describe('comments that do not match', () => {
  test.each([
    [
      'an end without a beginning',
      '<!-- /wp:paragraph --><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->',
      'a',
    ],
    [
      'a beginning without an end',
      '<!-- wp:group --><div><!-- wp:paragraph --><p>a</p></div><p>b</p>',
      'a\n\nb',
    ],
    [
      'attributes that are no JSON',
      '<!-- wp:paragraph {"a":} --><p>a</p><!-- /wp:paragraph -->',
      'a',
    ],
    [
      'a comment that never ends',
      '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><p>b</p><!-- wp:',
      'a\n\nb',
    ],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text)).toBe(markdown);
  });
});

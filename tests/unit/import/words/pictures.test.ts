import { describe, expect, test } from 'vitest';
import { creditOf } from '../../../../src/import/words/credit.ts';
import { library, upload } from './library.ts';
import { bodyFrom, markdownFrom, read } from './read.ts';

const first = (html: string) => bodyFrom(html, library).files[0];
const image = (src: string, more = 'alt="A"'): string => `<img src="${src}" ${more}>`;

describe('a picture is looked for', () => {
  test.each([
    [
      'by the number in its class',
      image('https://cdn.example/x/weir-300x200.jpg', 'class="wp-image-2"'),
      '2',
      upload('weir.jpg'),
    ],
    [
      'by its address, of any size and host',
      image('https://new.example/wp-content/uploads/weir-300x200.jpg'),
      '2',
      upload('weir.jpg'),
    ],
    [
      'by its own name, though it looks like a size',
      image(upload('plan-300x200.jpg')),
      '6',
      upload('plan-300x200.jpg'),
    ],
    [
      'not by the number of another site',
      image('https://cdn.example/other.jpg', 'class="wp-image-2"'),
      undefined,
      'https://cdn.example/other.jpg',
    ],
    [
      'as the original first',
      image('https://a.example/wp-content/uploads/x-scaled-e1589000000000-300x200.jpg?x=1'),
      undefined,
      'https://a.example/wp-content/uploads/x-scaled.jpg',
    ],
    [
      'behind Photon',
      image('https://i0.wp.com/a.example/wp-content/uploads/x.jpg?resize=300%2C200&amp;ssl=1'),
      undefined,
      'https://a.example/wp-content/uploads/x.jpg',
    ],
    [
      'behind a scaler with the address in its path',
      image('https://res.cloudinary.com/z/image/fetch/w_300/https://a.example/x.jpg'),
      undefined,
      'https://a.example/x.jpg',
    ],
    [
      'behind one with the address in its query',
      image('https://images.weserv.nl/?url=a.example/x.jpg&amp;w=300'),
      undefined,
      'https://a.example/x.jpg',
    ],
    [
      'where scripts load it from',
      image('data:image/gif;base64,R0lGOD', 'data-src="https://a.example/x.jpg" alt="A"'),
      undefined,
      'https://a.example/x.jpg',
    ],
    [
      'where others do',
      image('/blank.gif', 'data-lazy-src="https://a.example/x.jpg" alt="A"'),
      undefined,
      'https://a.example/x.jpg',
    ],
    [
      'as the widest of a set',
      image(
        'https://a.example/s.jpg',
        'srcset="https://a.example/s.jpg 300w, https://a.example/l.jpg 1200w" alt="A"',
      ),
      undefined,
      'https://a.example/l.jpg',
    ],
    ['without its scheme', image('//a.example/x.jpg'), undefined, 'https://a.example/x.jpg'],
    [
      'below the old site',
      image('/pictures/x.jpg'),
      undefined,
      'https://www.example.com/pictures/x.jpg',
    ],
    [
      'as what it links to',
      `<a href="https://a.example/large.jpg">${image('https://a.example/large-300x200.jpg')}</a>`,
      undefined,
      'https://a.example/large.jpg',
    ],
  ])('%s', (_, html, id, url) => {
    expect(first(html)?.file).toBe(id);
    expect(first(html)?.urls[0]).toBe(url);
  });

  test('even within the text itself', () => {
    const data = `data:image/png;base64,${'iVBORw0KGgo'.repeat(100)}`;
    expect(first(image(data))?.urls).toEqual([data]);
    expect(markdownFrom(image(data))).toBe('![A](bodyfile1end)');
  });
});

describe('no picture is shown twice, and none is lost', () => {
  const real = image('https://a.example/x.jpg');
  const lazy = image(
    'data:image/gif;base64,R0lGOD',
    'data-src="https://a.example/x-300x200.jpg" alt="A"',
  );
  const empty = image('data:image/gif;base64,R0lGOD');

  test.each([
    ['a twin without scripts', `${lazy}<noscript>${real}</noscript>`],
    ['a twin before it', `<noscript>${real}</noscript>${lazy}`],
    [
      'a twin within the link',
      `<a href="https://a.example/x.jpg">${lazy}<noscript>${real}</noscript></a>`,
    ],
    ['a stand-in that does not know it', `${empty}<noscript>${real}</noscript>`],
  ])('%s', (_, html) => {
    expect(bodyFrom(`<p>${html}</p>`).files).toHaveLength(1);
  });

  test.each([
    ['in a sentence', `a ${real} b`, 'a ![A](bodyfile1end) b'],
    ['at its start', `${real} a`, '![A](bodyfile1end)\n\na'],
    ['at its end', `a ${real}`, 'a\n\n![A](bodyfile1end)'],
    [
      'too large for one',
      `a ${image('https://a.example/x.jpg', 'class="alignleft" alt="A"')} b`,
      '![A](bodyfile1end)\n\na b',
    ],
    ['in a heading', `<h2>${real} a</h2>`, '![A](bodyfile1end)\n\n## a'],
    ['in a list', `<ul><li>${real}</li><li>a</li></ul>`, '- ![A](bodyfile1end)\n- a'],
    [
      'in a table',
      `<table><tr><th>a</th></tr><tr><td>${real}</td></tr></table>`,
      '| a |\n| - |\n| ![A](bodyfile1end) |',
    ],
    [
      'in a layout table',
      `<table><tr><td>${real}</td><td>a</td></tr></table>`,
      '![A](bodyfile1end)\n\na',
    ],
    ['in bold', `<b>${real}</b>`, '![A](bodyfile1end)'],
    ['in a quotation', `<blockquote>${real}</blockquote>`, '> ![A](bodyfile1end)'],
    [
      'in a summary',
      `<details><summary>a ${real}</summary>b</details>`,
      '<details>\n<summary>a</summary>\n\n![A](bodyfile1end)\n\nb\n\n</details>',
    ],
    ['in code', `<pre>a ${real}</pre>`, '```\na \n```\n\n![A](bodyfile1end)'],
    [
      'in a link',
      `<a href="https://b.example/x">${real}</a>`,
      '[![A](bodyfile1end)](https://b.example/x)',
    ],
    [
      'in a link with words',
      `<a href="https://b.example/x">a ${real} b</a>`,
      '[a ![A](bodyfile1end) b](https://b.example/x)',
    ],
    [
      'in a link to a file',
      `<a href="${upload('report.pdf')}">${real}</a>`,
      '![A](bodyfile1end)\n\n[The report](bodyfile2end)',
    ],
    ['two together', `${real} ${real}`, '![A](bodyfile1end)\n![A](bodyfile2end)'],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html, library)).toBe(markdown);
  });

  test.each([
    ['to itself', `<a href="https://a.example/x.jpg">${real}</a>`],
    [
      'to its page',
      `<a href="https://www.example.com/mill-picture/">${image(upload('mill.jpg'))}</a>`,
    ],
    [
      'to its number',
      `<a href="https://www.example.com/?attachment_id=1" rel="attachment wp-att-1">${real}</a>`,
    ],
  ])('its link %s goes', (_, html) => {
    const { markdown, losses } = bodyFrom(html, library);
    expect(markdown).toBe('![A](bodyfile1end)\n');
    expect(losses).toEqual([]);
  });
});

describe('pictures that are none', () => {
  test.each([
    ['counters of one pixel', image('https://a.example/t.gif', 'width="1" height="1"'), 'a b'],
    [
      'counters by their style',
      image('https://a.example/t.gif', 'style="width:1px;height:1px"'),
      'a b',
    ],
    ['counters by their host', image('https://pixel.wp.com/g.gif?x=1'), 'a b'],
    [
      'emoji',
      image('https://s.w.org/images/core/emoji/15/72x72/1f44d.png', 'class="wp-smiley" alt="👍"'),
      'a 👍 b',
    ],
    [
      'emoji without words',
      image('https://s.w.org/images/core/emoji/15/72x72/1f1fa-1f1e6.png'),
      'a 🇺🇦 b',
    ],
    [
      'old smileys',
      image('/wp-includes/images/smilies/icon_smile.gif', 'class="wp-smiley" alt=":)"'),
      'a :) b',
    ],
  ])('%s', (_, html, markdown) => {
    const body = bodyFrom(`a ${html.replace('alt="A"', '')} b`);
    expect(body.markdown.trim()).toBe(markdown);
    expect(body.files).toEqual([]);
  });
});

describe('the words of a picture', () => {
  test('are those of the text, else of the library', () => {
    expect(first(image(upload('weir.jpg'), 'alt="Own"'))?.alt).toBe('Own');
    expect(first(image(upload('weir.jpg'), 'alt=""'))?.alt).toBe('A weir');
    expect(bodyFrom(image(upload('weir.jpg'), 'alt=""'), library).losses).toEqual([]);
  });

  test.each([
    [
      'its caption',
      `<figure>${image('https://a.example/x.jpg', '')}<figcaption>The x.</figcaption></figure>`,
      'The x.',
    ],
    ['the library’s caption', image(upload('mill.jpg'), ''), 'The mill.'],
    ['its title', image('https://a.example/x.jpg', 'title="An x"'), 'An x'],
    ['its name', image('https://a.example/old-mill_wheel-300x200.jpg', ''), 'old mill wheel'],
  ])('are %s if there are none, which is listed', (_, html, alt) => {
    expect(first(html)?.alt).toBe(alt);
    expect(bodyFrom(html, library).losses.map(({ what }) => what)).toEqual(['picture without alt']);
  });

  test('are kept from breaking out', () => {
    const { markdown } = bodyFrom(
      '<figure><img src="https://a.example/x.jpg" alt=\'a](x) "b" &amp;lt; [c]\'><figcaption>Say "hi" \\ &lt;b&gt; &amp;amp; | bar</figcaption></figure>',
    );
    const mark = read(markdown)('img').attr('__astro_image_') ?? '';
    expect(JSON.parse(mark)).toMatchObject({ alt: 'a](x) "b" &lt; [c]' });
    expect(read(markdown)('figcaption').text()).toBe('Say "hi" \\ <b> &amp; – bar');
  });

  test('become a paragraph if a note belongs to them', () => {
    const html = `<figure>${image(upload('weir.jpg'))}<figcaption>Measured.<sup class="fn" data-fn="n1">1</sup></figcaption></figure>`;
    expect(markdownFrom(html, library)).toBe(
      '![A](bodyfile1end)\n\nMeasured.[^1]\n\n[^1]: A *note*.',
    );
  });
});

describe('a credit', () => {
  test.each([
    ['The mill. Photo: A. Name', 'The mill.', 'Photo: A. Name'],
    ['The mill (Photo: Jane Doe)', 'The mill', 'Photo: Jane Doe'],
    ['The mill. Foto: Jane Doe/AP', 'The mill.', 'Foto: Jane Doe/AP'],
    ['Млин. Фото: Дарина Квіт', 'Млин.', 'Фото: Дарина Квіт'],
    ['The mill | Photo by Jane Doe', 'The mill', 'Photo by Jane Doe'],
    ['The mill © Jane Doe', 'The mill', '© Jane Doe'],
    ['The mill. (c) Agency 2020', 'The mill.', '(c) Agency 2020'],
    ['Photo: Jane Doe', '', 'Photo: Jane Doe'],
    ['© Jane Doe', '', '© Jane Doe'],
    ['Quelle: dpa', '', 'Quelle: dpa'],
    ['A photo of the mill', 'A photo of the mill', ''],
    ['The source: a spring', 'The source: a spring', ''],
    [
      'The mill. Photo: Jane Doe. It stood still.',
      'The mill. Photo: Jane Doe. It stood still.',
      '',
    ],
    ['', '', ''],
  ])('is split from %j', (words, caption, credit) => {
    expect(creditOf(words)).toEqual({ caption, credit });
  });
});

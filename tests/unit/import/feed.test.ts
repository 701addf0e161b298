import { describe, expect, test } from 'vitest';
import { feedSource } from '../../../src/import/readers/feed.ts';
import type { SourceItem } from '../../../src/import/model.ts';
import { itemsOf, ofType, streamOf } from './exports.ts';

const read = (feed: string): Promise<SourceItem[]> => itemsOf(feedSource(streamOf(feed)));

const rss = (items: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://a.example/</link><description>d</description><language>en</language>${items}</channel></rss>`;

test('an RSS feed gives stories with their texts, authors, terms and pictures', async () => {
  const items = await read(
    rss(
      `<item><title>Tom &amp;amp; Jerry</title><link>https://a.example/2024/tom/</link><guid isPermaLink="false">https://a.example/?p=1</guid><dc:creator>Ann</dc:creator><category>News</category><category>Mice</category><pubDate>Fri, 15 Mar 2024 09:30:00 +0200</pubDate><description>A standfirst</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded><media:content url="https://a.example/q.jpg" medium="image"><media:description>A cat</media:description></media:content></item>`,
    ),
  );
  expect(ofType(items, 'entry')).toMatchObject([
    {
      state: 'public',
      slug: 'tom',
      title: 'Tom & Jerry',
      link: 'https://a.example/2024/tom/',
      published: { local: '2024-03-15T09:30:00', utc: '2024-03-15T07:30:00Z' },
      standfirsts: [{ html: 'A standfirst' }],
      authors: ['author-1'],
      sections: ['news'],
      topics: ['mice'],
      leadPicture: { url: 'https://a.example/q.jpg' },
      text: { format: 'html', value: '<p>Long</p>' },
    },
  ]);
  expect(ofType(items, 'file')).toMatchObject([
    { urls: ['https://a.example/q.jpg'], alt: 'A cat' },
  ]);
  expect(ofType(items, 'author')).toMatchObject([{ name: 'Ann' }]);
  expect(ofType(items, 'site')).toMatchObject([{ title: 'T', addresses: ['https://a.example'] }]);
});

test('a summary that was cut from the text is no standfirst', async () => {
  const items = await read(
    rss(
      '<item><title>T</title><description>Words [&amp;#8230;]</description><content:encoded>Words words</content:encoded></item>',
    ),
  );
  expect(ofType(items, 'entry')[0]?.standfirsts).toEqual([]);
});

test('a feed of summaries is said to be one', async () => {
  const items = await read(
    rss('<item><title>T</title><description>Only this</description></item>'),
  );
  expect(ofType(items, 'entry')[0]?.text.value).toBe('Only this');
  expect(ofType(items, 'fault')).toMatchObject([
    { found: '1 of 1 items have a summary instead of their text', repaired: false },
  ]);
});

describe('other formats', () => {
  test('are read: Atom', async () => {
    const items = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>A</title><id>x</id><updated>2024-01-01T00:00:00Z</updated><entry><title>a &lt; b</title><id>tag:1</id><link href="https://b.example/1.html"/><published>2024-01-01T00:00:00+02:00</published><updated>2024-01-02T00:00:00Z</updated><author><name>Z</name><email>z@mail.example</email></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div></content></entry></feed>`,
    );
    expect(ofType(items, 'entry')).toMatchObject([
      {
        title: 'a < b',
        slug: '1',
        published: { utc: '2023-12-31T22:00:00Z' },
        text: { value: '<p>Hi</p>' },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('mail.example');
  });

  test('are read: Blogger’s, without comments and drafts', async () => {
    const entry = (kind: string, more = ''): string =>
      `<entry><id>${kind}</id><title>${kind}</title><updated>2024-01-02T00:00:00Z</updated><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><content type="html">x</content>${more}</entry>`;
    const items = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><title>A</title><id>x</id><updated>2024-01-01T00:00:00Z</updated>${entry('post')}${entry('comment')}${entry('settings')}${entry('post', '<app:control><app:draft>yes</app:draft></app:control>')}</feed>`,
    );
    expect(ofType(items, 'entry').map(({ state, sections }) => [state, sections])).toEqual([
      ['public', []],
      ['draft', []],
    ]);
    expect(ofType(items, 'rest').map(({ what }) => what)).toEqual(['comment', 'settings']);
  });

  test('are read: RDF', async () => {
    const items = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://c.example/"><title>C</title><link>https://c.example/</link><description>d</description></channel><item rdf:about="https://c.example/1"><title>One</title><link>https://c.example/1</link><dc:date>2024-01-01T10:00:00+01:00</dc:date><dc:creator>Q</dc:creator><description>Text</description></item></rdf:RDF>`,
    );
    expect(ofType(items, 'entry')).toMatchObject([
      { title: 'One', published: { utc: '2024-01-01T09:00:00Z' }, authors: ['author-1'] },
    ]);
  });

  test('are read: JSON Feed', async () => {
    const items = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: '1',
            url: 'https://j.example/one',
            title: 'a <b>',
            content_text: 'x < y\n\nz',
            date_published: '2024-01-01T00:00:00Z',
          },
        ],
      }),
    );
    expect(ofType(items, 'entry')).toMatchObject([
      { title: 'a <b>', slug: 'one', text: { value: '<p>x &lt; y</p>\n<p>z</p>' } },
    ]);
  });
});

test('what is no feed is a fault', async () => {
  expect(await read('<html>')).toMatchObject([{ type: 'fault', repaired: false }]);
});

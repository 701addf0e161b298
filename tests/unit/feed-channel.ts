import type { FeedChannel } from '../../src/feeds/channel.ts';
import type { FeedItem } from '../../src/feeds/item.ts';

/** A feed's head and one story, with characters that every format must escape in its own way. */
export const channel: FeedChannel = {
  title: 'Bread & Circuses',
  description: 'All of <it>',
  language: 'en-GB',
  page: 'https://news.example/paper/',
  self: 'https://news.example/paper/rss.xml',
  built: new Date('2025-03-01T08:00:00Z'),
  publisher: 'Smith & Daughter <ltd>',
};

export const item: FeedItem = {
  guid: 'urn:uuid:0',
  url: 'https://news.example/paper/2025/02/%D1%89%D0%BE/',
  title: 'Kyiv: “We <b>were</b> asked” & so on',
  summary: 'Що далі? 5 < 6 & 7 > 6',
  content: '<p>One &amp; <em>two</em> ]]&gt; <a href="https://x.example/?a=1&amp;b=2">x</a></p>',
  published: new Date('2025-02-13T18:15:00Z'),
  updated: undefined,
  authors: [
    { name: 'A. Reporter', url: 'https://news.example/paper/author/a/' },
    { name: 'Smith & Daughter <ltd>', url: 'https://news.example/paper/author/s/' },
    { name: 'AT&amp;T', url: 'https://news.example/paper/author/t/' },
  ],
  categories: ['World', 'Food & drink'],
  picture: {
    url: 'https://news.example/paper/_astro/%D1%89%D0%BE.jpeg',
    type: 'image/jpeg',
    width: 1280,
    height: 720,
    alt: 'A “loaf” & <knife>',
  },
};

/** Characters that XML 1.0 forbids, in the middle of a word that must survive. */
export const forbidden = 'be\u0000f\u000Bo\uFFFFre';

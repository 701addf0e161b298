import path from 'node:path';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { expect } from 'vitest';
import { atom } from '../../src/feeds/atom.ts';
import { jsonFeed as json } from '../../src/feeds/json-feed.ts';
import { rss } from '../../src/feeds/rss.ts';
import { jsonFeed } from '../json-feed-schema.ts';
import { printed } from './printed.ts';

/** An item as a feed reader sees it, in any format. */
export type ReadItem = {
  id: string | undefined;
  title: string | undefined;
  url: string | undefined;
  summary: string | undefined;
  content: string | undefined;
  published: number;
  authors: (string | undefined)[];
  topics: (string | undefined)[];
  picture: { url: string | undefined; bytes: number | undefined } | undefined;
};

/** A feed as a feed reader sees it, in any format. */
export type ReadFeed = {
  /** Its path on the site. */
  file: string;
  title: string | undefined;
  self: string | undefined;
  page: string | undefined;
  items: ReadItem[];
};

const readRss = (file: string, xml: string): ReadFeed => {
  const feed = parseRssFeed(xml);
  return {
    file,
    title: feed.title,
    self: feed.atom?.links?.find(({ rel }) => rel === 'self')?.href,
    page: feed.link,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      url: item.link,
      summary: item.description,
      content: item.content?.encoded,
      published: Date.parse(item.pubDate ?? ''),
      authors: item.dc?.creators ?? [],
      topics: (item.categories ?? []).map(({ name }) => name),
      picture: pictureOf(item.media?.contents?.[0]),
    })),
  };
};

const readAtom = (file: string, xml: string): ReadFeed => {
  const feed = parseAtomFeed(xml);
  const alternate = (links: { rel?: string; href?: string }[] | undefined) =>
    links?.find(({ rel }) => rel === 'alternate')?.href;
  return {
    file,
    title: feed.title?.value,
    self: feed.links?.find(({ rel }) => rel === 'self')?.href,
    page: alternate(feed.links),
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      url: alternate(entry.links),
      summary: entry.summary?.value,
      content: entry.content?.value,
      published: Date.parse(entry.published ?? ''),
      authors: (entry.authors ?? []).map(({ name }) => name),
      topics: (entry.categories ?? []).map(({ term }) => term),
      picture: pictureOf(entry.media?.contents?.[0]),
    })),
  };
};

const pictureOf = (media: { url?: string; fileSize?: number } | undefined) =>
  media && { url: media.url, bytes: media.fileSize };

const readJson = (file: string, text: string): ReadFeed => {
  const feed = jsonFeed.parse(JSON.parse(text));
  return {
    file,
    title: feed.title,
    self: feed.feed_url,
    page: feed.home_page_url,
    items: feed.items.map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      summary: item.summary,
      content: item.content_html,
      published: Date.parse(item.date_published ?? ''),
      authors: (item.authors ?? []).map(({ name }) => name),
      topics: item.tags ?? [],
      picture: item.attachments?.[0] && {
        url: item.attachments[0].url,
        bytes: item.attachments[0].size_in_bytes,
      },
    })),
  };
};

const second = new RssParser();

/** Checks that a second parser, built on a different XML library, gets the same result. */
const agree = async (feed: ReadFeed, xml: string): Promise<ReadFeed> => {
  const { title, items } = await second.parseString(xml);
  expect(title, feed.file).toBe(feed.title);
  const found = items.map((item) => ({
    id: item.guid ?? (item as { id?: string }).id,
    title: item.title,
    url: item.link,
    published: Date.parse(item.isoDate ?? ''),
  }));
  expect(found, feed.file).toEqual(
    feed.items.map(({ id, title, url, published }) => ({ id, title, url, published })),
  );
  return feed;
};

/** The parser for each format. XML is read by two, which must agree. */
const readers = new Map<string, (file: string, text: string) => ReadFeed | Promise<ReadFeed>>([
  [rss.file, (file, xml) => agree(readRss(file, xml), xml)],
  [atom.file, (file, xml) => agree(readAtom(file, xml), xml)],
  [json.file, readJson],
]);

/** The feeds of a built paper in every format that has a reader here. */
export const readFeeds = (name: string): Promise<ReadFeed[]> => {
  const { files, bytes } = printed(name);
  const readable = [...files].flatMap((file) => {
    const read = readers.get(path.posix.basename(file));
    return read ? [{ file, read }] : [];
  });
  return Promise.all(
    readable.map(async ({ file, read }) => read(file, bytes(file).toString('utf8'))),
  );
};

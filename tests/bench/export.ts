import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from './corpus.ts';

/** How large an export is to be. */
export interface ExportSize {
  posts: number;
  /** Paragraphs of each post, of about 700 bytes. */
  paragraphs: number;
  /** Megabytes of one row of a page builder's history, in the middle. */
  history: number;
}

const words = (
  'river mill weir reeds basket door chair lantern window miller flour wheel water night bridge gate donkey lane Млин ' +
  'став вода “quoted” naïve café — and &amp; the of a in was had who their before'
).split(' ');

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Large Courier</title>
<link>https://large.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://large.example</wp:base_site_url>
<wp:base_blog_url>https://large.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ann]]></wp:author_login><wp:author_display_name><![CDATA[Ann Other]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename><![CDATA[news]]></wp:category_nicename><wp:cat_name><![CDATA[News]]></wp:cat_name></wp:category>
`;

const element = (name: string, text: string): string =>
  `<wp:${name}><![CDATA[${text}]]></wp:${name}>\n`;

const meta = (key: string, value: string): string =>
  `<wp:postmeta>\n${element('meta_key', key)}${element('meta_value', value)}</wp:postmeta>\n`;

/** The parts of an export, the same for the same size. */
export function* writeExport({ posts, paragraphs, history }: ExportSize): Generator<string> {
  const random = seededRandom(20);
  const pick = (from: number): number => Math.floor(random() * from);
  const sentence = (): string =>
    Array.from({ length: 90 }, () => words[pick(words.length)]).join(' ');
  const megabyte = '[vc_row][vc_column]what a page was once, at great length '.repeat(18_000);
  yield head;
  for (let id = 1; id <= posts; id++) {
    const moment = new Date(Date.UTC(2010, 0, 1) + id * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
    const body = Array.from(
      { length: paragraphs },
      () =>
        `<!-- wp:paragraph -->\n<p>${sentence()} <a href="https://large.example/2010/01/post-${1 + pick(posts)}/">more</a></p>\n<!-- /wp:paragraph -->`,
    ).join('\n\n');
    yield (
      `<item>\n<title><![CDATA[Post ${id} &amp; more]]></title>\n<link>https://large.example/2010/01/post-${id}/</link>\n` +
      `<dc:creator><![CDATA[ann]]></dc:creator>\n<guid isPermaLink="false">https://large.example/?p=${id}</guid>\n` +
      `<content:encoded><![CDATA[${body}]]></content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n` +
      element('post_id', String(id)) +
      ['post_date', 'post_date_gmt', 'post_modified', 'post_modified_gmt']
        .map((name) => element(name, moment))
        .join('') +
      element('comment_status', 'open') +
      element('post_name', `post-${id}`) +
      element('status', 'publish') +
      element('post_type', 'post') +
      element('post_password', '') +
      `<category domain="category" nicename="news"><![CDATA[News]]></category>\n<category domain="post_tag" nicename="topic-${id % 500}"><![CDATA[Topic ${id % 500}]]></category>\n` +
      meta('_edit_last', '1') +
      meta('td_post_theme_settings', 'a:1:{s:11:"td_subtitle";s:14:"It goes round.";}')
    );
    if (history > 0 && id === Math.ceil(posts / 2)) {
      yield '<wp:postmeta><wp:meta_key>tdc_history</wp:meta_key><wp:meta_value><![CDATA[';
      for (let sent = 0; sent < history; sent++) yield megabyte;
      yield ']]></wp:meta_value></wp:postmeta>\n';
    }
    yield '</item>\n';
  }
  yield '</channel>\n</rss>\n';
}

/** Writes an export of this size into a file. */
export const exportInto = async (file: string, size: ExportSize): Promise<void> => {
  await pipeline(Readable.from(writeExport(size)), createWriteStream(file));
};

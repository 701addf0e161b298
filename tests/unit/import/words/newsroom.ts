import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BodySetting, SourceFile, SourcePart } from '../../../../src/import/model.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/moving-in');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** What is right for an entry of the made-up newsroom. */
export interface Expected {
  id: number;
  result: string;
  words?: number;
  structure?: Record<string, number>;
  mustContain?: string[];
  mustNotContain?: string[];
  code?: string[];
  links?: string[];
  embeds?: string[];
  embedsAsCards?: number;
  files?: string[];
  pictures?: { source: string; alt: string; captionHas?: string; lead?: boolean }[];
  internalLinks?: Record<string, string>;
}

const expected = JSON.parse(read('newsroom.expected.json')) as {
  posts: Expected[];
  pages: Expected[];
};
export const entries = [...expected.posts, ...expected.pages];

/** A field of an item, as far as these tests need one: without CDATA marks, split ones too. */
const field = (item: string, name: string): string => {
  const [, value = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(item) ?? [];
  return value
    .replaceAll(']]]]><![CDATA[>', ']]>')
    .replace(/^<!\[CDATA\[/, '')
    .replace(/\]\]>$/, '')
    .replaceAll('\0', '');
};

const meta = (item: string, key: string): string => {
  const found = [...item.matchAll(/<wp:postmeta>(.*?)<\/wp:postmeta>/gs)].find(
    ([, one = '']) => field(one, 'wp:meta_key') === key,
  );
  return found ? field(found[1] ?? '', 'wp:meta_value') : '';
};

const items = [...read('newsroom.wxr.xml').matchAll(/<item>(.*?)<\/item>/gs)].map(
  ([, item = '']) => item,
);

const textOf = (item: string): string => field(item, 'content:encoded');
const idOf = (item: string): string => field(item, 'wp:post_id');

const files: SourceFile[] = items
  .filter((item) => field(item, 'wp:post_type') === 'attachment')
  .map((item) => {
    const path = meta(item, '_wp_attached_file');
    const original = path.replace('-scaled', '');
    const url = field(item, 'wp:attachment_url');
    return {
      type: 'file',
      id: idOf(item),
      entry: field(item, 'wp:post_parent'),
      path: original,
      urls: [...new Set([url.replace('-scaled', ''), url])],
      title: field(item, 'title'),
      alt: meta(item, '_wp_attachment_image_alt'),
      caption: field(item, 'excerpt:encoded'),
      page: field(item, 'link'),
    };
  });

const nameIn = (url: string): string =>
  decodeURIComponent(url.replace(/[?#].*$/, '').replace(/^.*\/uploads\//, '')).replace(
    /-(?:\d+x\d+|scaled)(?=\.\w+$)/,
    '',
  );

const parts: SourcePart[] = items
  .filter((item) => field(item, 'wp:post_type') === 'wp_block')
  .map((item) => ({
    type: 'part',
    id: idOf(item),
    isPublic: field(item, 'wp:status') === 'publish',
    text: { format: 'wordpress', value: textOf(item) },
  }));

/** The text of an entry, and what is known about the rest of the newsroom. */
export const entryOf = (id: number): { text: string; setting: BodySetting } => {
  const item = items.find((one) => idOf(one) === String(id)) ?? '';
  const notes = meta(item, 'footnotes');
  const setting: BodySetting = {
    fileOf: (key) =>
      files.find((file) => file.id === key.id) ??
      files.find((file) => key.url !== undefined && file.path === nameIn(key.url)),
    partOf: (part) => parts.find((one) => one.id === part),
    // The story that it leads to is not public.
    linkOf: (url) => (url.endsWith('?p=121') ? false : undefined),
    attached: files.filter(({ entry }) => entry === String(id)),
    notes:
      notes === ''
        ? []
        : (JSON.parse(notes) as { id: string; content: string }[]).map((note) => ({
            id: note.id,
            html: note.content,
          })),
    base: field(item, 'link') || 'https://www.example.com/',
  };
  return { text: textOf(item), setting };
};

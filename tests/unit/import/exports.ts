import { crc32, deflateRawSync } from 'node:zlib';
import type { SourceStream } from '../../../src/import/readers/files.ts';
import { wxrSource } from '../../../src/import/readers/wxr/read.ts';
import type { Source, SourceEntry, SourceItem } from '../../../src/import/model.ts';

/** A file in memory that comes in parts of this size. */
export const streamOf = (
  content: string | Buffer,
  { name = 'export.xml', size = 64 * 1024 } = {},
): SourceStream => ({
  name,
  open: async function* () {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; at += size) {
      yield await Promise.resolve(bytes.subarray(at, at + size));
    }
  },
});

export const itemsOf = async (source: Source): Promise<SourceItem[]> => {
  const items: SourceItem[] = [];
  for await (const item of source.items()) items.push(item);
  return items;
};

type OfType<Type extends SourceItem['type']> = Extract<SourceItem, { type: Type }>;

export const ofType = <Type extends SourceItem['type']>(
  items: readonly SourceItem[],
  type: Type,
): OfType<Type>[] => items.filter((item): item is OfType<Type> => item.type === type);

/** Items of exports in these files. */
export const readExport = async (...files: (string | Buffer)[]): Promise<SourceItem[]> =>
  itemsOf(
    await wxrSource(files.map((file, index) => streamOf(file, { name: `${index + 1}.xml` }))),
  );

const namespaces =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" ' +
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"';

const head =
  '<title>The Lantern</title><link>https://lantern.example</link><wp:wxr_version>1.2</wp:wxr_version>' +
  '<wp:author><wp:author_id>4</wp:author_id><wp:author_login>ann</wp:author_login>' +
  '<wp:author_display_name>Ann Other</wp:author_display_name></wp:author>';

/** An export with these items, and these elements before them. */
export const exportOf = (items: string, { before = head, declared = namespaces } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${declared}>\n<channel>\n${before}\n${items}\n</channel>\n</rss>\n`;

export const cdata = (text: string): string => `<![CDATA[${text}]]>`;

/** Elements of an item, with those of a published post where nothing else is said. `''` leaves an element out. */
export const itemOf = (elements: Record<string, string> = {}, more = ''): string => {
  const id = elements['wp:post_id'] ?? '1';
  const all: Record<string, string> = {
    title: cdata('A headline'),
    link: 'https://lantern.example/a-headline/',
    'dc:creator': cdata('ann'),
    guid: `https://lantern.example/?p=${id}`,
    'content:encoded': cdata('Words.'),
    'excerpt:encoded': cdata(''),
    'wp:post_id': id,
    'wp:post_date': cdata('2024-03-15 09:30:00'),
    'wp:post_date_gmt': cdata('2024-03-15 07:30:00'),
    'wp:comment_status': 'open',
    'wp:post_name': cdata('a-headline'),
    'wp:status': cdata('publish'),
    'wp:post_type': cdata('post'),
    'wp:post_password': cdata(''),
    ...elements,
  };
  const text = Object.entries(all)
    .map(([name, value]) => (value === '' ? '' : `<${name}>${value}</${name}>\n`))
    .join('');
  return `<item>\n${text}${more}</item>\n`;
};

export const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>\n`;

/** The only entry of an export with this item. */
export const entryOf = async (
  elements: Record<string, string> = {},
  more = '',
  before?: string,
): Promise<SourceEntry> => {
  const items = await readExport(
    exportOf(itemOf(elements, more), before === undefined ? {} : { before: head + before }),
  );
  const [entry] = ofType(items, 'entry');
  if (entry === undefined) throw new Error('there is no entry');
  return entry;
};

/** A ZIP archive with these files. */
export const zipOf = (files: Record<string, string>): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(content), 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, path, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, place, path]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
};

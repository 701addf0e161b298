import type { Source, SourceItem } from '../../model.ts';
import { bytesOf, reasonOf, type SourceStream } from '../files.ts';
import { oneLine } from '../once.ts';
import { unknownSite } from '../unknown-site.ts';
import { entryOf, filesOf, type Links } from './posts.ts';
import { linksIn, type Tables, tablesIn, textIn } from './tables.ts';

/** A text of Node has half a gigabyte at most, and JSON is read as a whole. */
const largest = 500 * 2 ** 20;

function* itemsOf(tables: Tables, site: string, file: string): Generator<SourceItem, undefined> {
  const settings = new Map(
    tables('settings').map((row) => [textIn(row, 'key'), textIn(row, 'value')]),
  );
  const setting = (...names: string[]): string | undefined =>
    names.map((name) => settings.get(name) ?? '').find((value) => value !== '');
  yield {
    type: 'site',
    title: setting('title'),
    description: setting('description'),
    language: setting('locale', 'default_locale', 'lang'),
    timeZone: setting('timezone', 'active_timezone', 'activeTimezone'),
    addresses: [site],
  };
  for (const row of tables('users')) {
    const website = textIn(row, 'website');
    const name = oneLine(textIn(row, 'name'));
    yield {
      type: 'author',
      id: textIn(row, 'id'),
      name: /\S@\S/.test(name) ? '' : name,
      bio: textIn(row, 'bio') || undefined,
      links: /^https?:\/\//.test(website) ? [website] : undefined,
    };
  }
  const links: Links = {
    site,
    topics: linksIn(tables('posts_tags'), 'post_id', 'tag_id'),
    authors: linksIn(tables('posts_authors'), 'post_id', 'author_id'),
    meta: new Map(tables('posts_meta').map((row) => [textIn(row, 'post_id'), row])),
    internal: new Set(
      tables('tags')
        .filter(
          (row) => textIn(row, 'visibility') === 'internal' || textIn(row, 'name').startsWith('#'),
        )
        .map((row) => textIn(row, 'id')),
    ),
  };
  const visible = tables('tags').filter((row) => !links.internal.has(textIn(row, 'id')));
  const entries = tables('posts').map((row) => entryOf(row, links));
  const primary = new Set(entries.flatMap(({ entry }) => entry.sections));
  const secondary = new Set(entries.flatMap(({ entry }) => entry.topics));
  for (const row of visible) {
    const id = textIn(row, 'id');
    const term = {
      id,
      slug: textIn(row, 'slug') || id,
      name: oneLine(textIn(row, 'name')),
      description: textIn(row, 'description') || undefined,
    };
    if (primary.has(id)) yield { type: 'section', ...term };
    if (secondary.has(id) || !primary.has(id)) yield { type: 'topic', ...term };
  }
  const seen = new Set<string>();
  for (const { entry, isPlain } of entries) {
    for (const each of filesOf(entry, links)) {
      if (!seen.has(each.id)) yield each;
      seen.add(each.id);
    }
    if (isPlain) {
      const found = `post ${entry.id} has no HTML: its words came along, its formatting did not`;
      yield { type: 'fault', file, found, repaired: false };
    }
    yield entry;
  }
}

/**
 * Ghost's export, which is JSON. Its first tag is a post's section, as it is in Ghost's themes. The export does not know
 * the site's address.
 */
export const ghostSource = (
  file: SourceStream,
  { site = unknownSite }: { site?: string },
): Source => ({
  name: 'Ghost export',
  items: async function* () {
    let tables: Tables | undefined;
    try {
      const bytes = await bytesOf(file.open(), largest);
      tables = tablesIn(JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')));
    } catch (error) {
      yield { type: 'fault', file: file.name, found: reasonOf(error), repaired: false };
      return;
    }
    if (tables === undefined) {
      yield { type: 'fault', file: file.name, found: 'there are no posts in it', repaired: false };
      return;
    }
    yield* itemsOf(tables, site.replace(/\/+$/, ''), file.name);
  },
});

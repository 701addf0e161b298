import type { SourceEntry, SourcePart } from '../../model.ts';
import { databaseMoment, momentFrom, utcMoment } from '../moments.ts';
import { decodedAgain, decodedOnce } from '../once.ts';
import type { Repairs } from '../repairs.ts';
import { decodedSlug, slugFor } from '../slugs.ts';
import { commentsOf } from './comments.ts';
import { readNotes, readSettings, primaryKeys, seoDescriptions } from './meta.ts';
import type { Item } from './records.ts';
import { stateOf } from './states.ts';

/** What an item names by words or numbers that mean something in the whole export only. */
export interface Named {
  authors: string[];
  sections: string[];
  topics: string[];
  /** The id of the section with this number in WordPress. */
  sectionNumbered: (number: string | undefined) => string | undefined;
}

/** A description that plugins fill in when the page is made: `%title%`, `%%excerpt%%`, `#post_title`. */
const isTemplate = (text: string): boolean => /%%?[a-z]\w*%%?|#[a-z]+_[a-z]\w*/i.test(text);

const unique = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

const isWeb = (url: string): boolean => /^https?:\/\/[^\s"<>]+$/i.test(url);

/** The text of an item, or of a reusable block. */
const textOf = ({ fields }: Item): SourcePart['text'] => ({
  format: 'wordpress',
  value: fields.get('content:encoded') ?? '',
});

/** @returns the words of an item's title */
export const titleOf = ({ fields, hasHtmlTitle }: Item): string =>
  (hasHtmlTitle ? decodedOnce : decodedAgain)(fields.get('title') ?? '');

/** A reusable block. It is shown in public only if it is published itself. */
export const partOf = (item: Item): SourcePart => {
  const isPublic = stateOf(item).state === 'public';
  return {
    type: 'part',
    id: item.fields.get('wp:post_id') ?? '',
    isPublic,
    text: isPublic ? textOf(item) : { format: 'wordpress', value: '' },
  };
};

/** A post, a page or an item of a type of its own. */
export const entryOf = (item: Item, named: Named, repairs: Repairs): SourceEntry => {
  const { fields, meta, place } = item;
  const value = (name: string): string => fields.get(name) ?? '';
  const first = (key: string): string => meta.get(key)?.[0]?.trim() ?? '';
  const { state, why } = stateOf(item);
  const id = value('wp:post_id');
  const title = titleOf(item);
  const link = value('link') || undefined;
  const guid = value('guid') || undefined;
  const kept = decodedSlug(value('wp:post_name'));
  const local = databaseMoment(value('wp:post_date'));
  const utc = databaseMoment(value('wp:post_date_gmt'));
  const feedMoment =
    local === undefined && utc === undefined ? utcMoment(value('pubDate')) : undefined;
  const published = momentFrom(local, utc === undefined ? feedMoment : `${utc}Z`);
  const modifiedUtc = databaseMoment(value('wp:post_modified_gmt'));
  if (state === 'public') {
    if (kept === '') repairs.count('noSlug', place);
    if (utc === undefined) repairs.count('zeroDate', place);
    if (guid === undefined) repairs.count('noGuid', place);
  }
  const parent = value('wp:post_parent');
  const identity = {
    type: 'entry',
    id,
    kindOfEntry: value('wp:post_type') || 'post',
    state,
    why,
    slug: kept || slugFor(link, title, id),
    link,
    guid,
    title,
    published,
    modified: momentFrom(
      databaseMoment(value('wp:post_modified')),
      modifiedUtc === undefined ? undefined : `${modifiedUtc}Z`,
    ),
    authors: named.authors,
    sections: named.sections,
    topics: named.topics,
    oldSlugs: unique((meta.get('_wp_old_slug') ?? []).map(decodedSlug)),
    oldDays: unique(
      (meta.get('_wp_old_date') ?? []).map((day) => databaseMoment(day)?.slice(0, 10) ?? ''),
    ),
    parent: parent === '' || parent === '0' ? undefined : parent,
  } as const;
  if (state === 'withheld') {
    const text = { format: 'wordpress', value: '' } as const;
    return { ...identity, standfirsts: [], text, notes: [], comments: [] };
  }

  const theme = readSettings(first('td_post_theme_settings'));
  const video = readSettings(first('td_post_video'));
  if (theme.isMended || video.isMended) repairs.count('settings', place);
  const themed = (key: string): string => (theme.values.get(key) ?? first(key)).trim();
  const standfirsts = [
    { from: 'td_subtitle', html: themed('td_subtitle') },
    { from: 'excerpt', html: value('excerpt:encoded') },
    ...seoDescriptions
      .map((key) => ({ from: key, html: first(key) }))
      .filter(({ html }) => !isTemplate(html)),
  ].filter(({ html }) => html !== '');
  const primary = [themed('td_primary_cat'), ...primaryKeys.map(first)]
    .map((number) => named.sectionNumbered(number))
    .find((section) => section !== undefined && named.sections.includes(section));
  const source = { name: decodedOnce(themed('td_source')), url: themed('td_source_url') };
  const picture = { file: first('_thumbnail_id'), url: first('fifu_image_url') };
  const film = (video.values.get('td_video') ?? '').trim();
  const hasSource = source.name !== '' || isWeb(source.url);
  return {
    ...identity,
    standfirsts,
    primarySection: primary,
    leadPicture: /^[1-9]\d*$/.test(picture.file)
      ? { file: picture.file }
      : isWeb(picture.url)
        ? { url: picture.url }
        : undefined,
    leadVideo: isWeb(film) ? film : undefined,
    source: hasSource
      ? { name: source.name || undefined, url: isWeb(source.url) ? source.url : undefined }
      : undefined,
    isSticky: value('wp:is_sticky') === '1',
    takesComments:
      value('wp:comment_status') === '' ? undefined : value('wp:comment_status') === 'open',
    text: textOf(item),
    notes: readNotes(first('footnotes')),
    comments: commentsOf(item.comments, published),
  };
};

import type { SourceEntry, SourceFile } from '../../model.ts';
import { momentFrom } from '../moments.ts';
import { decodedOnce, oneLine } from '../once.ts';
import { slugFor } from '../slugs.ts';
import { momentIn, type Row, textIn } from './tables.ts';
import { wordsIn } from './words.ts';

/** What Ghost writes for the site's address, also inside JSON and encoded. */
const placeholder = /__GHOST_URL__|%%GHOST_URL%%/g;

/** An upload in a text. */
const upload = /\/content\/(?:images|media|files)\/(?:size\/w\d+\/)?([^\s"'<>()\\?#]+)/g;

const stateOf = (row: Row): Pick<SourceEntry, 'state' | 'why'> => {
  const status = textIn(row, 'status');
  const visibility = textIn(row, 'visibility');
  if (status === 'draft') return { state: 'draft', why: status };
  if (status === 'scheduled') return { state: 'withheld', why: 'future' };
  if (status !== 'published') return { state: 'withheld', why: status || 'no status' };
  if (visibility !== '' && visibility !== 'public') return { state: 'withheld', why: visibility };
  return { state: 'public' };
};

/** Everything that a post needs from other tables. */
export interface Links {
  site: string;
  topics: Map<string, string[]>;
  authors: Map<string, string[]>;
  meta: Map<string, Row>;
  /** Tags that readers do not see. */
  internal: ReadonlySet<string>;
}

/** A post or page, and whether its formatting has been lost. */
export const entryOf = (row: Row, links: Links): { entry: SourceEntry; isPlain: boolean } => {
  const { site } = links;
  const id = textIn(row, 'id');
  const title = oneLine(textIn(row, 'title'));
  const meta = links.meta.get(id);
  const isPage = textIn(row, 'type') === 'page' || row['page'] === 1 || row['page'] === true;
  const slug = textIn(row, 'slug') || slugFor(undefined, title, id);
  const state = stateOf(row);
  const [section, ...topics] = (links.topics.get(id) ?? []).filter(
    (tag) => !links.internal.has(tag),
  );
  const { html, isPlain } = wordsIn(row);
  const picture = (textIn(row, 'feature_image') || textIn(row, 'image')).replace(placeholder, site);
  const local = (text: string): string => text.replace(placeholder, site);
  const isWithheld = state.state === 'withheld';
  const author = textIn(row, 'author_id');
  return {
    isPlain: isPlain && !isWithheld,
    entry: {
      type: 'entry',
      id,
      kindOfEntry: isPage ? 'page' : 'post',
      ...state,
      slug,
      link: `${site}/${slug}/`,
      guid: textIn(row, 'uuid') || undefined,
      title,
      published: momentFrom(
        undefined,
        momentIn(row, 'published_at') ?? momentIn(row, 'created_at'),
      ),
      modified: momentFrom(undefined, momentIn(row, 'updated_at')),
      standfirsts: [
        { from: 'custom_excerpt', html: textIn(row, 'custom_excerpt') },
        {
          from: 'meta_description',
          html: textIn(meta, 'meta_description') || textIn(row, 'meta_description'),
        },
      ].filter(({ html: words }) => !isWithheld && words !== ''),
      authors: links.authors.get(id) ?? (author === '' ? [] : [author]),
      primarySection: section,
      sections: section === undefined ? [] : [section],
      topics,
      leadPicture: picture === '' || isWithheld ? undefined : { file: picture, url: picture },
      isSticky: row['featured'] === 1 || row['featured'] === true,
      oldSlugs: [],
      text: { format: 'html', value: isWithheld ? '' : local(html) },
      notes: [],
      comments: [],
    },
  };
};

/** The uploads that a post shows: its lead picture with its own words, then those of its text. */
export const filesOf = (
  { id, leadPicture, text }: SourceEntry,
  { site, meta: rows }: Links,
): SourceFile[] => {
  const meta = rows.get(id);
  const lead = leadPicture?.url;
  const found = [...`${lead ?? ''} ${text.value}`.matchAll(upload)];
  const files = found.map(({ 0: address, 1: path = '' }): SourceFile => {
    const base = lead !== undefined && lead.includes(address) ? lead : `${site}${address}`;
    return { type: 'file', id: base, entry: id, path, urls: [base, address] };
  });
  if (lead !== undefined && !files.some((file) => file.id === lead)) {
    files.unshift({ type: 'file', id: lead, entry: id, urls: [lead] });
  }
  return files.map((file) =>
    file.id === lead
      ? {
          ...file,
          alt: textIn(meta, 'feature_image_alt') || undefined,
          caption: decodedOnce(textIn(meta, 'feature_image_caption')) || undefined,
        }
      : file,
  );
};

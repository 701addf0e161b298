import { unserialize } from 'php-serialize';

/** Descriptions for search engines, the best first. */
export const seoDescriptions = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_genesis_description',
  '_seopress_titles_desc',
];

/** The category that an editor has marked as the main one. */
export const primaryKeys = [
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_primary_term_category',
  '_seopress_robots_primary_cat',
];

/** Post meta that is read. All else is passed over: a single history row of a page builder has up to 14 MB. */
const keys = new Set([
  '_thumbnail_id',
  '_wp_attached_file',
  '_wp_attachment_metadata',
  '_wp_attachment_image_alt',
  '_wp_old_slug',
  '_wp_old_date',
  'footnotes',
  'td_post_theme_settings',
  'td_post_video',
  'td_subtitle',
  'td_primary_cat',
  'td_source',
  'td_source_url',
  ...primaryKeys,
  ...seoDescriptions,
  'fifu_image_url',
  '_media_credit',
]);

/** Whether post meta with this key is read. */
export const isRead = (key: string): boolean => keys.has(key) || key.startsWith('cap-');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The values of a serialised PHP array that are texts or numbers, and those of arrays in it, by their keys. */
const flat = (value: unknown, into = new Map<string, string>()): Map<string, string> => {
  if (!isRecord(value)) return into;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' || typeof inner === 'number') {
      if (!into.has(key)) into.set(key, String(inner));
    } else flat(inner, into);
  }
  return into;
};

/** A text in serialised PHP with its key. Its end is the quotation mark before the next key or the end of the array. */
const pair = /s:\d+:"([\w-]+)";s:\d+:"(.*?)";(?=s:\d+:"|[aidbON][:;]|\}|$)/gs;

/**
 * Reads settings that PHP serialised: texts by their keys. After a search and replace in a database their lengths are
 * wrong; then they are found by their pattern.
 * @returns the values, and whether the lengths were wrong
 */
export const readSettings = (
  serialized: string | undefined,
): { values: Map<string, string>; isMended: boolean } => {
  const text = serialized?.trim() ?? '';
  if (!/^[aOC]:\d+:/.test(text)) return { values: new Map(), isMended: false };
  try {
    return { values: flat(unserialize(text)), isMended: false };
  } catch {
    const values = new Map<string, string>();
    for (const [, key = '', value = ''] of text.matchAll(pair)) {
      if (!values.has(key)) values.set(key, value);
    }
    return { values, isMended: true };
  }
};

/** Footnotes of the block editor: JSON in post meta. @returns none if it cannot be read */
export const readNotes = (json: string | undefined): { id: string; html: string }[] => {
  if (json === undefined || json.trim() === '') return [];
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list
    .filter(isRecord)
    .flatMap(({ id, content }) =>
      typeof id === 'string' && typeof content === 'string' ? [{ id, html: content }] : [],
    );
};

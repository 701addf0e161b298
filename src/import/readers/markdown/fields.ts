import { databaseMoment, offsetMoment } from '../moments.ts';
import type { SourceMoment } from '../../model.ts';
import { oneLine } from '../once.ts';

/** What a field can mean to a paper. `path` and `former` are addresses; `alt` and `caption` are the picture's. */
export type Meaning =
  | 'headline'
  | 'standfirst'
  | 'published'
  | 'updated'
  | 'section'
  | 'topics'
  | 'authors'
  | 'picture'
  | 'alt'
  | 'caption'
  | 'slug'
  | 'path'
  | 'former'
  | 'draft'
  | 'source'
  | 'sticky'
  | 'type';

/** Fields of Hugo, Jekyll, Astro and their themes, the best first. A mapping's own come before them. */
const usual: Readonly<Record<Meaning, string>> = {
  headline: 'title headline',
  standfirst: 'standfirst subtitle lead lede excerpt description summary',
  published:
    'date publishdate pubdate published publishedat published_at datepublished pub_date created',
  updated:
    'lastmod updated updateddate modified last_modified_at lastmodified updated_at datemodified',
  section: 'section categories category',
  topics: 'topics tags tag keywords',
  authors: 'authors author byline by',
  picture:
    'image cover featured_image featuredimage feature_image heroimage hero thumbnail banner images',
  alt: 'imagealt image_alt coveralt cover_alt heroimagealt alt',
  caption: 'imagecaption image_caption covercaption caption',
  slug: 'slug',
  path: 'url permalink',
  former: 'aliases redirect_from former formerurls',
  draft: 'draft',
  source: 'source',
  sticky: 'featured sticky pinned',
  type: 'layout type',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Reads fields by what they mean. */
export interface Fields {
  value: (meaning: Meaning) => unknown;
  text: (meaning: Meaning) => string;
  list: (meaning: Meaning) => string[];
  moment: (meaning: Meaning) => SourceMoment | undefined;
  /** A field inside one that has fields of its own: `cover: { image: …, alt: … }`. */
  inside: (meaning: Meaning, name: string) => string;
}

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isRecord(value)) return '';
  // `author: { name: … }`, `image: { src: …, alt: … }`
  for (const name of ['name', 'title', 'src', 'url', 'image', 'path']) {
    if (typeof value[name] === 'string') return value[name].trim();
  }
  return '';
};

const asList = (value: unknown): string[] => {
  const all = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
  return [...new Set(all.map(oneLine).filter((text) => text !== ''))];
};

/** An offset as ISO 8601 has it: `+02` and ` +0200` become `+02:00`. */
const withMinutes = (_: string, time: string, hours: string, minutes = '00'): string =>
  `${time}${hours}:${minutes}`;

const asMoment = (value: unknown): SourceMoment | undefined => {
  if (value instanceof Date) {
    // TOML keeps whether an offset was written: a date of its own class prints it.
    const text = value.toISOString();
    return asMoment(text);
  }
  const text = asText(value);
  const moment = offsetMoment(
    text.replace(/(:\d{2}(?:\.\d+)?) ?([+-]\d{2})(?::?(\d{2}))?$/, withMinutes),
  );
  if (moment !== undefined) return moment;
  const local = databaseMoment(text);
  if (local !== undefined) return { local };
  const other = new Date(`${text} UTC`);
  return text === '' || /^\d+$/.test(text) || Number.isNaN(other.getTime())
    ? undefined
    : { local: other.toISOString().slice(0, 19) };
};

/**
 * @param mapping fields of the old frontmatter, each with the paper's name for it
 */
export const fieldsBy = (
  mapping: Readonly<Record<string, string>>,
): ((fields: Readonly<Record<string, unknown>>) => Fields) => {
  const meanings = Object.keys(usual) as Meaning[];
  const mapped = new Set(Object.keys(mapping).map((name) => name.toLowerCase()));
  const names = new Map(
    meanings.map((meaning) => [
      meaning,
      [
        ...Object.entries(mapping)
          .filter(([, to]) => to === meaning)
          .map(([from]) => from.toLowerCase()),
        // A field that a mapping gives another meaning has lost its usual one.
        ...usual[meaning].split(' ').filter((name) => !mapped.has(name)),
      ],
    ]),
  );
  return (fields) => {
    const lower = new Map<string, unknown>();
    for (const [name, value] of Object.entries(fields)) {
      lower.set(name.toLowerCase(), value);
      // Hugo and Jekyll keep fields of their own below these.
      if (!isRecord(value) || !/^(?:params|extra|taxonomies|header)$/i.test(name)) continue;
      for (const [inner, each] of Object.entries(value)) {
        if (!lower.has(inner.toLowerCase())) lower.set(inner.toLowerCase(), each);
      }
    }
    const value = (meaning: Meaning): unknown =>
      (names.get(meaning) ?? [])
        .map((name) => lower.get(name))
        .find(
          (each) =>
            each !== undefined &&
            each !== null &&
            each !== '' &&
            !(Array.isArray(each) && each.length === 0),
        );
    return {
      value,
      text: (meaning) => {
        const found = value(meaning);
        return asText(Array.isArray(found) ? found[0] : found);
      },
      list: (meaning) => asList(value(meaning)),
      moment: (meaning) => asMoment(value(meaning)),
      inside: (meaning, name) => {
        const found = value(meaning);
        return isRecord(found) ? asText(found[name]) : '';
      },
    };
  };
};

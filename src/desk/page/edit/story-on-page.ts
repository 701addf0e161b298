import { type ChangeNote, changeNotesOf } from '../../../edition/change-notes.ts';
import { titleFrom } from '../../../edition/series.ts';
import { yearsToTell } from '../../../edition/age.ts';
import { changeKindNames } from '../../../language/change-notes.ts';
import { type LiveState, liveStateNames } from '../../../language/live-states.ts';
import type { KnownSeries } from '../../paper/paper-model.ts';
import type { Kind } from '../../../schemas/kinds.ts';
import { kinds } from '../../../schemas/kinds.ts';
import type { Desk } from '../desk.ts';
import type { StoryOnPage } from '../story-elements.ts';

type Fields = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const maybeText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const groupOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;

const stateOf = (value: unknown): LiveState | undefined =>
  typeof value === 'string' && value in liveStateNames ? (value as LiveState) : undefined;

const kindOf = (value: unknown): Kind => kinds.find((kind) => kind === value) ?? 'news';

const changeKinds = Object.keys(changeKindNames) as ChangeNote['kind'][];

/** Notes on changes, without those that are not written to their end. */
const notesIn = (value: unknown): ChangeNote[] =>
  listOf(value).flatMap((note) => {
    const { date, text, kind = 'correction' } = groupOf(note) ?? {};
    const named = changeKinds.find((one) => one === kind);
    return typeof date === 'string' && typeof text === 'string' && named !== undefined
      ? [{ date, text, kind: named }]
      : [];
  });

/** Where a story stands in its series; undefined while that is not written to its end. */
const placeIn = (
  known: readonly KnownSeries[],
  written: Fields | undefined,
  now: number,
): StoryOnPage['series'] => {
  const id = textOf(written?.['id']).normalize('NFC');
  const part = written?.['part'];
  if (id === '' || typeof part !== 'number') return undefined;
  const series = known.find((one) => one.id === id);
  const published = (series?.parts ?? []).filter(({ opens }) => opens <= now);
  return {
    title: series?.name ?? titleFrom(id),
    part,
    count: Math.max(part, ...published.map((one) => one.part)),
  };
};

/**
 * What a page shows of a story, from its fields as they are written.
 * @param urlOf the address of a picture that the file names
 */
export const storyOnPage = (
  desk: Desk,
  fields: Fields,
  body: string,
  urlOf: (src: string) => string | undefined,
): StoryOnPage => {
  const { sections, authors, series } = desk.names.value;
  const now = desk.clock();
  const section = textOf(fields['section']);
  const image = groupOf(fields['leadImage']);
  const src = textOf(image?.['src']);
  const source = groupOf(fields['source']);
  const kind = kindOf(fields['kind']);
  const dates = {
    published: textOf(fields['published']),
    updated: maybeText(fields['updated']),
  };
  return {
    headline: textOf(fields['headline']),
    standfirst: textOf(fields['standfirst']),
    kicker: maybeText(fields['kicker']),
    keyPoints: listOf(fields['keyPoints']).map(textOf).filter(Boolean),
    kind,
    state: kind === 'live' ? stateOf(fields['state']) : undefined,
    section: sections.find(({ id }) => id === section)?.name ?? section,
    sectionId: section,
    series: placeIn(series, groupOf(fields['series']), now),
    years: desk.settings.publication.ageNotice
      ? yearsToTell({ kind, ...dates, ageNotice: fields['ageNotice'] !== false }, new Date(now))
      : undefined,
    authors: listOf(fields['authors'])
      .map(textOf)
      .map((author) => ({ name: authors.find(({ id }) => id === author)?.name ?? author })),
    dateline: maybeText(fields['dateline']),
    ...dates,
    leadImage:
      image && src !== ''
        ? {
            src: urlOf(src) ?? '',
            alt: textOf(image['alt']),
            caption: maybeText(image['caption']),
            credit: maybeText(image['credit']),
          }
        : undefined,
    body,
    changes: changeNotesOf({
      corrections: notesIn(fields['corrections']),
      changeNotes: notesIn(fields['changeNotes']),
    }),
    source: source && { name: textOf(source['name']), url: maybeText(source['url']) },
    topics: listOf(fields['topics']).map(textOf),
  };
};

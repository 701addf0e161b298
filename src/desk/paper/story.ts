import type { Addresses } from '../../addresses.ts';
import { idOf } from '../../copy/collections.ts';
import { openFrom } from '../../edition/public.ts';
import { kinds } from '../../schemas/kinds.ts';
import { listIn, textIn, writtenIn } from './fields.ts';
import type { StoryRow, StoryState } from './paper-model.ts';
import { folded } from './search-words.ts';

/** A story of the paper as the list knows it: all but its state, which depends on the time. */
export interface Story {
  row: Omit<StoryRow, 'state'>;
  draft: boolean;
  /** Whether it is a live story whose coverage has not ended. */
  isRunning: boolean;
  /** When it is published; NaN if that cannot be read. */
  time: number;
  /** When readers may see it, which an embargo may put off. */
  opens: number;
  /** Its place in a series, as far as one can be read. */
  series: { id: string; part: number } | undefined;
  /** The day of `published` in the paper’s time zone. */
  day: string;
  /** Everything in it that a search may find, folded. */
  findable: string;
}

/** How stories are read. */
export interface StoryReading {
  addresses: Addresses;
  /** The day of a moment in the paper’s time zone, `2026-12-24`. */
  dayOf: (time: number) => string;
}

const momentForm = /^\d{4}-\d{2}-\d{2}T/;

const seriesIn = (value: unknown): Story['series'] => {
  const { id, part } = (value ?? {}) as { id?: unknown; part?: unknown };
  if (typeof id !== 'string' || id === '' || typeof part !== 'number') return undefined;
  return { id: id.normalize('NFC'), part };
};

/** Reads a story for the list, however many mistakes it has. */
export const readStory = (
  path: string,
  text: string,
  { addresses, dayOf }: StoryReading,
): Story => {
  const written = writtenIn(path, text);
  const { fields, body } = written;
  const id = idOf(path);
  const published = textIn(written, 'published');
  const section = textIn(written, 'section');
  const updated = textIn(written, 'updated');
  const embargo = textIn(written, 'embargo');
  const time = momentForm.test(published) ? Date.parse(published) : NaN;
  const row = {
    path,
    id,
    headline: textIn(written, 'headline'),
    standfirst: textIn(written, 'standfirst'),
    section,
    authors: listIn(written, 'authors'),
    topics: listIn(written, 'topics'),
    kind: kinds.find((kind) => kind === fields['kind']) ?? 'news',
    published,
    ...(updated === '' ? {} : { updated }),
    address: addresses.article({ id, section, published }),
  };
  const { headline, standfirst, authors, topics } = row;
  return {
    row,
    draft: fields['draft'] === true,
    isRunning: row.kind === 'live' && fields['state'] !== 'over',
    time,
    series: seriesIn(fields['series']),
    opens: momentForm.test(embargo) ? openFrom({ published, embargo }) : time,
    day: Number.isNaN(time) ? '' : dayOf(time),
    findable: folded([headline, standfirst, ...authors, ...topics, section, id, body].join('\n')),
  };
};

/** The state of a story at a moment. A story whose moment cannot be read is as good as a draft. */
export const stateOf = ({ draft, isRunning, opens }: Story, now: number): StoryState => {
  if (draft || Number.isNaN(opens)) return 'draft';
  if (opens > now) return 'scheduled';
  return isRunning ? 'live' : 'published';
};

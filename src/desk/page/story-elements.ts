import { type ChangeNote, headingOfChanges } from '../../edition/change-notes.ts';
import { keyPointsTitle, labelOf } from '../../edition/label.ts';
import { updateToShow } from '../../edition/updated.ts';
import { ageSentences } from '../../language/age.ts';
import { calendarFor } from '../../language/dates.ts';
import type { LiveState } from '../../language/live-states.ts';
import type { Words } from '../../language/words.ts';
import { type Kind, traitsOf } from '../../schemas/kinds.ts';
import type { Publication } from '../../schemas/publication.ts';
import type { Furniture } from './furniture.ts';
import type { Make } from './make-element.ts';

/** What a page shows of a story that may not be printed yet. */
export interface StoryOnPage {
  headline: string;
  standfirst: string;
  kicker?: string | undefined;
  keyPoints: readonly string[];
  kind: Kind;
  state?: LiveState | undefined;
  /** The title of its section. */
  section: string;
  sectionId: string;
  /** Its place in a series; `count` is the last part that is published. */
  series?: { title: string; part: number; count: number } | undefined;
  /** How many years old it must say it is. */
  years?: number | undefined;
  authors: readonly { name: string; role?: string | undefined }[];
  dateline?: string | undefined;
  /** Moments as written; what is no moment is shown as it is. */
  published: string;
  updated?: string | undefined;
  leadImage?:
    | { src: string; alt: string; caption?: string | undefined; credit?: string | undefined }
    | undefined;
  /** The HTML of its body, sanitised, as `PaperModel.render` makes it. */
  body: string;
  /** Oldest first. */
  changes: readonly ChangeNote[];
  source?: { name: string; url?: string | undefined } | undefined;
  /** Titles of its topics. */
  topics: readonly string[];
}

/** Moments in the words of the paper. */
export const clockOf = ({ language, timeZone }: Pick<Publication, 'language' | 'timeZone'>) => {
  const calendar = calendarFor(language, timeZone);
  const worded = (moment: string, words: (date: Date) => string): string => {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? moment : words(date);
  };
  return {
    ...calendar,
    time: (moment: string): string => worded(moment, calendar.minute),
    on: (moment: string): string => worded(moment, calendar.day),
    shortOn: (moment: string): string => worded(moment, calendar.shortDay),
    hour: (moment: string): string => worded(moment, calendar.time),
  };
};

export type Clock = ReturnType<typeof clockOf>;

/** What is above a story's picture, as `ArticleHead.astro` prints it. */
export const headOf = (
  make: Make,
  story: StoryOnPage,
  { words, clock, language }: { words: Words; clock: Clock; language: string },
  { portraits }: Pick<Furniture, 'portraits'>,
): HTMLElement => {
  const { paid, leads } = traitsOf(story.kind);
  const { series, years } = story;
  const name = words.kinds[story.kind];
  const label = paid ? story.kicker : labelOf(story, words);
  const kicker = label ?? (paid ? undefined : story.section);
  const classes = ['label kicker', label && 'kind', story.state === 'live' && 'signal'];
  const authors = story.authors.map((author) =>
    make(
      'li',
      {},
      portraits.get(author.name),
      make('a', {}, author.name),
      author.role && make('span', {}, author.role),
    ),
  );
  return make(
    'header',
    { class: 'head' },
    paid
      ? make(
          'p',
          { class: 'paid-for' },
          make('strong', { class: 'kind' }, name),
          ' ',
          words.paidFor,
        )
      : undefined,
    kicker ? make('p', { class: classes.filter(Boolean).join(' ') }, kicker) : undefined,
    series &&
      make(
        'p',
        { class: 'label series' },
        make('a', {}, series.title),
        make('span', {}, words.series.part(clock.number(series.part), clock.number(series.count))),
      ),
    leads === 'author'
      ? make('aside', { role: 'note' }, make('ul', { class: 'opinion-by' }, ...authors))
      : undefined,
    make('h1', { class: 'meta' }, story.headline),
    make('p', { class: 'standfirst', 'data-standfirst': '' }, story.standfirst),
    years === undefined
      ? undefined
      : make('p', { class: 'age' }, ageSentences(words, language)(years)),
  );
};

/** As `Byline.astro` prints it. */
export const bylineOf = (
  make: Make,
  story: StoryOnPage,
  { words, clock, minutes }: { words: Words; clock: Clock; minutes: number },
  { comments, tools }: Pick<Furniture, 'comments' | 'tools'>,
): HTMLElement => {
  const { authors, dateline, published } = story;
  const gaps = clock.listGaps(authors.length);
  const when = (moment: string) => make('time', { datetime: moment }, clock.time(moment));
  const updated = updateToShow(story, clock.time);
  return make(
    'footer',
    { class: 'byline', 'data-byline': '' },
    traitsOf(story.kind).leads === 'author'
      ? undefined
      : make(
          'p',
          {},
          `${words.by} `,
          ...authors.flatMap(({ name }, n) => [
            gaps[n - 1],
            make('strong', {}, make('a', { rel: 'author' }, name)),
          ]),
        ),
    tools,
    make(
      'p',
      {},
      dateline === undefined ? undefined : make('span', {}, dateline),
      make('span', {}, updated === undefined ? '' : `${words.published} `, when(published)),
      updated === undefined ? undefined : make('span', {}, `${words.updated} `, when(updated)),
      make('span', {}, words.readingTime(clock.number(minutes))),
      comments,
    ),
  );
};

/** The picture at the head of a story. */
export const pictureOf = (
  make: Make,
  { src, alt, caption, credit }: NonNullable<StoryOnPage['leadImage']>,
): HTMLElement => {
  const pictureElement = make('picture', {}, make('img', { src, alt }));
  // What has a description is a link to its large file.
  return make(
    'figure',
    { class: 'lead-image', 'data-lead-image': '' },
    alt === '' ? pictureElement : make('a', {}, pictureElement),
    caption || credit
      ? make('figcaption', {}, caption, ' ', credit && make('small', {}, credit))
      : undefined,
  );
};

/** As `KeyPoints.astro` prints them: none of a story without any. */
export const keyPointsOf = (
  make: Make,
  { keyPoints, kind }: Pick<StoryOnPage, 'keyPoints' | 'kind'>,
  words: Words,
): HTMLElement[] =>
  keyPoints.length === 0
    ? []
    : [
        make(
          'section',
          { class: 'key-points' },
          make('h2', {}, keyPointsTitle(kind, words)),
          make('ul', {}, ...keyPoints.map((point) => make('li', {}, point))),
        ),
      ];

/** What follows a story's text: notes on changes, its source; its topics, in the furniture of the page. */
export const afterBody = (
  make: Make,
  story: StoryOnPage,
  { words, clock }: { words: Words; clock: Clock },
  { mistakes, foot, follow }: Furniture,
): Element[] => {
  const { changes, source, topics } = story;
  const { title, label, hasCorrection } = headingOfChanges(changes, words);
  const lines = changes.map((note) => {
    const kind = label(note);
    return make(
      'p',
      {},
      ...(kind === undefined ? [] : [make('strong', {}, kind), ', ']),
      make('time', { datetime: note.date }, clock.on(note.date)),
      `: ${note.text}`,
    );
  });
  const items = topics.map((title) =>
    make('li', {}, make('a', {}, title), follow?.cloneNode(true)),
  );
  const last = make('footer', { class: 'foot' });
  if (items.length > 0) {
    last.append(
      make(
        'div',
        { class: 'topics' },
        make('p', { class: 'label' }, words.topics),
        make('ul', {}, ...items),
      ),
    );
  }
  last.append(
    ...foot.filter(
      (part) =>
        !part.matches('.author-box') ||
        story.authors.some(({ name }) => name === part.querySelector('a')?.textContent.trim()),
    ),
  );
  return [
    ...(lines.length === 0
      ? []
      : [
          make(
            'section',
            { class: hasCorrection ? 'corrections' : 'corrections calm' },
            make('h2', {}, title),
            ...lines,
          ),
        ]),
    ...(source === undefined
      ? []
      : [
          make(
            'p',
            { class: 'note' },
            `${words.notes.source}: `,
            source.url === undefined ? source.name : make('a', {}, source.name),
          ),
        ]),
    ...mistakes,
    last,
  ];
};

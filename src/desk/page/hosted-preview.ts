import { dirname, join } from 'node:path';
import { type Kind, kinds } from '../../schemas/kinds.ts';
import type { KnownNames, NamedEntry, PaperModel, StoryRow } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import { printedPage, type StoryOnPage } from './printed-page.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A text as it is on the desk. Its path is from the paper's folder. */
export interface PreviewedText {
  path: string;
  text: string;
  fields: Fields;
}

/** What a preview needs to know of the paper. */
export interface PreviewPaper {
  settings: Pick<DeskSettings, 'publication'>;
  model: Pick<PaperModel, 'stories' | 'names' | 'render'>;
  /** Now, in milliseconds. */
  clock: () => number;
}

const line = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
const group = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const lines = (value: unknown): string[] => list(value).flatMap((one) => line(one) ?? []);

/** The name of an entry; its id as long as there is no such entry. */
const nameOf = (entries: readonly NamedEntry[], id: string): string =>
  entries.find((entry) => entry.id === id)?.name ?? id;

const leadImageOf = (
  value: unknown,
  path: string,
  pictureUrls: Readonly<Record<string, string>>,
): StoryOnPage['leadImage'] => {
  const image = group(value);
  const file = line(image['src']);
  const src = file && pictureUrls[join(dirname(path), file)];
  return src === undefined || src === ''
    ? undefined
    : {
        src,
        alt: line(image['alt']) ?? '',
        caption: line(image['caption']),
        credit: line(image['credit']),
      };
};

const storyOf = (
  { path, fields }: PreviewedText,
  body: string,
  names: KnownNames,
  pictureUrls: Readonly<Record<string, string>>,
): StoryOnPage => {
  const source = group(fields['source']);
  const sourceName = line(source['name']);
  const kind = line(fields['kind']);
  return {
    headline: line(fields['headline']) ?? '',
    standfirst: line(fields['standfirst']) ?? '',
    kind: kinds.find((known): known is Kind => known === kind) ?? 'news',
    section: nameOf(names.sections, line(fields['section']) ?? ''),
    authors: lines(fields['authors']).map((id) => ({ name: nameOf(names.authors, id) })),
    dateline: line(fields['dateline']),
    published: line(fields['published']) ?? '',
    updated: line(fields['updated']),
    leadImage: leadImageOf(fields['leadImage'], path, pictureUrls),
    body,
    corrections: list(fields['corrections'])
      .map(group)
      .map(({ date, text }) => ({ date: line(date) ?? '', text: line(text) ?? '' })),
    source: sourceName === undefined ? undefined : { name: sourceName, url: line(source['url']) },
    topics: lines(fields['topics']),
  };
};

/** Which printed pages to try, the best first: the story's own, then others of its section, the newest first. */
const shellsFor = (path: string, section: unknown, rows: readonly StoryRow[]): string[] => {
  const printed = rows.filter(({ state }) => state === 'published' || state === 'live');
  const rank = (row: StoryRow): number => (row.path === path ? 0 : row.section === section ? 1 : 2);
  return printed.toSorted((one, other) => rank(one) - rank(other)).map(({ address }) => address);
};

/** After so many pages that are not there, the paper is not there either. */
const shellsAtMost = 5;

/**
 * Previews stories on a host where nothing runs: puts them into a page of the printed paper, with the paper's own
 * style. Call it once, because it keeps the pages that it has fetched.
 * @returns a function that makes a page for `showInFrame`; undefined if the paper has no printed story yet
 */
export const hostedPreview = (
  { settings: { publication }, model, clock }: PreviewPaper,
  get: (address: string) => Promise<Pick<Response, 'ok' | 'text'>> = (address) => fetch(address),
): ((
  story: PreviewedText,
  pictureUrls: Readonly<Record<string, string>>,
) => Promise<string | undefined>) => {
  const pages = new Map<string, Promise<string | undefined>>();
  const fetched = (address: string): Promise<string | undefined> => {
    const known = pages.get(address);
    if (known) return known;
    const page = get(address).then(
      async (answer) => (answer.ok ? answer.text() : undefined),
      () => undefined,
    );
    pages.set(address, page);
    return page;
  };

  return async (story, pictureUrls) => {
    const { rows } = await model.stories({}, clock());
    const shells = shellsFor(story.path, line(story.fields['section']), rows);
    for (const address of shells.slice(0, shellsAtMost)) {
      const shell = await fetched(address);
      if (shell?.includes(' data-story') !== true) continue;
      const [{ body }, names] = await Promise.all([
        model.render(story, pictureUrls),
        model.names(),
      ]);
      return printedPage(shell, storyOf(story, body, names, pictureUrls), publication);
    }
    return undefined;
  };
};

import { createAddresses } from '../../addresses.ts';
import type { PaperModel, StoryRow } from '../paper/paper-model.ts';
import type { Desk } from './desk.ts';

/** Which printed pages to try, the best first: the story's own, then others of its section, the newest first. */
const shellsFor = (path: string, section: unknown, rows: readonly StoryRow[]): string[] => {
  const printed = rows.filter(({ state }) => state === 'published' || state === 'live');
  const rank = (row: StoryRow): number => (row.path === path ? 0 : row.section === section ? 1 : 2);
  return printed.toSorted((one, other) => rank(one) - rank(other)).map(({ address }) => address);
};

/** Fetches from the origin of the desk, which has the paper too, whatever the paper's own address is. */
type Get = (address: string) => Promise<Pick<Response, 'ok' | 'text'>>;

/** For so long, in milliseconds, a page that is not there is not asked for again: a pause after a key asks for one. */
const untilAskedAgain = 60_000;

/** Fetches printed pages of one kind, each once; undefined for what is not there yet, or is another kind. */
const pagesThat = (
  isWanted: (html: string) => boolean,
  get: Get,
  clock: () => number,
): ((address: string) => Promise<string | undefined>) => {
  const pages = new Map<string, string>();
  const missedAt = new Map<string, number>();
  return async (address) => {
    const page = pages.get(address);
    if (page !== undefined) return page;
    if (clock() - (missedAt.get(address) ?? -Infinity) < untilAskedAgain) return undefined;
    const answer = await get(address).catch(() => undefined);
    const text = answer?.ok === true ? await answer.text() : undefined;
    if (text === undefined || !isWanted(text)) {
      missedAt.set(address, clock());
      return undefined;
    }
    pages.set(address, text);
    return text;
  };
};

/** After so many pages that are not there, the paper is not there either. */
const shellsAtMost = 5;

const firstOf = async (
  addresses: readonly string[],
  fetched: (address: string) => Promise<string | undefined>,
): Promise<string | undefined> => {
  for (const address of addresses.slice(0, shellsAtMost)) {
    const shell = await fetched(address);
    if (shell !== undefined) return shell;
  }
  return undefined;
};

/**
 * Finds the printed page that a story is previewed in on a host where nothing runs. A story may be in the repository
 * and not printed yet, so several are tried. Call it once, because it keeps the pages that it has fetched.
 * @returns a function that takes the story's path and section, and gives the HTML for `printedPage`; undefined if the
 *   paper has no printed story yet
 */
export const printedShells = (
  { model, clock }: { model: Pick<PaperModel, 'stories'>; clock: () => number },
  get: Get = fetch,
): ((path: string, section: unknown) => Promise<string | undefined>) => {
  const fetched = pagesThat((text) => text.includes(' data-story'), get, clock);
  // Asked once: thousands of rows, which hardly change while one story is open.
  let known: Promise<readonly StoryRow[]> | undefined;
  const rows = (): Promise<readonly StoryRow[]> =>
    (known ??= model.stories({}, clock()).then((found) => found.rows));
  return async (path, section) => {
    return firstOf(shellsFor(path, section, await rows()), fetched);
  };
};

/** The same for standing pages: a page's own, or any other. */
export const standingShells = (
  { settings, names, clock }: Pick<Desk, 'settings' | 'names' | 'clock'>,
  get: Get = fetch,
): ((path: string) => Promise<string | undefined>) => {
  const { base, content, front, publication } = settings;
  const { page } = createAddresses(new URL(front).origin, base, publication.permalink);
  const fetched = pagesThat((text) => text.includes('class="page-head"'), get, clock);
  return (path) => {
    const own = path.slice(`${content}pages/`.length).replace(/\.md$/i, '');
    const ids = new Set([own, ...names.value.pages.map(({ id }) => id)]);
    return firstOf([...ids].map(page), fetched);
  };
};

/** The front page as it is printed. */
export const frontShell = async (
  { settings, clock }: Pick<Desk, 'settings' | 'clock'>,
  get: Get = fetch,
): Promise<string | undefined> => pagesThat(() => true, get, clock)(settings.base);

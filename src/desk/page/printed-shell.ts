import type { PaperModel, StoryRow } from '../paper/paper-model.ts';

/** Which printed pages to try, the best first: the story's own, then others of its section, the newest first. */
const shellsFor = (path: string, section: unknown, rows: readonly StoryRow[]): string[] => {
  const printed = rows.filter(({ state }) => state === 'published' || state === 'live');
  const rank = (row: StoryRow): number => (row.path === path ? 0 : row.section === section ? 1 : 2);
  return printed.toSorted((one, other) => rank(one) - rank(other)).map(({ address }) => address);
};

/** After so many pages that are not there, the paper is not there either. */
const shellsAtMost = 5;

/**
 * Finds the printed page that a story is previewed in on a host where nothing runs. A story may be in the repository
 * and not printed yet, so several are tried. Call it once, because it keeps the pages that it has fetched.
 * @param get fetches from the origin of the desk, which has the paper too, whatever the paper's own address is
 * @returns a function that takes the story's path and section, and gives the HTML for `printedPage`; undefined if the
 *   paper has no printed story yet
 */
export const printedShells = (
  { model, clock }: { model: Pick<PaperModel, 'stories'>; clock: () => number },
  get: (address: string) => Promise<Pick<Response, 'ok' | 'text'>> = (address) => fetch(address),
): ((path: string, section: unknown) => Promise<string | undefined>) => {
  const pages = new Map<string, string>();
  // Asked once: thousands of rows, which hardly change while one story is open.
  let known: Promise<readonly StoryRow[]> | undefined;
  const rows = (): Promise<readonly StoryRow[]> =>
    (known ??= model.stories({}, clock()).then((found) => found.rows));
  const fetched = async (address: string): Promise<string | undefined> => {
    const page = pages.get(address);
    if (page !== undefined) return page;
    const answer = await get(address).catch(() => undefined);
    const text = answer?.ok === true ? await answer.text() : '';
    if (!text.includes(' data-story')) return undefined;
    pages.set(address, text);
    return text;
  };
  return async (path, section) => {
    for (const address of shellsFor(path, section, await rows()).slice(0, shellsAtMost)) {
      const shell = await fetched(address);
      if (shell !== undefined) return shell;
    }
    return undefined;
  };
};

import { base, feed } from 'virtual:feature';
import { pathIn, type Shelf, unseenSince } from './shelf.ts';

/** A story that appeared since the last visit, and the topic or author that brought it. */
export interface News {
  path: string;
  title: string;
  from: string;
  at: number;
}

/** A slow answer must not keep the reader's own list from being shown. */
const within = (milliseconds: number): RequestInit => ({
  signal: AbortSignal.timeout(milliseconds),
});

const most = 20;

interface Item {
  url?: unknown;
  title?: unknown;
  date_published?: unknown;
}

/**
 * Looks for new stories in the feeds of what a reader follows, which are on this site.
 * @returns the newest first, and whether any feed could not be read
 */
export const newsFor = async (shelf: Shelf): Promise<{ news: News[]; failed: boolean }> => {
  const answers = await Promise.allSettled(
    shelf.follows.map(async (followed) => {
      const response = await fetch(followed.path + feed, within(3000));
      // A topic without stories has no feed any more.
      if (response.status === 404) return [];
      const { items } = (await response.json()) as { items: Item[] };
      return items
        .map(({ url, title, date_published: date }): News => ({
          path: pathIn(base, new URL(String(url), location.href).pathname),
          title: String(title),
          from: followed.title,
          at: Date.parse(String(date)),
        }))
        .filter(({ path, at }) => path && at > unseenSince(shelf, followed));
    }),
  );
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const news = [...new Map(found.map((story) => [story.path, story])).values()]
    .sort((a, b) => b.at - a.at)
    .slice(0, most);
  return { news, failed: answers.some(({ status }) => status === 'rejected') };
};

/** The addresses of saved stories that lead nowhere any more. If that cannot be found out, a story counts as there. */
export const withdrawnOf = async ({ stories }: Shelf): Promise<Set<string>> => {
  const gone = new Set<string>();
  await Promise.allSettled(
    stories.slice(0, most).map(async ({ path }) => {
      const { status } = await fetch(path, { method: 'HEAD', ...within(3000) });
      if (status === 404 || status === 410) gone.add(path);
    }),
  );
  return gone;
};

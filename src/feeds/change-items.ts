import type { Article } from '../edition/article.ts';
import type { ListedChange } from '../edition/change-notes.ts';
import type { ChangeKind } from '../language/change-notes.ts';
import { escapeHtml } from '../escape-html.ts';
import { nameBasedUrn } from './guid.ts';
import { feedContent, type FeedItem } from './item.ts';

/** What the items need to know about the paper. */
interface Setting {
  /** The absolute address of a story's notes on changes. */
  url: (article: Article) => string;
  /** An item's title, from the kind of the change and the story's headline. */
  title: (kind: ChangeKind, headline: string) => string;
  section: (id: string) => string;
}

/**
 * Turns notes on changes into feed items, one each. An item's guid is made from its kind, its story, its date and its
 * position among those of the same kind and date, so that feed readers do not show it again after a change to the
 * headline or the text.
 */
export const changeItems = (
  changes: readonly ListedChange<Article>[],
  { url, title, section }: Setting,
): FeedItem[] => {
  const times = new Map<string, number>();
  return changes.map(({ kind, date, text, article }) => {
    const moment = `${kind} ${article.id} ${new Date(date).toISOString()}`;
    const time = (times.get(moment) ?? 0) + 1;
    times.set(moment, time);
    const address = url(article);
    const link = `<p><a href="${escapeHtml(address)}">${escapeHtml(article.headline)}</a></p>`;
    return {
      guid: nameBasedUrn(`${moment} ${String(time)}`),
      url: address,
      title: title(kind, article.headline),
      summary: text,
      content: feedContent(`<p>${escapeHtml(text)}</p>${link}`, address),
      published: new Date(date),
      updated: undefined,
      authors: [],
      categories: [section(article.section)],
    };
  });
};

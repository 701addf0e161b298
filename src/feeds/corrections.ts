import type { Article } from '../edition/article.ts';
import type { ListedCorrection } from '../edition/corrections.ts';
import { escapeHtml } from '../escape-html.ts';
import { feedContent, type FeedItem, nameBasedUrn } from './item.ts';

/** What the items of corrections must know of the paper. */
interface Setting {
  /** Where a story's corrections stand, absolute. */
  url: (article: Article) => string;
  /** An item's title, from the story's headline. */
  title: (headline: string) => string;
  section: (id: string) => string;
}

/**
 * Corrections as a feed tells them, one item each. An item's guid is made from its story, its date and its place
 * among those of one date, so that neither a new headline nor a corrected word shows it again.
 */
export const correctionItems = (
  corrections: readonly ListedCorrection<Article>[],
  { url, title, section }: Setting,
): FeedItem[] => {
  const times = new Map<string, number>();
  return corrections.map(({ date, text, article }) => {
    const moment = `${article.id} ${new Date(date).toISOString()}`;
    const time = (times.get(moment) ?? 0) + 1;
    times.set(moment, time);
    const address = url(article);
    const link = `<p><a href="${escapeHtml(address)}">${escapeHtml(article.headline)}</a></p>`;
    return {
      guid: nameBasedUrn(`correction ${moment} ${String(time)}`),
      url: address,
      title: title(article.headline),
      summary: text,
      content: feedContent(`<p>${escapeHtml(text)}</p>${link}`, address),
      published: new Date(date),
      updated: undefined,
      authors: [],
      categories: [section(article.section)],
    };
  });
};

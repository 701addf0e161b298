import type { Article } from '../edition/article.ts';
import { traitsOf } from '../schemas/kinds.ts';
import { withoutControlCharacters as clean } from './item.ts';
import { urlset } from './sitemap.ts';
import { writeElements } from './xml.ts';

/** What the news sitemap says about the paper. */
export interface NewsSetting {
  /** The publication's name, as on its pages. */
  name: string;
  /** Its language, a BCP 47 tag; Google News gets the ISO 639 code. */
  language: string;
  /** The edition's moment. */
  moment: Date;
  /** A story's absolute address. */
  url: (article: Article) => string;
}

/** The most stories that a news sitemap may hold, and how old they may be, in milliseconds. */
export const newsLimits = { urls: 1000, age: 48 * 60 * 60 * 1000 };

const news = ['news', 'http://www.google.com/schemas/sitemap-news/0.9'] as const;

/**
 * Writes the sitemap for Google News: the stories of the last 48 hours, newest first. Sponsored ones are left out,
 * because they are not news. It may be empty: its address must keep working.
 * @param articles what is public, newest first
 */
export const writeNewsSitemap = (
  articles: readonly Article[],
  { name, language, moment, url }: NewsSetting,
): string => {
  const publication = {
    'news:name': clean(name),
    'news:language': new Intl.Locale(language).language,
  };
  const entries = articles
    .filter(({ published }) => moment.getTime() - Date.parse(published) <= newsLimits.age)
    .filter(({ kind }) => !traitsOf(kind).paid)
    .slice(0, newsLimits.urls)
    .map((article) =>
      writeElements({
        url: {
          loc: clean(url(article)),
          'news:news': {
            'news:publication': publication,
            'news:publication_date': article.published,
            'news:title': clean(article.headline),
          },
        },
      }),
    );
  return urlset(entries, news);
};

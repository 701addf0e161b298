import type { DescribedSeries } from '../schemas/series.ts';
import { type Article, compare } from './article.ts';

/** A series with its stories. */
export interface Series<A> {
  /** Its name in addresses. */
  id: string;
  title: string;
  text?: string | undefined;
  /** Newest first. */
  articles: A[];
  /** The same, from part 1. */
  parts: A[];
}

/** Where a story stands in its series. */
export interface PlaceInSeries<A> {
  series: Series<A>;
  part: number;
  /** The last part that is published. */
  count: number;
  previous: A | undefined;
  next: A | undefined;
}

/** The series of an edition. */
export interface AllSeries<A> {
  /** Sorted by id; only series with stories. */
  all: readonly Series<A>[];
  /** Undefined for a story that stands alone. */
  placeOf: (article: Pick<Article, 'id' | 'series'>) => PlaceInSeries<A> | undefined;
}

/** The title of a series that has none: its name, with a capital and spaces. */
export const titleFrom = (id: string): string => {
  const [first = '', ...rest] = id.replaceAll('-', ' ');
  return first.toUpperCase() + rest.join('');
};

/**
 * Gathers the series of an edition.
 * @param articles its articles, newest first
 * @param described what `series.yaml` says
 */
export const gatherSeries = <A extends Pick<Article, 'id' | 'series'>>(
  articles: readonly A[],
  described: DescribedSeries,
): AllSeries<A> => {
  const partOf = ({ series }: A): number => series?.part ?? 0;
  const inSeries = articles.filter(({ series }) => series !== undefined);
  const all = [...Map.groupBy(inSeries, ({ series }) => series?.id ?? '')]
    .map(([id, stories]): Series<A> => ({
      id,
      title: described[id]?.title ?? titleFrom(id),
      text: described[id]?.text,
      articles: stories,
      parts: stories.toSorted((a, b) => partOf(a) - partOf(b) || compare(a.id, b.id)),
    }))
    .sort((a, b) => compare(a.id, b.id));
  const byId = new Map(all.map((series) => [series.id, series]));
  return {
    all,
    placeOf: (article) => {
      const series = byId.get(article.series?.id ?? '');
      if (!series || !article.series) return undefined;
      const at = series.parts.findIndex(({ id }) => id === article.id);
      const { part } = article.series;
      return {
        series,
        part,
        count: series.parts.reduce((last, each) => Math.max(last, partOf(each)), part),
        previous: series.parts[at - 1],
        next: at === -1 ? undefined : series.parts[at + 1],
      };
    },
  };
};

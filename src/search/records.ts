import type { Addresses } from '../addresses.ts';
import type { Copy } from '../copy/read.ts';
import { compare } from '../edition/article.ts';
import type { Listed } from '../edition/listed.ts';
import { sectionTree } from '../edition/section-tree.ts';
import { calendarFor } from '../language/dates.ts';
import type { Publication } from '../schemas/publication.ts';

/** An article that readers can search for. */
export interface Searchable {
  /** Its address without the base path, which the search page passes to the index. */
  url: string;
  /** Its built file, relative to the paper's folder. */
  file: string;
  /** What a result shows. */
  meta: { title: string; section: string; date: string; published: string };
  /** The values that results can be filtered by. */
  filters: { section: string[]; topic: string[]; year: string[] };
  /** When it was published, in milliseconds since 1970: sorts results when no words were searched for. */
  moment: number;
}

/** The search records of the articles that a paper lists, in a stable order. */
export const searchable = (
  { stories, topicsOf }: Listed<Copy['articles'][number]>,
  sections: Copy['sections'],
  {
    publication: { language, timeZone },
    addresses,
  }: { publication: Publication; addresses: Addresses },
): Searchable[] => {
  const { day } = calendarFor(language, timeZone);
  const titles = new Map(sections.map(({ id, data }) => [id, data.title]));
  const { wayTo } = sectionTree(sections.map(({ id, data }) => ({ ...data, id })));
  return stories
    .map(({ id, data: { headline, section, published, topics } }) => {
      const path = addresses.article({ id, section, published });
      return {
        url: path.slice(addresses.base.length - 1),
        file: `${addresses.parameter(path)}/index.html`,
        meta: {
          title: headline,
          section: titles.get(section) ?? section,
          date: day(new Date(published)),
          published,
        },
        filters: {
          section: wayTo(section).map(({ id: part }) => part),
          topic: topicsOf({ topics }).map(({ slug }) => slug),
          year: [published.slice(0, 4)],
        },
        moment: Date.parse(published),
      };
    })
    .sort((a, b) => compare(a.url, b.url));
};

import type { Article } from '../edition/article.ts';
import { authorLists } from './authors.ts';
import { monthLists, yearLists } from './archive.ts';
import { correctionsList } from './corrections.ts';
import type { ListDefinition, ListedStories, ListMaterial } from './definition.ts';
import { latestList } from './latest.ts';
import { paperList } from './whole-paper.ts';
import { seriesLists } from './series.ts';
import { sectionLists } from './sections.ts';
import { topicLists } from './topics.ts';

/** Every kind of list, in the order in which sitemaps and the page of all feeds show them. */
export const listDefinitions = {
  paper: paperList,
  latest: latestList,
  section: sectionLists,
  author: authorLists,
  topic: topicLists,
  series: seriesLists,
  corrections: correctionsList,
  year: yearLists,
  month: monthLists,
} satisfies Record<string, ListDefinition>;

/** A list of the paper, with its definition. */
export interface List<A extends Article> extends ListedStories<A> {
  /** The name of its definition in the registry. */
  kind: string;
  definition: ListDefinition;
}

/** Every list of a catalogue, kind by kind. */
export const listsOf = <A extends Article>(
  material: ListMaterial<A>,
  definitions: Readonly<Record<string, ListDefinition>> = listDefinitions,
): List<A>[] =>
  Object.entries(definitions).flatMap(([kind, definition]) =>
    definition.lists(material).map((list) => ({ ...list, kind, definition })),
  );

import type { Publication } from '../schemas/publication.ts';
import type { CountedTerms } from './counted-terms.ts';
import { createLikeness, type Likeness, type LikenessDocument } from './likeness.ts';

/** A story whose related stories are listed, with the editor's picks. */
export type Ranked = LikenessDocument & { related: readonly string[] };

/** How many related stories a story's page shows: the first may be a card within the text, beside Related News. */
export const relatedPerStory = ({ related }: Publication['lists']): number => related + 1;

/** The related stories of every story, by their places among the ids. */
export interface RelatedLists {
  ids: readonly string[];
  lists: readonly (readonly number[])[];
  /** How many stories a list has at most. */
  limit: number;
}

/** Lists the related stories of all stories. */
export const listRelated = <D extends Ranked>(
  documents: readonly D[],
  countTerms: (document: D) => CountedTerms,
  limit: number,
): RelatedLists => {
  const { related } = createLikeness(documents, countTerms);
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  return {
    ids: [...places.keys()],
    lists: documents.map(({ id, related: picks }) =>
      related(id, limit, picks).flatMap((other) => places.get(other) ?? []),
    ),
    limit,
  };
};

/**
 * Answers from lists what {@link createLikeness} would work out, because a shorter list is the beginning of a longer one.
 * The picks are those with which the lists were made.
 * @throws if more stories are wanted than the lists may have
 */
export const likenessIn = ({ ids, lists, limit: longest }: RelatedLists): Likeness => {
  const byId = new Map(ids.map((id, place) => [id, lists[place] ?? []]));
  return {
    related: (id, limit) => {
      if (limit > longest) {
        throw new Error(
          `Lists of ${String(longest)} related stories cannot answer for ${String(limit)}.`,
        );
      }
      return (byId.get(id) ?? []).slice(0, limit).flatMap((place) => ids[place] ?? []);
    },
  };
};

import type { Publication } from '../schemas/publication.ts';
import { candidatesFor } from './edition.ts';
import { relatedToLead } from './front.ts';
import type { Likeness } from './likeness.ts';
import type { RelatedLists } from './ranking.ts';

/** How many related stories a story's page shows: the first may be a card within the text, beside Related News. */
export const relatedPerStory = ({ related }: Publication['lists']): number => related + 1;

/** How many are ranked for each story, so that its page and the front page find enough among them. */
export const rankedPerStory = (lists: Publication['lists']): number =>
  candidatesFor(Math.max(relatedPerStory(lists), relatedToLead));

/** Makes a function that returns so many of the related stories of a story, best first, by their ids. */
const listsById = ({
  ids,
  starts,
  places,
}: RelatedLists): ((id: string, limit?: number) => string[]) => {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  return (id, limit = Infinity) => {
    const list: string[] = [];
    const place = placeOf.get(id) ?? starts.length;
    const begin = starts[place] ?? 0;
    const end = Math.min(starts[place + 1] ?? 0, begin + limit);
    for (let at = begin; at < end; at += 1) {
      const other = ids[places[at] ?? -1];
      if (other !== undefined) list.push(other);
    }
    return list;
  };
};

/**
 * Answers from lists what {@link createLikeness} would work out, because a shorter list is the beginning of a longer one.
 * The picks are those with which the lists were made.
 * @throws if more stories are wanted than the lists may have
 */
export const likenessIn = (lists: RelatedLists): Likeness => {
  const listOf = listsById(lists);
  return {
    related: (id, limit) => {
      if (limit > lists.limit) {
        throw new Error(
          `Lists of ${String(lists.limit)} related stories cannot answer for ${String(limit)}.`,
        );
      }
      return listOf(id, limit);
    },
  };
};

/** Answers from lists that may be a little older than the stories; the editor’s picks are always those of now. */
export const likenessWithPicks = (lists: RelatedLists): Likeness => {
  const listOf = listsById(lists);
  return {
    related: (id, limit, picks = []) =>
      [...new Set([...picks, ...listOf(id)])].filter((other) => other !== id).slice(0, limit),
  };
};

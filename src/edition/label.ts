import type { Words } from '../language/words.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';

/** Between the parts of a label. */
export const labelGap = ' · ';

/** What its kind is called, where that must be said. A live story says how its coverage stands. */
export const kindNameOf = (
  { kind, state }: Pick<Article, 'kind' | 'state'>,
  { kinds, liveStates }: Pick<Words, 'kinds' | 'liveStates'>,
): string => (state === undefined ? kinds[kind] : liveStates[state]);

/**
 * What a story is labelled with: its kind, where that must be named, and its own kicker. The one place for its page, its
 * text page and lists alike, so that an opinion with a kicker is still called one.
 * @returns undefined for plain news without a kicker
 */
export const labelOf = (
  story: Pick<Article, 'kind' | 'state' | 'kicker'>,
  words: Pick<Words, 'kinds' | 'liveStates'>,
): string | undefined => {
  const name = traitsOf(story.kind).labelled ? kindNameOf(story, words) : undefined;
  // A kicker may be the same word as the kind: “Analysis”.
  const parts = [...new Set([name, story.kicker])].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(labelGap);
};

/** The heading of its key points: in a live story, they sum up what has happened so far. */
export const keyPointsTitle = (
  kind: Article['kind'],
  { keyPoints, live }: Pick<Words, 'keyPoints' | 'live'>,
): string => (traitsOf(kind).contents === 'entries' ? live.summary : keyPoints);

import type { ArticleCopy } from '../schemas/article.ts';
import { withChanges } from '../with-changes.ts';

/** A story as its file has it, and as an edition may show it. */
interface Written {
  data: ArticleCopy;
  /** Markdown. */
  body: string;
}

/** The one predicate for whether a story's words are withdrawn at a moment. */
export const isWithdrawn = ({ withdrawn }: Pick<ArticleCopy, 'withdrawn'>, moment: Date): boolean =>
  withdrawn !== undefined && Date.parse(withdrawn.date) <= moment.getTime();

/** What is left of a withdrawn story. It names what stays, so that no field that is new one day can slip through. */
const factsOf = ({
  headline,
  section,
  authors,
  published,
  updated,
  kind,
  state,
  topics,
  draft,
  embargo,
  guid,
  formerUrls,
  withdrawn,
  standfirst,
}: ArticleCopy): ArticleCopy => ({
  ...{ headline, section, authors, published, updated, kind, topics, draft, embargo, guid },
  ...{ formerUrls, withdrawn },
  // Nothing is live about it any more.
  state: state && 'over',
  // Wherever a story is summed up, this one is by the reason why it is gone.
  standfirst: withdrawn?.reason ?? standfirst,
  ...{ related: [], corrections: [], changeNotes: [] },
  ...{ comments: false, ads: false, ageNotice: false, republish: false },
});

/**
 * A story as it stands at a moment: a withdrawn one has no words any more, and one that will be withdrawn later is as
 * any other. Copy passes here before anything is made of it, so none of those words, pictures and files can be printed.
 */
export const asItStands = <S extends Written>(story: S, moment: Date): S => {
  const { data } = story;
  if (data.withdrawn === undefined) return story;
  return isWithdrawn(data, moment)
    ? withChanges(story, { data: factsOf(data), body: '' })
    : withChanges(story, { data: { ...data, withdrawn: undefined } });
};

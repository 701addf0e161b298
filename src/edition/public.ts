/** The fields that decide whether an article is public. */
export interface Publishable {
  draft: boolean;
  /** ISO 8601 with offset. */
  published: string;
}

/**
 * The one predicate for what is public: not a draft, and published at or before the edition's moment.
 * Pages, feeds, lists and pictures all use it.
 */
export const isPublic = ({ draft, published }: Publishable, moment: Date): boolean =>
  !draft && Date.parse(published) <= moment.getTime();

/** The fields that decide whether an article is public. */
export interface Publishable {
  draft: boolean;
  /** ISO 8601 with offset. */
  published: string;
  /** Likewise: the moment before which it may not be printed, whatever `published` says. */
  embargo?: string | undefined;
}

/** What an edition shows: what is public at its moment or, for a newsroom's own eyes, every story there is. */
export interface Scope {
  moment: Date;
  withDrafts?: boolean | undefined;
}

/** When a story may be read, as it was written: at `published`, but never before its embargo. */
export const openingOf = ({ published, embargo }: Omit<Publishable, 'draft'>): string =>
  embargo !== undefined && Date.parse(embargo) > Date.parse(published) ? embargo : published;

/** The same in milliseconds since 1970. */
export const openFrom = (story: Omit<Publishable, 'draft'>): number => Date.parse(openingOf(story));

/** The one predicate for what is public: not a draft, and open at or before the edition's moment. */
export const isPublic = (story: Publishable, moment: Date): boolean =>
  !story.draft && openFrom(story) <= moment.getTime();

/** The one predicate for what an edition prints. Pages, feeds, lists and pictures all use it. */
export const isShown = (story: Publishable, { moment, withDrafts = false }: Scope): boolean =>
  withDrafts || isPublic(story, moment);

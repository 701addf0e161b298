import { isWriting } from 'virtual:edition';
import { holdsOn } from '../edition/held.ts';
import { heldWords } from '../language/held.ts';
import { languageOf } from '../language/names.ts';
import { inLanguage } from '../language/table.ts';
import { calendar, edition, publication, type Story, withDrafts } from './edition.ts';

const words = inLanguage(heldWords, languageOf(publication.language) ?? 'en');
const withMoment = (text: string, moment: Date): string =>
  text.replace('{moment}', calendar.minute(moment));

/** What the newsroom is told of a story that readers cannot see: “Draft”; undefined for a public one. */
export const heldLabel = (story: Story): string | undefined =>
  holdsOn(story, edition.moment)
    .map((hold) =>
      'until' in hold ? withMoment(words[hold.why], new Date(hold.until)) : words[hold.why],
    )
    .join(' · ') || undefined;

/** A headline where nothing but text can say that readers cannot see its story: “Draft: A new bridge”. */
export const headlineWithHold = (story: Story): string =>
  [heldLabel(story), story.headline].filter(Boolean).join(': ');

/** What the bar on top of a page says. */
export interface DraftBar {
  title: string;
  text: string;
}

/**
 * The bar of a page: on every one of an edition with drafts, and on those of held stories while somebody writes.
 * @param story the one that the page belongs to, if it is a story's
 */
export const draftBarOf = (story: Story | undefined): DraftBar | undefined => {
  if (!withDrafts) return undefined;
  const label = story && heldLabel(story);
  if (isWriting) return label ? { title: label, text: words.writing } : undefined;
  const asOf = withMoment(words.asOf, edition.moment);
  return { title: words.edition, text: [asOf, words.secret, label].filter(Boolean).join(' ') };
};

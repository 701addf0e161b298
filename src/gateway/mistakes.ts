import { reportLink } from '../edition/report-link.ts';
import { addresses, publication, type Story } from './edition.ts';

const { policies, reportMistakes } = publication.publisher;
const { contact, corrections } = policies;
const place =
  reportMistakes === undefined
    ? contact && addresses.page(contact)
    : addresses.link(reportMistakes);

/** Where readers report a mistake in a story, and where they read how it is corrected; undefined if neither is named. */
export const mistakeLinks = (
  story: Story,
): { report: string | undefined; policy: string | undefined } | undefined => {
  if (place === undefined && corrections === undefined) return undefined;
  const path = addresses.article(story);
  return {
    report: place && reportLink(place, { path, address: addresses.absolute(path) }),
    policy: corrections && addresses.page(corrections),
  };
};

import { isFeed } from '../feeds/formats.ts';
import type { Publication } from '../schemas/publication.ts';

/**
 * The publication of an edition with drafts: nothing in it tells anybody else of a page, opens a thread for a story that
 * may never appear, or stays on a reader's device.
 */
export const closedPublication = (publication: Publication): Publication => ({
  ...publication,
  comments: { provider: 'none' },
  analytics: { provider: 'none' },
  newsletter: { provider: 'none' },
  // An advertising network is told the address of each page. The paper's own advertisements stay.
  advertising: { ...publication.advertising, network: undefined },
  offlineReading: false,
  desk: undefined,
  // Nobody but the newsroom may read it, so there is nothing to permit.
  rights: undefined,
  indexNow: undefined,
  adsTxt: undefined,
  humans: undefined,
  security: undefined,
});

/** What an edition with drafts is printed without: feeds, their page and list, all sitemaps, and what offers its search. */
export const isLeftOut = (file: string): boolean =>
  isFeed(file) ||
  /^(?:(?:sitemap[^/]*|opensearch)\.xml|feeds\/(?:index\.html|feeds\.opml))$/.test(file);

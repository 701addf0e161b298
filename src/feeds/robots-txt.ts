import type { Rights } from '../schemas/rights.ts';
import { aiCrawlers, type CrawlerClass } from './ai-crawlers.ts';
import type { StatedRights, Use } from './uses.ts';

const purposes: Record<CrawlerClass, string> = {
  training: 'Crawlers that collect text to train AI models',
  search: 'Crawlers of AI search, which answers with links',
  userFetch: 'Fetchers of AI assistants, which come when a user asks',
};

const rules = { allow: 'Allow', disallow: 'Disallow' } as const;

/** The uses that have a signal (contentsignals.org), in its order. */
const signals = ['search', 'ai-input', 'ai-train'] as const satisfies Use[];

/** The robots.txt of a paper that no crawler may read. */
export const closedRobotsTxt = (base: string): string => `User-agent: *\nDisallow: ${base}\n`;

/**
 * Writes robots.txt (RFC 9309): all crawlers are allowed, unless the publisher decides otherwise for AI crawlers. With
 * rights, it also says in every group what may be done with what was read (Content Signals), because a crawler reads only
 * the group that names it.
 * @param rights the publisher's decision for each class, and what it comes to
 * @param base the base path: the file may be at the root of an origin that holds more than the paper
 * @param sitemaps their absolute addresses
 */
export const writeRobotsTxt = (
  rights: { choice: Rights; stated: StatedRights } | undefined,
  base: string,
  sitemaps: readonly string[],
): string => {
  const signal = rights && [
    `Content-Signal: ${signals
      .map((use) => `${use}=${rights.stated.uses[use] ? 'yes' : 'no'}`)
      .join(', ')}`,
  ];
  const group = (purpose: string, tokens: readonly string[], rule: string): string =>
    [
      `# ${purpose}`,
      ...tokens.map((token) => `User-agent: ${token}`),
      ...(signal ?? []),
      `${rule}: ${base}\n`,
    ].join('\n');
  const classes = Object.entries(purposes) as [CrawlerClass, string][];
  return [
    group('Everybody', ['*'], 'Allow'),
    ...(rights
      ? classes.map(([name, purpose]) =>
          group(
            purpose,
            aiCrawlers.filter((crawler) => crawler.class === name).map(({ token }) => token),
            rules[rights.choice[name]],
          ),
        )
      : []),
    sitemaps.map((sitemap) => `Sitemap: ${sitemap}\n`).join(''),
  ].join('\n');
};

import type { AiCrawlers } from '../schemas/root-files.ts';
import { aiCrawlers, type CrawlerClass } from './ai-crawlers.ts';

const purposes: Record<CrawlerClass, string> = {
  training: 'Crawlers that collect text to train AI models',
  search: 'Crawlers of AI search, which answers with links',
  userFetch: 'Fetchers of AI assistants, which come when a user asks',
};

const rules = { allow: 'Allow', disallow: 'Disallow' } as const;

/** The robots.txt of a paper that no crawler may read. */
export const closedRobotsTxt = (base: string): string => `User-agent: *\nDisallow: ${base}\n`;

/**
 * Writes robots.txt (RFC 9309): all crawlers are allowed, unless the publisher decides otherwise for AI crawlers.
 * @param choice the publisher's decision for each class; a class without one is not mentioned
 * @param base the base path: the file may be at the root of an origin that holds more than the paper
 * @param sitemaps their absolute addresses
 */
export const writeRobotsTxt = (
  choice: AiCrawlers,
  base: string,
  sitemaps: readonly string[],
): string => {
  const group = (purpose: string, tokens: readonly string[], rule: string): string =>
    [`# ${purpose}`, ...tokens.map((token) => `User-agent: ${token}`), `${rule}: ${base}\n`].join(
      '\n',
    );
  const classes = Object.entries(purposes) as [CrawlerClass, string][];
  return [
    group('Everybody', ['*'], 'Allow'),
    ...classes.flatMap(([name, purpose]) => {
      const tokens = aiCrawlers
        .filter((crawler) => crawler.class === name)
        .map(({ token }) => token);
      const permission = choice[name];
      return permission ? [group(purpose, tokens, rules[permission])] : [];
    }),
    sitemaps.map((sitemap) => `Sitemap: ${sitemap}\n`).join(''),
  ].join('\n');
};

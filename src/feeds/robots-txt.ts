import type { AiCrawlers } from '../schemas/root-files.ts';
import { aiCrawlers, type CrawlerClass } from './ai-crawlers.ts';

const purposes: Record<CrawlerClass, string> = {
  training: 'Crawlers that collect text to train AI models',
  search: 'Crawlers of AI search, which answers with links',
  userFetch: 'Fetchers of AI assistants, which come when a user asks',
};

const rules = { allow: 'Allow', disallow: 'Disallow' } as const;

/**
 * Writes robots.txt (RFC 9309): everybody is welcome, but for the AI crawlers that the publisher has a word for.
 * @param choice what the publisher says of each class; nothing is printed of one without a word
 * @param base the base path: the file may lie at the root of an origin that has other things than the paper
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
      const tokens = aiCrawlers.filter((one) => one.class === name).map(({ token }) => token);
      const mayCome = choice[name];
      return mayCome ? [group(purpose, tokens, rules[mayCome])] : [];
    }),
    sitemaps.map((sitemap) => `Sitemap: ${sitemap}\n`).join(''),
  ].join('\n');
};

import type { Rights } from '../schemas/rights.ts';

/** What an AI crawler uses pages for. */
export type CrawlerClass = keyof Pick<Rights, 'training' | 'search' | 'userFetch'>;

/** A crawler that says who runs it and why. */
interface Crawler {
  /** Its product token (RFC 9309), as its operator writes it. */
  token: string;
  operator: string;
  class: CrawlerClass;
}

/**
 * The known AI crawlers and opt-out tokens by class, as far as their operators say what they do. Add a new one here and
 * nowhere else. Names that are no longer in use, and tools that anybody can run under any name, are left out.
 */
export const aiCrawlers: readonly Crawler[] = [
  // Collect text to train models. Those named Extended never visit: another crawler of the same operator obeys the rule.
  { token: 'GPTBot', operator: 'OpenAI', class: 'training' },
  { token: 'ClaudeBot', operator: 'Anthropic', class: 'training' },
  { token: 'Google-Extended', operator: 'Google', class: 'training' },
  { token: 'Applebot-Extended', operator: 'Apple', class: 'training' },
  { token: 'Meta-ExternalAgent', operator: 'Meta', class: 'training' },
  { token: 'FacebookBot', operator: 'Meta', class: 'training' },
  { token: 'Amazonbot', operator: 'Amazon', class: 'training' },
  { token: 'Bytespider', operator: 'ByteDance', class: 'training' },
  { token: 'TikTokSpider', operator: 'ByteDance', class: 'training' },
  { token: 'CCBot', operator: 'Common Crawl Foundation', class: 'training' },
  { token: 'cohere-training-data-crawler', operator: 'Cohere', class: 'training' },
  { token: 'Cotoyogi', operator: 'ROIS', class: 'training' },
  { token: 'Diffbot', operator: 'Diffbot', class: 'training' },
  { token: 'ICC-Crawler', operator: 'NICT', class: 'training' },
  { token: 'PanguBot', operator: 'Huawei', class: 'training' },
  { token: 'SBIntuitionsBot', operator: 'SB Intuitions', class: 'training' },
  { token: 'Timpibot', operator: 'Timpi', class: 'training' },
  { token: 'Webzio-Extended', operator: 'Webz.io', class: 'training' },
  // Build an index for answers that link to the story.
  { token: 'OAI-SearchBot', operator: 'OpenAI', class: 'search' },
  { token: 'Claude-SearchBot', operator: 'Anthropic', class: 'search' },
  { token: 'PerplexityBot', operator: 'Perplexity', class: 'search' },
  { token: 'Meta-WebIndexer', operator: 'Meta', class: 'search' },
  { token: 'Amzn-SearchBot', operator: 'Amazon', class: 'search' },
  { token: 'DuckAssistBot', operator: 'DuckDuckGo', class: 'search' },
  { token: 'YandexAdditional', operator: 'Yandex', class: 'search' },
  { token: 'YouBot', operator: 'You.com', class: 'search' },
  // Fetch one page because somebody asked about it; some of these treat robots.txt as advice.
  { token: 'ChatGPT-User', operator: 'OpenAI', class: 'userFetch' },
  { token: 'Claude-User', operator: 'Anthropic', class: 'userFetch' },
  { token: 'Perplexity-User', operator: 'Perplexity', class: 'userFetch' },
  { token: 'Meta-ExternalFetcher', operator: 'Meta', class: 'userFetch' },
  { token: 'Amzn-User', operator: 'Amazon', class: 'userFetch' },
  { token: 'MistralAI-User', operator: 'Mistral AI', class: 'userFetch' },
  { token: 'kagi-fetcher', operator: 'Kagi', class: 'userFetch' },
  { token: 'cohere-ai', operator: 'Cohere', class: 'userFetch' },
];

import type { CheerioAPI } from 'cheerio';

/** The words of a crosshead, without the numbers of its notes. */
export const headingText = (heading: ReturnType<CheerioAPI>): string => {
  if (heading.find('[data-footnote-ref]').length === 0) return heading.text().trim();
  const copy = heading.clone();
  copy.find('[data-footnote-ref]').remove();
  return copy.text().trim();
};

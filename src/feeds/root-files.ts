import type { Addresses } from '../addresses.ts';
import type { Publication } from '../schemas/publication.ts';
import { writeAdsTxt } from './ads-txt.ts';
import { writeHumansTxt } from './humans-txt.ts';
import { writeRobotsTxt } from './robots-txt.ts';
import { securityPath, writeSecurityTxt } from './security-txt.ts';

/**
 * The text files at the root of the paper, by name: robots.txt always, the others if the publisher has set them.
 * @param moment the edition's
 */
export const rootFiles = (
  { language, aiCrawlers = {}, adsTxt, security, humans }: Publication,
  { base, absolute, link, sitemap, newsSitemap }: Addresses,
  moment: Date,
): Map<string, string> => {
  const files = new Map([
    ['robots.txt', writeRobotsTxt(aiCrawlers, base, [absolute(sitemap), absolute(newsSitemap)])],
  ]);
  if (adsTxt) files.set('ads.txt', writeAdsTxt(adsTxt));
  if (humans) files.set('humans.txt', writeHumansTxt(humans, language, moment));
  if (security) {
    files.set(
      securityPath,
      writeSecurityTxt(security, absolute(`/${securityPath}`), (to) => absolute(link(to))),
    );
  }
  return files;
};

import type { Addresses } from '../addresses.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Rights } from '../schemas/rights.ts';
import { writeAdsTxt } from './ads-txt.ts';
import { writeHumansTxt } from './humans-txt.ts';
import { writeLicenseXml } from './license-xml.ts';
import { tdmrepPath, writeTdmrep } from './mining.ts';
import { openSearchFile, writeOpenSearch } from './open-search.ts';
import { writeRobotsTxt } from './robots-txt.ts';
import { securityPath, writeSecurityTxt } from './security-txt.ts';
import { isMiningReserved, licenseFile, stateRights } from './uses.ts';

/** The names of the files that state the rights, besides robots.txt. */
export const rightsFiles = (rights: Rights): string[] => [
  licenseFile,
  ...(isMiningReserved(rights) === undefined ? [] : [tdmrepPath]),
];

/**
 * What writes the small files at the root of the paper, by name: robots.txt and opensearch.xml always, the others if the
 * publisher has set them. Where only the names are wanted, nothing is written.
 * @param moment the edition's
 */
export const rootFileWriters = (
  publication: Publication,
  addresses: Addresses,
  moment: Date,
): Map<string, () => string> => {
  const { language, publisher, rights, indexNow, adsTxt, security, humans } = publication;
  const { base, absolute, file, link, search, sitemap, newsSitemap } = addresses;
  const stated = rights && stateRights(rights, addresses);
  const sitemaps = [absolute(sitemap), absolute(newsSitemap)];
  const files = new Map([
    [
      'robots.txt',
      () => writeRobotsTxt(rights && stated && { choice: rights, stated }, base, sitemaps),
    ],
    [
      openSearchFile,
      () =>
        writeOpenSearch(publication, {
          search: absolute(search),
          icon: absolute(file('favicon.ico')),
          self: absolute(file(openSearchFile)),
        }),
    ],
  ]);
  if (stated) {
    files.set(licenseFile, () => writeLicenseXml(stated, base, publisher.name));
    if (isMiningReserved(rights) !== undefined) {
      files.set(tdmrepPath, () => writeTdmrep(stated, base) ?? '');
    }
  }
  // The file proves that whoever knows the key may write to the site (indexnow.org).
  if (indexNow) files.set(`${indexNow.key}.txt`, () => indexNow.key);
  if (adsTxt) files.set('ads.txt', () => writeAdsTxt(adsTxt));
  if (humans) files.set('humans.txt', () => writeHumansTxt(humans, language, moment));
  if (security) {
    files.set(securityPath, () =>
      writeSecurityTxt(security, absolute(`/${securityPath}`), (to) => absolute(link(to))),
    );
  }
  return files;
};

/** The same files, written. */
export const rootFiles = (...of: Parameters<typeof rootFileWriters>): Map<string, string> =>
  new Map([...rootFileWriters(...of)].map(([name, write]) => [name, write()]));

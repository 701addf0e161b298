import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import type { Publication } from '../schemas/publication.ts';
import type { OwnLinks } from './own-links.ts';

/** Every link in the settings that readers see, with its file and field. */
const settingLinks = (
  { front }: Pick<Copy, 'front'>,
  publication: Publication,
  publicationFile: string,
): { file: string; field: string; address: string }[] => [
  ...front.flatMap(({ shown: file, data: { breaking } }) =>
    breaking ? [{ file, field: 'breaking.link', address: breaking.link }] : [],
  ),
  ...Object.entries(publication.advertising.houseAds).map(([name, { link }]) => ({
    file: publicationFile,
    field: `advertising.houseAds.${name}.link`,
    address: link,
  })),
  ...Object.entries({
    'publisher.reportMistakes': publication.publisher.reportMistakes,
    'security.policy': publication.security?.policy,
    'rights.terms': publication.rights?.terms,
  }).flatMap(([field, address]) =>
    address === undefined ? [] : [{ file: publicationFile, field, address }],
  ),
];

/** Finds links in the layout of the front page and in the publication file that lead nowhere in the paper. */
export const settingLinkMistakes = (
  copy: Pick<Copy, 'front'>,
  publication: Publication,
  publicationFile: string,
  own: OwnLinks,
): Mistake[] =>
  settingLinks(copy, publication, publicationFile).flatMap(({ file, field, address }) => {
    // The front page and the advertisements are open at all times.
    const fault = address.startsWith('/')
      ? own.faultOf(address, Number.NEGATIVE_INFINITY)
      : undefined;
    return fault ? [{ file, field, ...fault }] : [];
  });

import { withoutControlCharacters as clean } from './item.ts';
import { type StatedRights, usesThat } from './uses.ts';
import { writeXml } from './xml.ts';

/** The media type of a licence (RSL 1.0). */
export const licenseType = 'application/rsl+xml';

/**
 * Writes the paper's licence (RSL 1.0, rslstandard.org/rsl): what is permitted, what is prohibited, whose it is and where
 * the terms are. What is permitted is free, as nothing is asked for it.
 * @param base the paper's folder, and so the part of the site that the licence is for (a path of RFC 9309)
 * @param holder the organisation's name
 */
export const writeLicenseXml = (stated: StatedRights, base: string, holder: string): string => {
  const [permitted, prohibited] = [usesThat(true, stated), usesThat(false, stated)];
  const uses = (tokens: readonly string[]) => ({ '@type': 'usage', '#text': tokens.join(' ') });
  return writeXml({
    rsl: {
      '@xmlns': 'https://rslstandard.org/rsl',
      content: {
        '@url': base,
        license: {
          permits: uses(permitted),
          ...(prohibited.length > 0 ? { prohibits: uses(prohibited) } : {}),
        },
        copyright: { '@type': 'organization', '#text': clean(holder) },
        ...(stated.terms === undefined ? {} : { terms: stated.terms }),
      },
    },
  });
};

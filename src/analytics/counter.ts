import type { Analytics } from '../schemas/analytics.ts';

/** The script of an analytics service, and the values of its `data-` attributes. */
export interface Counter {
  src: string;
  data: Record<string, string>;
}

/** The script that counts visits; undefined if the paper uses no analytics. */
export const counterOf = (analytics: Analytics): Counter | undefined => {
  switch (analytics.provider) {
    case 'none':
      return undefined;
    case 'plausible':
      return { src: analytics.script, data: { domain: analytics.domain } };
    case 'goatcounter':
      return {
        src: `${analytics.server}/count.js`,
        data: { goatcounter: `${analytics.server}/count` },
      };
    case 'umami':
      return { src: analytics.script, data: { websiteId: analytics.website } };
  }
};

import type { Analytics } from '../schemas/analytics.ts';

/** A counter's script, and what it is told in `data-` attributes. */
export interface Counter {
  src: string;
  data: Record<string, string>;
}

/** The script of a service that counts visits; undefined where nobody does. */
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

import { providerOf } from '../schemas/comments.ts';
import type { Publication } from '../schemas/publication.ts';

/** Somebody other than the paper from whom a page may load something, or to whom a reader may send something. */
export interface ThirdParty {
  name: string;
  /** Their hosts, as a reader may meet them in a browser's tools. */
  hosts: string[];
  purpose: 'comments' | 'advertising' | 'analytics' | 'newsletter';
  /** When they come into play: on every page, near their place, when a reader asks, sends, or has agreed. */
  when: 'visit' | 'near' | 'asked' | 'sent' | 'agreed';
  /** Whether they may keep something in the reader's browser, or know the reader again. */
  keeps: boolean;
}

const hostOf = (address: string): string => new URL(address).host;

const advertising = ({ advertising: { network } }: Publication): ThirdParty[] => {
  if (!network || Object.keys(network.units).length === 0) return [];
  const common = { purpose: 'advertising', when: 'agreed', keeps: true } as const;
  return network.provider === 'adsense'
    ? [{ name: 'Google AdSense', hosts: ['googlesyndication.com', 'doubleclick.net'], ...common }]
    : [
        {
          name: 'Google Ad Manager',
          hosts: ['doubleclick.net', 'googlesyndication.com'],
          ...common,
        },
      ];
};

const analytics = ({ analytics }: Publication): ThirdParty[] => {
  const common = { purpose: 'analytics', when: 'visit', keeps: false } as const;
  switch (analytics.provider) {
    case 'none':
      return [];
    case 'plausible':
      return [{ name: 'Plausible', hosts: [hostOf(analytics.script)], ...common }];
    case 'goatcounter':
      return [{ name: 'GoatCounter', hosts: [hostOf(analytics.server)], ...common }];
    case 'umami':
      return [{ name: 'Umami', hosts: [hostOf(analytics.script)], ...common }];
  }
};

const newsletter = ({ newsletter }: Publication): ThirdParty[] => {
  const common = { purpose: 'newsletter', when: 'sent', keeps: true } as const;
  switch (newsletter.provider) {
    case 'none':
      return [];
    case 'buttondown':
      return [{ name: 'Buttondown', hosts: ['buttondown.com'], ...common }];
    case 'mailchimp':
      return [{ name: 'Mailchimp', hosts: [hostOf(newsletter.form)], ...common }];
    case 'listmonk':
      return [{ name: 'listmonk', hosts: [hostOf(newsletter.server)], ...common }];
  }
};

const comments = ({ comments }: Publication): ThirdParty[] => {
  const provider = providerOf(comments);
  if (!provider) return [];
  return [
    {
      name: provider.title,
      hosts: provider.hosts(comments),
      purpose: 'comments',
      when: provider.consent ? 'asked' : 'near',
      keeps: provider.keeps,
    },
  ];
};

/** Everybody whom the paper's configuration brings in, as the privacy page lists them. */
export const thirdParties = (publication: Publication): ThirdParty[] => [
  ...advertising(publication),
  ...analytics(publication),
  ...newsletter(publication),
  ...comments(publication),
];

/** Whether a reader must be asked before all that is configured may load: whether anybody waits for an agreement. */
export const needsConsent = (publication: Publication): boolean =>
  thirdParties(publication).some(({ when }) => when === 'agreed');

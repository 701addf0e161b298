import { providerOf } from '../schemas/comments.ts';
import type { Publication } from '../schemas/publication.ts';

/** A service that a page may load something from, or that a reader may send something to. */
export interface ThirdParty {
  name: string;
  /** Its hosts, as a reader sees them in the browser's developer tools. */
  hosts: string[];
  purpose: 'comments' | 'advertising' | 'analytics' | 'newsletter';
  /**
   * When it is contacted: on every visit, when the reader scrolls near its place, asks for it, sends something to it,
   * or has agreed to it.
   */
  when: 'visit' | 'near' | 'asked' | 'sent' | 'agreed';
  /** Whether it may store something in the reader's browser, or recognise the reader. */
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

/** The third-party services in the paper's configuration, as the privacy page lists them. */
export const thirdParties = (publication: Publication): ThirdParty[] => [
  ...advertising(publication),
  ...analytics(publication),
  ...newsletter(publication),
  ...comments(publication),
];

/** Whether readers must be asked for consent: whether any service needs it. */
export const needsConsent = (publication: Publication): boolean =>
  thirdParties(publication).some(({ when }) => when === 'agreed');

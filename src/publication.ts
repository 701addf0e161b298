import type { PublicationCopy } from './schemas/publication.ts';

/** What makes this paper yours. Each field is described in src/schemas/publication.ts. */
export const publication: PublicationCopy = {
  name: 'BEVOLVE NEWS',
  tagline: 'A newspaper that is a folder of text files',
  // A reserved address that belongs to nobody: put yours here before you publish.
  url: 'https://bevolve-news.example',
  language: 'en-GB',
  timeZone: 'Europe/Kyiv',
  publisher: {
    name: 'BEVOLVE NEWS',
    logo: 'publisher-logo.png',
    policies: {
      about: 'about',
      contact: 'contact',
      corrections: 'corrections-policy',
      feedback: 'contact',
      privacy: 'privacy',
    },
  },
  // The platforms' home pages: replace them with the addresses of your accounts.
  stayConnected: [
    {
      platform: 'Facebook',
      count: 16985,
      unit: 'Fans',
      action: 'Like',
      url: 'https://www.facebook.com/',
    },
    { platform: 'X', count: 2458, unit: 'Followers', action: 'Follow', url: 'https://x.com/' },
    {
      platform: 'YouTube',
      count: 61453,
      unit: 'Subscribers',
      action: 'Subscribe',
      url: 'https://www.youtube.com/',
    },
  ],
  advertising: {
    houseAds: {
      subscribe: {
        title: 'Read BEVOLVE NEWS in your feed reader',
        text: 'Every story in full, no account, no tracking.',
        link: '/rss.xml',
        pictures: {
          banner: 'advertisements/subscribe-banner.png',
          strip: 'advertisements/subscribe-strip.png',
          rectangle: 'advertisements/subscribe-rectangle.png',
        },
      },
      makeYours: {
        title: 'This newspaper is a folder of text files',
        text: 'Make yours.',
        link: '/about/',
        pictures: {
          banner: 'advertisements/make-yours-banner.png',
          strip: 'advertisements/make-yours-strip.png',
          rectangle: 'advertisements/make-yours-rectangle.png',
        },
      },
      feed: {
        title: 'Every story, in your feed reader',
        text: 'In full, with no account and no tracking.',
        link: '/rss.xml',
      },
      textEdition: {
        title: 'Read the paper in text alone',
        text: 'Made for slow lines.',
        link: '/text/',
      },
    },
    slots: {
      top: 'feed',
      'below-headline': 'textEdition',
      'after-article-1': 'subscribe',
      'after-article-2': 'makeYours',
      'below-must-read': 'subscribe',
      'below-related': 'makeYours',
      'front-rail': ['subscribe', 'makeYours'],
      'list-bottom': ['feed', 'textEdition'],
    },
  },
  // LEAVE A REPLY needs a server: docs/publishers/comments.md. Until you name one, comments are closed.
  // comments: { provider: 'waline', server: 'https://comments.your-paper.example' },
  // No text for training models. Services that name the paper and link to it are welcome.
  rights: { training: 'disallow', search: 'allow', userFetch: 'allow' },
};

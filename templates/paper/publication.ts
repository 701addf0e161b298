import type { PublicationCopy } from 'bevolve-news/schemas/publication.ts';

/** The settings of this paper. A code editor with TypeScript support shows what each field means. */
export const publication: PublicationCopy = {
  name: 'My Paper',
  tagline: 'News worth the walk to the door',
  // A reserved address that belongs to nobody: put yours here before you publish.
  url: 'https://my-paper.example',
  language: 'en',
  // Dates are shown in this time zone: a name from the IANA list, such as Europe/Kyiv.
  timeZone: 'UTC',
  navigation: ['news', 'guides'],
  publisher: {
    name: 'My Paper',
    logo: 'logo.png',
    policies: { about: 'about', privacy: 'privacy' },
  },
};

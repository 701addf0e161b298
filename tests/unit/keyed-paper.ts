import type { Article } from '../../src/edition/article.ts';
import { createEdition } from '../../src/edition/edition.ts';
import { textPagesOf } from '../../src/lists/text-pages.ts';
import { createPageKeys, type PageKeyMaterial } from '../../src/page-keys.ts';
import type { Publication } from '../../src/schemas/publication.ts';
import { addresses, listsIn } from './listed-paper.ts';
import { story } from './stories.ts';

/** What decides the pages of a small paper. */
export interface Paper {
  stories: Record<string, Partial<Article>>;
  section: { title: string; description: string; accent?: string };
  author: { name: string; bio: string };
  portrait: string;
  standingPage: string;
  topicTitle: string | undefined;
  topicText: string | undefined;
  moment: string;
  /** The digests of each story's body pictures. */
  leadImages: Record<string, string>;
  /** The versions of each story's words. */
  versions: Record<string, string[]>;
  links: Record<string, string[]>;
  cards: Record<string, { digest: string; alt: string }>;
  nowTopics: string[];
  adPictures: string[];
  breaking: { text: string; link: string; until: string } | undefined;
  houseAds: Publication['advertising']['houseAds'];
  slots: Publication['advertising']['slots'];
  mustRead: number;
  related: number;
  teasersShowWholeStories: boolean;
}

/** It, before a test changes it. */
export const paper: Paper = {
  stories: {
    harbour: { section: 'town', topics: ['Bells'], body: 'The harbour and its ferries wait.' },
    mill: {
      section: 'town',
      topics: ['Bells'],
      published: '2025-02-12T09:00:00Z',
      body: 'The mill and its millers grind.',
    },
    opera: {
      section: 'arts',
      authors: ['critic'],
      published: '2025-02-11T09:00:00Z',
      body: 'An overture, two acts.',
    },
  },
  section: { title: 'Town', description: 'The town.' },
  author: { name: 'Reporter', bio: 'Reports.' },
  portrait: 'portrait.one.jpg',
  standingPage: 'About',
  topicTitle: 'Bells',
  topicText: 'All on bells.',
  moment: '2025-03-01T08:00:00Z',
  leadImages: {},
  versions: {},
  links: {},
  cards: { '/paper/': { digest: 'front', alt: 'The paper' } },
  nowTopics: [],
  adPictures: [],
  breaking: undefined,
  houseAds: {},
  slots: {},
  mustRead: 1,
  related: 1,
  teasersShowWholeStories: false,
};

/** Its edition, its lists, and what makes the keys of its pages. */
export function printedWith(change: Partial<Paper>) {
  const now = { ...paper, ...change };
  const edition = createEdition({
    articles: Object.entries(now.stories).map(([id, rest]) => story(id, rest)),
    sections: [
      { id: 'town', ...now.section, order: 1 },
      { id: 'arts', title: 'Arts', description: 'The arts.', order: 2 },
    ],
    authors: [
      { id: 'reporter', ...now.author, type: 'person', links: [] },
      { id: 'critic', name: 'Critic', type: 'person', links: [] },
    ],
    pages: [{ id: 'about', title: now.standingPage, description: 'About.' }],
    topics: { Bells: { title: now.topicTitle, text: now.topicText, synonyms: [] } },
    moment: new Date(now.moment),
    language: 'en-GB',
  });
  const lists = listsIn(edition);
  const material: PageKeyMaterial<Article> = {
    edition,
    addresses,
    publication: {
      advertising: { houseAds: now.houseAds, slots: now.slots } as Publication['advertising'],
      lists: { related: now.related, mustRead: now.mustRead } as Publication['lists'],
    },
    frontLayout: { breaking: now.breaking },
    nowTopics: now.nowTopics.map((title) => ({ slug: title, title })),
    cards: now.cards,
    adPictures: now.adPictures,
    portrait: ({ id }) => (id === 'reporter' ? now.portrait : undefined),
    facts: {
      // A file's digest changes with all of its content.
      file: ({ id }) => JSON.stringify(now.stories[id]),
      frontmatter: ({ id }) => ({
        ...now.stories[id],
        body: undefined,
        leadImage: now.leadImages[id],
      }),
      picture: ({ id }) => now.leadImages[id],
      versions: ({ id }) => now.versions[id],
      version: ({ id }, number) => now.versions[id]?.slice(number - 1, number + 1),
      links: ({ id }) => now.links[id] ?? [],
    },
    teasersShowWholeStories: now.teasersShowWholeStories,
    textPageOf: textPagesOf(edition, addresses),
  };
  return { edition, lists, keys: createPageKeys(material) };
}

import { defineCollection } from 'astro:content';
import { articleSchema } from './schemas/article.ts';
import { authorSchema } from './schemas/author.ts';
import { frontSchema } from './schemas/front.ts';
import { pageSchema } from './schemas/page.ts';
import { sectionSchema } from './schemas/section.ts';

/** Astro learns the types of the collections here, and no more: the copy is read by the check, once. */
const loader = { name: 'types', load: () => Promise.resolve() };

export const collections = {
  articles: defineCollection({ loader, schema: ({ image }) => articleSchema(image()) }),
  sections: defineCollection({ loader, schema: sectionSchema }),
  authors: defineCollection({ loader, schema: ({ image }) => authorSchema(image()) }),
  pages: defineCollection({ loader, schema: pageSchema }),
  front: defineCollection({ loader, schema: frontSchema }),
};

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const schema = z.object({
  title: z.string(),
  description: z.string(),
  date: z.coerce.date(),
  sections: z.array(z.string()),
  topics: z.array(z.string()),
  authors: z.array(z.string()),
  picture: z.string().optional(),
});

export const collections = {
  posts: defineCollection({ loader: glob({ base: './content', pattern: '*.md' }), schema }),
};

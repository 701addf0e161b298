import { z } from 'zod';
import { articleSchema } from '../schemas/article.ts';
import { authorSchema } from '../schemas/author.ts';
import { frontSchema } from '../schemas/front.ts';
import { pageSchema } from '../schemas/page.ts';
import { redirectsSchema } from '../schemas/redirects.ts';
import { sectionSchema } from '../schemas/section.ts';
import { describedTopicsSchema } from '../schemas/topic.ts';

const picturePath = z.string().trim().min(1);

/** The schema of each kind of file in the content folder: folders of entries, and single files. */
export const copySchemas = {
  articles: articleSchema(picturePath),
  sections: sectionSchema,
  authors: authorSchema(picturePath),
  pages: pageSchema,
  front: frontSchema,
  topics: describedTopicsSchema,
  redirects: redirectsSchema,
} as const;

/** A kind of file in the content folder. */
export type CopyFile = keyof typeof copySchemas;

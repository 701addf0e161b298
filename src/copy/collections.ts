import { basename, dirname, extname } from 'node:path';
import { slug } from 'github-slugger';
import { z } from 'zod';
import { articleSchema } from '../schemas/article.ts';
import { authorSchema } from '../schemas/author.ts';
import { frontSchema } from '../schemas/front.ts';
import { pageSchema } from '../schemas/page.ts';
import { sectionSchema } from '../schemas/section.ts';

const picturePath = z.string().trim().min(1);

/** Whether a file is the text of the folder that it is in. */
export const isIndex = (path: string): boolean => /(?:^|\/)index\.md$/i.test(path);

/**
 * The collections: the folder and the ending of their files, where in the folder a file may be (by its path from
 * there), and the schema that each must match.
 */
export const collections = {
  articles: {
    folder: 'articles',
    ending: '.md',
    mayBeAt: (): boolean => true,
    schema: articleSchema(picturePath),
  },
  sections: {
    folder: 'sections',
    ending: '.yaml',
    mayBeAt: (path: string): boolean => !path.includes('/'),
    schema: sectionSchema,
  },
  authors: {
    folder: 'authors',
    ending: '.yaml',
    mayBeAt: (path: string): boolean => !path.includes('/'),
    schema: authorSchema(picturePath),
  },
  pages: {
    folder: 'pages',
    ending: '.md',
    mayBeAt: (path: string): boolean =>
      !path.includes('/') || (isIndex(path) && path.split('/').length === 2),
    schema: pageSchema,
  },
  /** One file, beside the folders. */
  front: { folder: '', ending: '.yaml', mayBeAt: (): boolean => true, schema: frontSchema },
} as const;
export type Collection = keyof typeof collections;

/** Whether the name of a file or folder has the ending of a collection's files. */
export const hasEnding = (path: string, collection: Collection): boolean =>
  path.toLowerCase().endsWith(collections[collection].ending);

/** The name that gives an entry its id: its file's, without the ending, or its folder's if the file is `index.md`. */
export const nameOf = (file: string): string => {
  const name = basename(file, extname(file));
  return name.toLowerCase() === 'index' ? basename(dirname(file)) : name;
};

/**
 * The id of an entry: its name as a slug. Letters of every script stay (Unicode NFC), spaces become hyphens, and
 * punctuation is dropped.
 */
export const idOf = (file: string): string => {
  const name = nameOf(file);
  // Most names are slugs already.
  return /^[a-z\d-]+$/.test(name) ? name : slug(name.normalize('NFC').trim());
};

import { z } from 'zod';
import { pageWords } from '../language/fields/page.ts';
import { line } from './values.ts';

/** A standing page (about, contact, corrections policy, privacy): `pages/<id>.md`. */
export const pageSchema = z.strictObject({
  title: line(100).meta({ words: pageWords.title }),
  description: line(300).meta({ words: pageWords.description }),
});

export type PageCopy = z.infer<typeof pageSchema>;

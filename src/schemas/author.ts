import { z } from 'zod';
import {
  authorLinkWords,
  authorTypeNames,
  authorWords,
  portraitWords,
} from '../language/fields/author.ts';
import { asPattern, choice, line, rule, webUrl } from './values.ts';

const link = z.strictObject({
  label: line(60).meta({ words: authorLinkWords.label }),
  url: webUrl.meta({ words: authorLinkWords.url }),
});

const altRule = rule('a description of the picture', 'Say in a sentence what the picture shows.');

const account = /^\s*@[\w.-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+(?::\d{1,5})?\s*$/;
const accountRule = rule(
  'an account such as @jane@social.example',
  'Write both @, the name and the server, as the profile page shows them; an international server in ASCII (xn--…).',
);

/**
 * An author: `authors/<id>.yaml`.
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages
 */
export const authorSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z.strictObject({
    name: line(100).meta({ words: authorWords.name }),
    type: choice(authorTypeNames).meta({ words: authorWords.type }),
    role: line(100).optional().meta({ words: authorWords.role }),
    bio: line(1000).optional().meta({ words: authorWords.bio }),
    picture: z
      .strictObject({
        src: picture.meta({ words: portraitWords.src, kind: 'picture' }),
        alt: z
          .string()
          .trim()
          .refine((text) => text !== '', altRule)
          .meta({ words: portraitWords.alt, ...asPattern(/\S/, altRule) }),
      })
      .optional()
      .meta({ words: authorWords.picture }),
    fediverse: z
      .string()
      .trim()
      .refine((text) => account.test(text), accountRule)
      .optional()
      .meta({ words: authorWords.fediverse, ...asPattern(account, accountRule) }),
    links: z.array(link).default([]).meta({ words: authorWords.links }),
  });

/** An author's fields after reading; `Picture` is the type of the picture's `src`. */
export type AuthorCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof authorSchema<z.ZodString>>>,
  'picture'
> & { picture?: { src: Picture; alt: string } | undefined };

import { z } from 'zod';
import { line, link, rule, webUrl } from './values.ts';

const permission = z.enum(['allow', 'disallow']);

/**
 * What machines may do with the paper, said once: `robots.txt`, `license.xml` (RSL), `tdmrep.json` and the headers follow
 * from it. All three are decided together, so that no file has to guess. They are requests: honest crawlers honour them,
 * others ignore them.
 *
 * A sensible choice for a small newsroom, and the one in this paper: disallow training, which takes the text and gives
 * nothing back; allow search and user fetches, which name the paper, link to it and bring readers.
 */
export const rightsSchema = z.strictObject({
  /** Training AI models: crawlers that collect text for it, and text and data mining in the European Union. */
  training: permission,
  /** AI search: crawlers that keep an index for answers with links. */
  search: permission,
  /** AI assistants: fetchers that visit a page because a user asked about it. */
  userFetch: permission,
  /** The page that says how to get permission for the rest: a path on this site, or an https:// address. */
  terms: link
    .refine(
      (text) => /^(?:\/|https:)/i.test(text),
      rule('a path on this site (/licensing/) or an https:// address', 'Write one of these.'),
    )
    .optional(),
  /**
   * The licence under which others may publish the stories that say `republish: true`. Each of them gets a page with the
   * text to copy.
   */
  republish: z
    .strictObject({
      /** Its name: "CC BY-ND 4.0". */
      licence: line(60),
      /** The address of its text. */
      url: webUrl,
      /** What else you ask for, in a sentence or two. */
      terms: line(500).optional(),
    })
    .optional(),
});

export type Rights = z.output<typeof rightsSchema>;

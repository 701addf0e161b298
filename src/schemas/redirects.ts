import { z } from 'zod';
import { path, rule, webUrl } from './values.ts';

const endsInStar = (text: string): boolean => text.endsWith('/*');

/** An address that something had before: a path, with its query where it had one; `/blog/*` is all that was in a folder. */
export const oldAddress = path
  .refine(
    (text) => !text.includes('#'),
    rule('an address without #', 'Leave out # and what follows: no browser sends it to a server.'),
  )
  .refine(
    (text) => !/["<>^`{|}$]|%(?:22|24|3[ce]|5e|60|7[bcd])/i.test(text),
    rule(
      'an address without " < > ^ ` { | } $',
      'Leave it out: the rules of hosts cannot hold it.',
    ),
  )
  .refine(
    (text) => /^[^?]*(?:\?\w+=[\w.~%+-]+(?:&\w+=[\w.~%+-]+)*)?$/.test(text),
    rule('a query of names and values, such as /?p=123', 'Write name=value, with & between two.'),
  )
  .refine(
    (text) => !text.replace(/\/\*$/, '').includes('*') && !/[?].*\*$/.test(text),
    rule('a * at the end alone, after a slash: /blog/*', 'Name the folder, then /* for all in it.'),
  );

const newAddress = z
  .string()
  .trim()
  .refine(
    (text) => [path, webUrl].some((schema) => schema.safeParse(text).success),
    rule('a path on this site (/about/) or an https:// address', 'Write one of these.'),
  )
  .refine(
    (text) => !text.replace(/\/\*$/, '').includes('*'),
    rule('a * at the end alone, after a slash: /archive/*', 'Move it to the end, or leave it out.'),
  );

/**
 * The file `redirects.yaml` in the content folder: an old address and where it leads now. A `*` at the end of the new
 * address stands for what `*` was in the old one.
 */
export const redirectsSchema = z.record(oldAddress, newAddress).superRefine((all, context) => {
  for (const [from, to] of Object.entries(all)) {
    if (!endsInStar(to) || endsInStar(from)) continue;
    context.addIssue({
      code: 'custom',
      path: [from],
      ...rule('an address without *', 'End the old address in /* too, or name one new address.'),
    });
  }
});

import { z } from 'zod';
import { redirectWords } from '../language/fields/redirects.ts';
import { asPattern, path, rule, webUrl } from './values.ts';

const endsInStar = (text: string): boolean => text.endsWith('/*');

/** An old address: a path, with its query if it had one: `/?p=123`. `/blog/*` covers everything in a folder. */
export const oldAddress = path
  .refine(
    (text) => !text.includes('#'),
    rule('an address without #', 'Leave out # and what follows: no browser sends it to a server.'),
  )
  .refine(
    (text) => !/["<>^`{|}$]|%(?:22|24|3[ce]|5e|60|7[bcd])/i.test(text),
    rule(
      'an address without " < > ^ ` { | } $',
      'Leave them out: redirect rules of hosts cannot contain them.',
    ),
  )
  .refine(
    (text) => /^[^?]*(?:\?\w+=[\w.~%+-]+(?:&\w+=[\w.~%+-]+)*)?$/.test(text),
    rule('a query of names and values, such as /?p=123', 'Write name=value, with & between pairs.'),
  )
  .refine(
    (text) => !text.replace(/\/\*$/, '').includes('*') && !/[?].*\*$/.test(text),
    rule(
      'a * only at the end, after a slash: /blog/*',
      'Name the folder, then /* for everything in it.',
    ),
  );

const newAddressRule = rule(
  'a path on this site (/about/) or an https:// address',
  'Write one of these.',
);

const newAddress = z
  .string()
  .trim()
  .refine((text) => [path, webUrl].some((schema) => schema.safeParse(text).success), newAddressRule)
  .refine(
    (text) => !text.replace(/\/\*$/, '').includes('*'),
    rule('a * only at the end, after a slash: /archive/*', 'Move it to the end, or leave it out.'),
  )
  .meta({
    words: redirectWords.to,
    kind: 'address',
    ...asPattern(/^\s*(?:\/(?![/\\])|[Hh][Tt][Tt][Pp][Ss]?:\/\/)[^\s]/, newAddressRule),
  });

/** The file `redirects.yaml` in the content folder: old addresses, and where each leads now. */
export const redirectsSchema = z
  .record(oldAddress.meta({ words: redirectWords.from }), newAddress)
  .superRefine((all, context) => {
    for (const [from, to] of Object.entries(all)) {
      if (!endsInStar(to) || endsInStar(from)) continue;
      context.addIssue({
        code: 'custom',
        path: [from],
        ...rule(
          'an address without *',
          'End the old address with /* too, or give one new address.',
        ),
      });
    }
  })
  .meta({ words: redirectWords.redirects });

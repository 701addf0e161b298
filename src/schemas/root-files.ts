import { z } from 'zod';
import { line, link, moment, rule } from './values.ts';

const mayCome = z.enum(['allow', 'disallow']).optional();

/**
 * Which AI crawlers may read the paper: `allow` or `disallow` for each class. A class that is left out is not
 * mentioned, which allows it. The crawlers of each class are in `src/feeds/ai-crawlers.ts`. robots.txt is a request
 * (RFC 9309): honest crawlers heed it, others don't.
 *
 * What a small newsroom may want, and what this paper chose: no training, which takes the text and gives nothing back;
 * search and user fetch, which name the paper, link to it and bring readers.
 */
export const aiCrawlersSchema = z.strictObject({
  /** Crawlers that collect text to train models with. */
  training: mayCome,
  /** Crawlers that keep an index for answers with links. */
  search: mayCome,
  /** Fetchers that come when a user asks about a page. */
  userFetch: mayCome,
});

const hostOf = (name: string): string | undefined => URL.parse(`https://${name}`)?.hostname;

/** A domain name in any script, kept as DNS knows it (IDNA): `exchange.example`. */
const domain = z
  .string()
  .trim()
  .refine(
    (name) => /^[^\s/:@?#,;]+\.[^\s/:@?#,;]*\D$/.test(name) && hostOf(name) !== undefined,
    rule('a domain name, such as exchange.example', 'Leave out https:// and all after the name.'),
  )
  .transform((name) => hostOf(name) ?? name);

/** One field of a record of ads.txt: no character that would end it. */
const field = z
  .string()
  .trim()
  .refine(
    (text) => /^[^\s\p{C},;#]{1,100}$/u.test(text),
    rule('letters and digits without spaces', 'Copy it from the exchange; leave out , ; and #.'),
  );

/** `ads.txt` (IAB Tech Lab, 1.1): who may sell the paper's advertising. Printed only where it is set. */
export const adsTxtSchema = z.strictObject({
  /** Who may sell it, one record each, as the exchange gives it out. An empty list says that nobody may. */
  sellers: z.array(
    z.strictObject({
      /** The exchange's domain. */
      domain,
      /** Your account's id there. */
      account: field,
      /** DIRECT where the account is yours, RESELLER where somebody else sells for you. */
      relation: z.enum(['DIRECT', 'RESELLER']),
      /** The exchange's id at its certification authority. */
      certification: field.optional(),
    }),
  ),
  /** The domain of the business that owns the paper. */
  ownerDomain: domain.optional(),
  /** Whom to ask about these records: addresses or telephone numbers. */
  contact: z
    .array(
      line(200).refine(
        (text) => !text.includes('#'),
        rule('words without #', 'Leave the # out: what follows it would count as a comment.'),
      ),
    )
    .default([]),
});

const isLanguageTag = (tag: string): boolean => {
  try {
    new Intl.Locale(tag);
    return true;
  } catch {
    return false;
  }
};

/**
 * `.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site. Printed only where it is set; name a way
 * in that somebody reads.
 */
export const securitySchema = z.strictObject({
  /** Ways to reach you, the best first: mailto:, https:// or tel:. */
  contact: z
    .array(
      z
        .string()
        .trim()
        .refine(
          (text) =>
            /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d().-]+)$/i.test(text) &&
            URL.canParse(text),
          rule(
            'an address that starts with mailto:, https:// or tel:',
            'Write one of these, without spaces.',
          ),
        ),
    )
    .min(1),
  /** Until when the rest holds, at most a year ahead: the build refuses a moment that has passed, and warns before. */
  expires: moment,
  /** The languages that you read (BCP 47), all equal: `[uk, en]`. */
  preferredLanguages: z
    .array(
      z
        .string()
        .trim()
        .refine(
          isLanguageTag,
          rule('a language tag (BCP 47), such as uk or en-GB', 'Look the tag up.'),
        ),
    )
    .default([]),
  /** Where you say how you deal with reports: a path on this site, or an https:// address. */
  policy: link
    .refine(
      (text) => /^(?:\/|https:)/i.test(text),
      rule('a path on this site (/security/) or an https:// address', 'Write one of these.'),
    )
    .optional(),
});

/** `humans.txt` (humanstxt.org): the people behind the paper. Printed only where it is set. */
export const humansSchema = z.strictObject({
  /** Who makes it. */
  team: z
    .array(
      z.strictObject({
        /** What they do: "Editor". */
        role: line(60),
        /** Their name. */
        name: line(100),
        /** A way to reach them. */
        contact: line(200).optional(),
        /** Where they are. */
        location: line(100).optional(),
      }),
    )
    .min(1),
  /** Whom they thank. */
  thanks: z.array(line(200)).default([]),
});

export type AiCrawlers = z.output<typeof aiCrawlersSchema>;
export type AdsTxt = z.output<typeof adsTxtSchema>;
export type Security = z.output<typeof securitySchema>;
export type Humans = z.output<typeof humansSchema>;

import { z } from 'zod';
import { line, link, moment, rule } from './values.ts';

const hostOf = (name: string): string | undefined => URL.parse(`https://${name}`)?.hostname;

/** A domain name in any script, converted to its DNS form (IDNA): `exchange.example`. */
const domain = z
  .string()
  .trim()
  .refine(
    (name) => /^[^\s/:@?#,;]+\.[^\s/:@?#,;]*\D$/.test(name) && hostOf(name) !== undefined,
    rule(
      'a domain name, such as exchange.example',
      'Leave out https:// and everything after the name.',
    ),
  )
  .transform((name) => hostOf(name) ?? name);

/** One field of an ads.txt record, without any character that would end it. */
const field = z
  .string()
  .trim()
  .refine(
    (text) => /^[^\s\p{C},;#]{1,100}$/u.test(text),
    rule(
      'letters and digits without spaces',
      'Copy it from the exchange, and leave out , ; and #.',
    ),
  );

/** `ads.txt` (IAB Tech Lab, 1.1): who may sell the paper's advertising. Written only if it is set. */
export const adsTxtSchema = z.strictObject({
  /** Who may sell it, one record each, as the exchange gives it to you. An empty list says that nobody may. */
  sellers: z.array(
    z.strictObject({
      /** The exchange's domain. */
      domain,
      /** Your account's id there. */
      account: field,
      /** DIRECT if the account is yours, RESELLER if somebody else sells for you. */
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
        rule('text without #', 'Leave out the #: what follows it would count as a comment.'),
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
 * `.well-known/security.txt` (RFC 9116): where to report a vulnerability in the site. Written only if it is set; give a
 * contact that somebody reads.
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
  /**
   * When this information expires, at most a year ahead. The build warns beforehand, and refuses a date in the past.
   */
  expires: moment,
  /** The languages that you read (BCP 47), in no particular order: `['uk', 'en']`. */
  preferredLanguages: z
    .array(
      z
        .string()
        .trim()
        .refine(
          isLanguageTag,
          rule('a language tag (BCP 47), such as uk or en-GB', 'Look up the tag.'),
        ),
    )
    .default([]),
  /** The page that says how you handle reports: a path on this site, or an https:// address. */
  policy: link
    .refine(
      (text) => /^(?:\/|https:)/i.test(text),
      rule('a path on this site (/security/) or an https:// address', 'Write one of these.'),
    )
    .optional(),
});

/** `humans.txt` (humanstxt.org): the people behind the paper. Written only if it is set. */
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
  /** Whom they want to thank. */
  thanks: z.array(line(200)).default([]),
});

export type AdsTxt = z.output<typeof adsTxtSchema>;
export type Security = z.output<typeof securitySchema>;
export type Humans = z.output<typeof humansSchema>;

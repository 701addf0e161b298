import { z } from 'zod';
import { line, origin, rule, webUrl } from './values.ts';

const uuid = z
  .string()
  .trim()
  .refine(
    (text) => z.uuid().safeParse(text).success,
    rule(
      'the id of a website, such as 94db1cb1-74f4-4a40-ad6c-962362670409',
      'Copy it from Umami.',
    ),
  );

/**
 * Who counts visits. All of these do without cookies and keep nothing in the reader's browser, so that no reader need be
 * asked; the privacy page names them.
 */
export const analyticsSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('none') }),
  z.strictObject({
    provider: z.literal('plausible'),
    /** The paper's name there: `news.example`. */
    domain: line(253),
    /** Its script; your own server's, if you run one. */
    script: webUrl.default('https://plausible.io/js/script.js'),
  }),
  z.strictObject({
    provider: z.literal('goatcounter'),
    /** Your address there: `https://news.goatcounter.com`, or your own server. */
    server: origin,
  }),
  z.strictObject({
    provider: z.literal('umami'),
    /** Its script: `https://cloud.umami.is/script.js`, or your own server's. */
    script: webUrl.default('https://cloud.umami.is/script.js'),
    /** The paper's id there. */
    website: uuid,
  }),
]);

export type Analytics = z.output<typeof analyticsSchema>;

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
 * The service that counts visits. None of these sets cookies or stores anything in the reader's browser, so no consent
 * is needed. The privacy page names the service.
 */
export const analyticsSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('none') }),
  z.strictObject({
    provider: z.literal('plausible'),
    /** The paper's domain, as registered there: `news.example`. */
    domain: line(253),
    /** The address of its script; set it if you run your own server. */
    script: webUrl.default('https://plausible.io/js/script.js'),
  }),
  z.strictObject({
    provider: z.literal('goatcounter'),
    /** Your address there, `https://news.goatcounter.com`, or that of your own server. */
    server: origin,
  }),
  z.strictObject({
    provider: z.literal('umami'),
    /** The address of its script; set it if you run your own server. */
    script: webUrl.default('https://cloud.umami.is/script.js'),
    /** The paper's website id there, a UUID. */
    website: uuid,
  }),
]);

export type Analytics = z.output<typeof analyticsSchema>;

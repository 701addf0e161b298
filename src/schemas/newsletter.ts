import { z } from 'zod';
import { origin, rule } from './values.ts';

const named = (pattern: RegExp, expected: string) =>
  z
    .string()
    .trim()
    .refine((text) => pattern.test(text), rule(expected, 'Copy it from the service.'));

/** The service that sends the newsletter. Readers sign up with a plain form, which loads nothing from third parties. */
export const newsletterSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('none') }),
  z.strictObject({
    provider: z.literal('buttondown'),
    /** Your user name there. */
    username: named(/^[\w.-]+$/, 'a user name, without spaces'),
  }),
  z.strictObject({
    provider: z.literal('mailchimp'),
    /** The `action` of the form that Mailchimp gives you: `https://….list-manage.com/subscribe/post?u=…&id=…`. */
    form: named(
      /^https:\/\/[\w.-]+\.list-manage\.com\/subscribe\/post\?\S+$/,
      'an address such as https://news.us1.list-manage.com/subscribe/post?u=1&id=2',
    ),
  }),
  z.strictObject({
    provider: z.literal('listmonk'),
    /** Your server's address. */
    server: origin,
    /** The id of the public list: a UUID. */
    list: named(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, 'the id of a list, a UUID'),
  }),
]);

export type Newsletter = z.output<typeof newsletterSchema>;

import { z } from 'zod';
import { rule, webUrl } from './values.ts';

/**
 * IndexNow (indexnow.org): search engines are told which pages changed, as soon as `npm run announce` says so. Written
 * only if it is set.
 */
export const indexNowSchema = z.strictObject({
  /**
   * Any key: 8 to 128 letters, digits and hyphens. It is no secret; a file of its name proves that whoever announces
   * changes may write to the site. `openssl rand -hex 16` makes one up.
   */
  key: z
    .string()
    .trim()
    .refine(
      (key) => /^[A-Za-z\d-]{8,128}$/.test(key),
      rule('8 to 128 letters, digits and hyphens', 'Make one up, or copy the one you have.'),
    ),
  /** Where changes are announced; search engines that take part tell each other. */
  endpoint: webUrl.default('https://api.indexnow.org/indexnow'),
});

export type IndexNow = z.output<typeof indexNowSchema>;

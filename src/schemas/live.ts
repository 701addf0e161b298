import { z } from 'zod';

/** How open pages follow a live story while its coverage runs. */
export const liveSchema = z.strictObject({
  /**
   * How many seconds pass before an open page asks for new entries again, at least 15. Hosts keep what they answer for 15
   * seconds.
   */
  pollSeconds: z.int().min(15).max(3600).default(60),
});

export type Live = z.output<typeof liveSchema>;

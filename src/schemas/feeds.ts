import { z } from 'zod';
import { webUrl } from './values.ts';

/** What the paper's feeds carry. */
export const feedsSchema = z.strictObject({
  /** `full` sends readers of feeds the whole story, `summary` its standfirst alone. */
  content: z.enum(['full', 'summary']).default('full'),
  /**
   * A WebSub hub (W3C) that tells subscribers of new stories at once: `https://pubsubhubbub.appspot.com/`, for example.
   * Whatever publishes the paper must ping it.
   */
  hub: webUrl.optional(),
});

import { z } from 'zod';
import { webUrl } from './values.ts';

/** What the paper's feeds carry. */
export const feedsSchema = z.strictObject({
  /** `full` for whole stories, `summary` for their standfirsts alone. */
  content: z.enum(['full', 'summary']).default('full'),
  /**
   * A WebSub hub (W3C), which notifies subscribers of new stories at once: `https://pubsubhubbub.appspot.com/`, for
   * example. Whatever publishes the paper must ping it.
   */
  hub: webUrl.optional(),
});

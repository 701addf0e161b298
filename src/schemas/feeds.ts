import { z } from 'zod';
import { webUrl } from './values.ts';

/** What the paper's feeds carry. */
export const feedsSchema = z.strictObject({
  /** `full` for whole stories, `summary` for their standfirsts alone. */
  content: z.enum(['full', 'summary']).default('full'),
  /**
   * A WebSub hub (W3C), which notifies subscribers of new stories at once: `https://pubsubhubbub.appspot.com/`, for
   * example. `npm run announce` tells it which feeds changed.
   */
  hub: webUrl.optional(),
});

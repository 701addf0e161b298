import { disqus } from './disqus.ts';
import { giscus } from './giscus.ts';
import { isso } from './isso.ts';
import { remark42 } from './remark42.ts';
import { waline } from './waline.ts';

/** Every comment provider, under the name that a publisher gives in `provider`. Everything else follows from this list. */
export const providers = { waline, isso, remark42, giscus, disqus };

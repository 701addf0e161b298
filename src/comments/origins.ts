import type { Origins } from '../policy-origins.ts';
import type { Comments } from '../schemas/comments.ts';

/** What a page's policy must let through for the provider of its comments, beside the paper's own files. */
export const originsOf = (comments: Comments): Origins => {
  switch (comments.provider) {
    case 'none':
      return {};
    case 'waline':
      return { 'connect-src': [new URL(comments.server).origin] };
    case 'isso': {
      const server = [new URL(comments.server).origin];
      return { 'connect-src': server, 'script-src': server };
    }
    case 'remark42': {
      const server = [new URL(comments.server).origin];
      return { 'connect-src': server, 'frame-src': server, 'script-src': server };
    }
    case 'giscus': {
      const giscus = ['https://giscus.app'];
      return { 'frame-src': giscus, 'script-src': giscus, 'style-src': giscus };
    }
    case 'disqus': {
      const files = 'https://c.disquscdn.com';
      return {
        'connect-src': ['https://links.services.disqus.com'],
        'frame-src': ['https://disqus.com'],
        'img-src': [files, 'https://referrer.disqus.com'],
        'script-src': [`https://${comments.shortname}.disqus.com`, files],
        'style-src': [files],
      };
    }
  }
};

/** Whether a provider, from its frame or script, opens a window to sign in and waits for its answer. */
export const opensWindows = ({ provider }: Comments): boolean =>
  provider === 'remark42' || provider === 'disqus';

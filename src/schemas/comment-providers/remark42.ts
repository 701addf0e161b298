import { line } from '../values.ts';
import { commentProvider, server } from './provider.ts';

/** Remark42 (remark42.com), hosted by you: readers sign in, or write anonymously if you allow it. */
export const remark42 = commentProvider({
  title: 'Remark42',
  settings: {
    /** Its address. */
    server,
    /** The paper's name there, one of its `SITE`. */
    site: line(60),
  },
  example: { server: 'https://comments.news.example', site: 'news' },
  origins: ({ server }) => {
    const sources = [new URL(server).origin];
    return { 'connect-src': sources, 'frame-src': sources, 'script-src': sources };
  },
  hosts: ({ server }) => [new URL(server).host],
  keeps: true,
  opensWindows: true,
  docs: {
    runBy: 'you',
    readersNeed: 'to sign in, or nothing',
    goodToKnow: 'a frame from your server, which may set cookies for readers who sign in',
  },
});

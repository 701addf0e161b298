import { commentProvider, server } from './provider.ts';

/** Waline (waline.js.org), hosted by you: readers write under a name, without an account. */
export const waline = commentProvider({
  title: 'Waline',
  settings: {
    /** Its address; docs/publishers/comments.md says how to run one. */
    server,
  },
  example: { server: 'https://comments.news.example' },
  origins: ({ server }) => ({ 'connect-src': [new URL(server).origin] }),
  hosts: ({ server }) => [new URL(server).host],
  keeps: false,
  runsHere: true,
  docs: {
    runBy: 'you',
    readersNeed: 'a name',
    goodToKnow:
      'form and comments are part of the page; your server sees the IP address of everyone who reads or writes',
  },
});

import { commentProvider, server } from './provider.ts';

/** Isso (isso-comments.de), hosted by you: readers write without an account. */
export const isso = commentProvider({
  title: 'Isso',
  settings: {
    /** Its address. */
    server,
  },
  example: { server: 'https://comments.news.example' },
  origins: ({ server }) => {
    const sources = [new URL(server).origin];
    return { 'connect-src': sources, 'script-src': sources };
  },
  hosts: ({ server }) => [new URL(server).host],
  keeps: true,
  docs: {
    runBy: 'you',
    readersNeed: 'nothing; a name is optional',
    goodToKnow: "runs Isso's script from your server",
  },
});

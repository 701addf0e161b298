import { fileURLToPath } from 'node:url';
import { spokenFor } from '../comments/spoken.ts';
import type { CommentsOf, Provider } from '../schemas/comments.ts';
import { type BrowserScript, printBrowserScript } from './bundle-script.ts';

const adapters = fileURLToPath(new URL('../comments/browser/', import.meta.url));

/**
 * Prints the script of LEAVE A REPLY: what a reader's browser needs of one provider, and nothing of another.
 * @param language the publication's, a BCP 47 tag
 * @param timeZone the publication's, an IANA name
 */
export const printReplyScript = (
  { provider, mail, ...settings }: CommentsOf<Provider>,
  { language, timeZone }: { language: string; timeZone: string },
): Promise<BrowserScript> =>
  printBrowserScript('reply', `${adapters}${provider}.ts`, {
    'virtual:reply': { ...settings, mail, language, timeZone },
    'virtual:reply-words': spokenFor(provider, language),
  });

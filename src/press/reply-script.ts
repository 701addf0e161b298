import { fileURLToPath } from 'node:url';
import { spokenFor } from '../comments/spoken.ts';
import { type CommentsOf, type Provider, providerOf } from '../schemas/comments.ts';
import { type BrowserScript, type PrintScript, printBrowserScript } from './bundle-script.ts';

const adapters = fileURLToPath(new URL('../comments/browser/adapters/', import.meta.url));

/**
 * Bundles the script of LEAVE A REPLY, with the code of one provider only.
 * @param language the publication's, a BCP 47 tag
 * @param timeZone the publication's, an IANA name
 */
export const printReplyScript = (
  { provider, ...settings }: CommentsOf<Provider>,
  { language, timeZone }: { language: string; timeZone: string },
  print: PrintScript = printBrowserScript,
): Promise<BrowserScript> => {
  // A setting that is left out is exported as undefined, so that it can still be imported.
  const names = [...Object.keys(providerOf({ provider })?.settings ?? {}), 'mail'];
  const unset = Object.fromEntries(names.map((name) => [name, undefined]));
  return print('reply', `${adapters}${provider}.ts`, {
    'virtual:reply': { ...unset, ...settings, language, timeZone },
    'virtual:reply-words': spokenFor(provider, language),
  });
};

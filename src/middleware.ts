import { defineMiddleware } from 'astro:middleware';
import { isWriting } from 'virtual:edition';
import { publication } from 'virtual:publication';
import { withoutIdleQuotes } from './lean/idle-quotes.ts';
import { withoutIdleSpaces } from './lean/idle-spaces.ts';
import { withReadableAddresses } from './lean/readable-addresses.ts';
import { withOneStyle, withStyleFirst } from './policy/one-style.ts';
import { partsOf } from './policy/parts.ts';
import { policyOf, withLoaders, withPolicy } from './policy/policy.ts';

const parts = partsOf(publication);

/** Gives every printed page the policy of what is on it; while somebody writes, the server's own scripts have to run. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (isWriting || !isPage) return response;
  const whole = withStyleFirst(withOneStyle(withoutIdleSpaces(await response.text())));
  const html = withoutIdleQuotes(withReadableAddresses(withLoaders(whole)));
  return new Response(withPolicy(html, policyOf(html, parts)), response);
});

import { defineMiddleware } from 'astro:middleware';
import { isWriting } from 'virtual:edition';
import { publication } from 'virtual:publication';
import { printedText } from './astro/page-text.ts';
import { dropIdleQuotes } from './lean/idle-quotes.ts';
import { dropIdleSpaces } from './lean/idle-spaces.ts';
import { makeAddressesReadable } from './lean/readable-addresses.ts';
import { piecesOf } from './lean/tags.ts';
import { joinStyles, putStyleFirst } from './policy/one-style.ts';
import { partsOf } from './policy/parts.ts';
import { policiesWith, putLoaders, withPolicy } from './policy/policy.ts';

const policyOf = policiesWith(partsOf(publication));

/** Gives every printed page the policy of what is on it; while somebody writes, the server's own scripts have to run. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (isWriting || !isPage) return response;
  const pieces = piecesOf(await response.text());
  dropIdleSpaces(pieces);
  joinStyles(pieces);
  putLoaders(pieces);
  makeAddressesReadable(pieces);
  dropIdleQuotes(pieces);
  const policy = policyOf(pieces);
  putStyleFirst(pieces);
  return printedText(withPolicy(pieces.join(''), policy), response);
});

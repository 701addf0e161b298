import { defineMiddleware } from 'astro:middleware';
import { publication, replyScript } from 'virtual:publication';
import { elementsOf } from './policy/elements.ts';
import { inlineOf } from './policy/inline.ts';
import { needsOf } from './policy/needs.ts';
import { partsOf } from './policy/parts.ts';
import { policyFor, withLoaders, withPolicy } from './policy/policy.ts';

const parts = partsOf(publication, replyScript);

/** Gives every printed page the policy of what is on it; while somebody writes, the server's own scripts have to run. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (import.meta.env.DEV || !isPage) return response;
  const html = withLoaders(await response.text());
  const elements = elementsOf(html);
  const policy = policyFor(inlineOf(elements), needsOf(elements, parts));
  return new Response(withPolicy(html, policy), response);
});

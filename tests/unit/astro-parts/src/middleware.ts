import { defineMiddleware } from 'astro:middleware';
import { printedText } from '../../../../src/astro/page-text.ts';

/** Hands pages on as the paper's own middleware does. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  return isPage ? printedText(`${await response.text()}<!-- handed on -->`, response) : response;
});

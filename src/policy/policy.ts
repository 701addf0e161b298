import { afterCharset, replaceModuleScripts } from '../astro/html.ts';
import { elementsOf } from './elements.ts';
import { type Inline, inlineOf } from './inline.ts';
import { needsOf, type Part } from './needs.ts';
import { mergeOrigins, type Origins } from '../policy-origins.ts';

/** What every page needs. Anything else is blocked unless a part declares it. */
const everyPage: Origins = {
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  // Lighthouse and PageSpeed fetch robots.txt from within the page.
  'connect-src': ["'self'"],
};

/**
 * Writes a Content Security Policy (W3C CSP Level 3) that allows only what is listed. Inline scripts and styles are
 * listed by their hashes. `'strict-dynamic'` also allows what a hashed script loads; `'self'` does so for browsers
 * without it.
 * @param inline the hashes of inline scripts and styles
 * @param needs what the parts on the page declare
 */
export const policyFor = (inline: Inline, ...needs: readonly Origins[]): string => {
  const declared = mergeOrigins(everyPage, ...needs);
  const loads = declared['script-src'] ? ["'self'", "'strict-dynamic'"] : [];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    ...declared,
    'script-src': [...new Set([...loads, ...(declared['script-src'] ?? []), ...inline.scripts])],
    'style-src': [...new Set([...(declared['style-src'] ?? []), ...inline.styles])],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';');
};

/** How an inline script begins that loads a file. */
const loader = "document.head.append(Object.assign(document.createElement('script'),";

/** The policy of a page, from its final HTML and the parts of the paper that are on it. */
export const policyOf = (html: string, parts: readonly Part[]): string => {
  const elements = elementsOf(html);
  const hasLoader = elements.some(({ name, text }) => name === 'script' && text.startsWith(loader));
  const ofLoader: Origins = hasLoader ? { 'script-src': ["'self'"] } : {};
  return policyFor(inlineOf(elements), needsOf(elements, parts), ofLoader);
};

/**
 * Replaces each script tag that loads a file with an inline script that loads it: with `'strict-dynamic'`, a policy
 * trusts scripts added by a script with a known hash, but not those in the HTML.
 */
export const withLoaders = (html: string): string =>
  replaceModuleScripts(html, (src) => `<script>${loader}{type:'module',src:'${src}'}))</script>`);

/** Adds the policy to a page as a meta element, early enough to apply, for hosts that send no headers. */
export const withPolicy = (html: string, policy: string): string =>
  afterCharset(html, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);

import { afterCharset, replaceModuleScripts } from '../astro/html.ts';
import { elementsOf } from './elements.ts';
import { type Inline, inlineOf } from './inline.ts';
import { needsOf, type Part } from './needs.ts';
import { mergeOrigins, type Origins } from '../policy-origins.ts';

/** What every page needs of the paper itself: nothing else is let through that a part does not declare. */
const everyPage: Origins = {
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  // Whoever measures pages (Lighthouse, PageSpeed) reads robots.txt in the name of the page.
  'connect-src': ["'self'"],
};

/**
 * Writes a Content Security Policy (W3C CSP Level 3): nothing, but what is named. Scripts and styles in the page are
 * named by their hashes; what a hashed script loads is trusted with it, and `'self'` says the same to browsers that do
 * not know `'strict-dynamic'`.
 * @param inline what stands in the page
 * @param needs what the parts on it declare
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

/** The policy of a page as it is printed, by the parts of the paper that are on it. */
export const policyOf = (html: string, parts: readonly Part[]): string => {
  const elements = elementsOf(html);
  return policyFor(inlineOf(elements), needsOf(elements, parts));
};

/**
 * The page with each script of a file of its own loaded by a script in the page: a policy trusts what a script adds that
 * it knows by its hash (`'strict-dynamic'`), and not what stands in the HTML.
 */
export const withLoaders = (html: string): string =>
  replaceModuleScripts(
    html,
    (src) =>
      `<script>document.head.append(Object.assign(document.createElement('script'),{type:'module',src:'${src}'}))</script>`,
  );

/** The page with its policy in a meta element, as early as it counts, for hosts that send no headers. */
export const withPolicy = (html: string, policy: string): string =>
  afterCharset(html, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);

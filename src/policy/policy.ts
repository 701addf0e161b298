import { afterCharset, replaceModuleScripts } from '../astro/html.ts';
import { piecesOf } from '../lean/tags.ts';
import { elementsOf, type PageElement } from './elements.ts';
import { createHashes, type Inline, inlineOf } from './inline.ts';
import { mattersTo, needsOf, type Part } from './needs.ts';
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

/** How many kinds of markup are remembered at most: many are on every page. */
const remembered = 2_000;

/**
 * Makes the function that finds the policy of a page, from the pieces of its final HTML (see `piecesOf`).
 * @param parts the parts of the paper that may be on it
 */
export const policiesWith = (parts: readonly Part[]): ((pieces: readonly string[]) => string) => {
  const matters = mattersTo(parts);
  const known = new Map<string, PageElement[]>();
  const hashOf = createHashes();
  const elementsIn = (markup: string): PageElement[] => {
    const before = known.get(markup);
    if (before) return before;
    // A copy, because what is cut out of a page holds on to the whole page.
    const own = Buffer.from(markup).toString();
    const found = elementsOf(own);
    if (known.size >= remembered) known.clear();
    known.set(own, found);
    return found;
  };
  return (pieces) => {
    const elements = pieces
      .filter((piece, n) => n % 2 === 1 && matters(piece))
      .flatMap((markup) => elementsIn(markup));
    const hasLoader = elements.some(
      ({ name, text }) => name === 'script' && text.startsWith(loader),
    );
    const ofLoader: Origins = hasLoader ? { 'script-src': ["'self'"] } : {};
    return policyFor(inlineOf(elements, hashOf), needsOf(elements, parts), ofLoader);
  };
};

/** The policy of a page, from its final HTML and the parts of the paper that are on it. */
export const policyOf = (html: string, parts: readonly Part[]): string =>
  policiesWith(parts)(piecesOf(html));

/**
 * Replaces each script tag that loads a file with an inline script that loads it: with `'strict-dynamic'`, a policy
 * trusts scripts added by a script with a known hash, but not those in the HTML.
 */
export const withLoaders = (html: string): string =>
  replaceModuleScripts(html, (src) => `<script>${loader}{type:'module',src:'${src}'}))</script>`);

/**
 * The same for a page in pieces.
 * @param pieces see `piecesOf`; they are changed in place
 */
export const putLoaders = (pieces: string[]): void => {
  for (let n = 1; n < pieces.length; n += 2) {
    const markup = pieces[n] ?? '';
    if (markup.startsWith('<script')) pieces[n] = withLoaders(markup);
  }
};

/** Adds the policy to a page as a meta element, early enough to apply, for hosts that send no headers. */
export const withPolicy = (html: string, policy: string): string =>
  afterCharset(html, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);

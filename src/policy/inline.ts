import { createHash } from 'node:crypto';
import type { PageElement } from './elements.ts';

/** The hashes of inline scripts and styles, by which a policy allows them. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

const hashOf = ({ text }: PageElement): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Makes a function that hashes an element's text once: most scripts and styles are on every page. */
export const createHashes = (): ((element: PageElement) => string) => {
  const known = new WeakMap<PageElement, string>();
  return (element) => {
    const hash = known.get(element) ?? hashOf(element);
    known.set(element, hash);
    return hash;
  };
};

/** Whether a policy applies to a script. It does not for data, which is not run, but it does for speculation rules. */
const isGoverned = ({ attributes: { src, type = 'module' } }: PageElement): boolean =>
  src === undefined && (type === 'module' || type === 'speculationrules');

/**
 * The hashes (CSP Level 3, SHA-256) of the inline scripts and styles in a page. Bodies are sanitised and have neither,
 * so all of them are the paper's own.
 */
export const inlineOf = (elements: readonly PageElement[], hash = hashOf): Inline => ({
  scripts: elements.filter((element) => element.name === 'script' && isGoverned(element)).map(hash),
  styles: elements.filter(({ name }) => name === 'style').map(hash),
});

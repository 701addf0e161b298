import { createHash } from 'node:crypto';
import type { PageElement } from './elements.ts';

/** What stands in a page itself and must be let through by what it is: each by its hash. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

const hashOf = ({ text }: PageElement): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Data in a script is not run, and a policy has no say in it. Rules for speculation are not run, but it has. */
const isRun = ({ attributes: { src, type = 'module' } }: PageElement): boolean =>
  src === undefined && (type === 'module' || type === 'speculationrules');

/**
 * The hashes (CSP Level 3, SHA-256) of the scripts and styles that stand in a page. Bodies are sanitised and hold
 * neither, so that what is found is the paper's own.
 */
export const inlineOf = (elements: readonly PageElement[]): Inline => ({
  scripts: elements.filter((element) => element.name === 'script' && isRun(element)).map(hashOf),
  styles: elements.filter(({ name }) => name === 'style').map(hashOf),
});

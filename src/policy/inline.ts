import { createHash } from 'node:crypto';

/** What stands in a page itself and must be let through by what it is: each by its hash. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const scripts = /<script(?<attributes>[^>]*)>(?<text>[^]*?)<\/script>/g;
const styles = /<style[^>]*>(?<text>[^]*?)<\/style>/g;

/** Data in a script is not run, and a policy has no say in it. Rules for speculation are not run, but it has. */
const isRun = (attributes: string): boolean =>
  !/\bsrc=/.test(attributes) && !/\btype="(?!module"|speculationrules")/.test(attributes);

/**
 * The hashes (CSP Level 3, SHA-256) of the scripts and styles that stand in a page. Bodies are sanitised and hold
 * neither, so that what is found is the paper's own.
 */
export const inlineOf = (html: string): Inline => ({
  scripts: [...html.matchAll(scripts)]
    .filter(({ groups }) => isRun(groups?.['attributes'] ?? ''))
    .map(({ groups }) => hashOf(groups?.['text'] ?? '')),
  styles: [...html.matchAll(styles)].map(({ groups }) => hashOf(groups?.['text'] ?? '')),
});

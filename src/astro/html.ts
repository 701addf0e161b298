/** The tag that Astro writes for a script in a file of its own. */
const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * Replaces every script in a page that has a file of its own.
 * @param replacement makes the new HTML from the script's address
 */
export const replaceModuleScripts = (html: string, replacement: (src: string) => string): string =>
  html.replaceAll(moduleScript, (_, src: string) => replacement(src));

/** Inserts markup right after the charset, which comes first in every head. */
export const afterCharset = (html: string, markup: string): string =>
  html.replace(/<meta charset="utf-8"\/?>/, (charset) => charset + markup);

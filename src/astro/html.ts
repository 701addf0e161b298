/** A script that Astro has given a file of its own, as it stands in a page. */
const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * The page with each script that has a file of its own replaced.
 * @param replacement makes the new HTML from the script's address
 */
export const replaceModuleScripts = (html: string, replacement: (src: string) => string): string =>
  html.replaceAll(moduleScript, (_, src: string) => replacement(src));

/** The page with markup right after its encoding, which stands first in every head. */
export const afterCharset = (html: string, markup: string): string =>
  html.replace(/<meta charset="utf-8"\/?>/, (charset) => charset + markup);

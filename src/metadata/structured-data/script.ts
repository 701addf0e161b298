import type { Thing } from 'schema-dts';

/**
 * Writes the structured data of a page as one JSON-LD script (W3C JSON-LD 1.1), safe inside HTML: no headline can
 * close the script, open a comment in it, or break a line of JavaScript.
 */
export const structuredDataScript = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

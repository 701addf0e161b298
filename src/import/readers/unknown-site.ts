/**
 * Stands for the address of a site that its source does not know (Ghost's export, Markdown), so that links between stories
 * can be told from others. The name can belong to nobody (RFC 2606).
 */
export const unknownSite = 'https://site.invalid';

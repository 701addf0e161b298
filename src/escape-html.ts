/** Text as HTML shows it, in an element or in a quoted attribute (HTML Living Standard, 13.1.2). */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

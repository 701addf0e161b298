/** A text for a query: a slash and a colon may stand in one (RFC 3986), as they do in the same address elsewhere. */
const inQuery = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':');

/**
 * Where readers report a mistake in a story, with the story's address filled in, in its own letters: as the subject of a
 * mail, or as `about` in the query of a page, which a form there can read.
 * @param to a mail address (`mailto:`), a path of this site with its base path, or an address elsewhere
 * @param story the story's path, with the base path, and its absolute address
 */
export const reportLink = (to: string, story: { path: string; address: string }): string => {
  const [target = '', anchor] = to.split('#');
  const isMail = /^mailto:/i.test(target);
  const about = decodeURI(target.startsWith('/') ? story.path : story.address);
  const sign = target.includes('?') ? '&' : '?';
  const query = `${sign}${isMail ? 'subject' : 'about'}=${inQuery(about)}`;
  return target + query + (anchor === undefined ? '' : `#${anchor}`);
};

/**
 * Where readers report a mistake in a story, with the story's address filled in: as the subject of a mail, or as `about`
 * in the query of a page, which a form there can read.
 * @param to a mail address (`mailto:`), a path of this site with its base path, or an address elsewhere
 * @param story the story's path, with the base path, and its absolute address
 */
export const reportLink = (to: string, story: { path: string; address: string }): string => {
  const [target = '', anchor] = to.split('#');
  const isMail = /^mailto:/i.test(target);
  // A path may stand in a query as it is (RFC 3986), and repeats what the page has already.
  const about = target.startsWith('/') ? story.path : encodeURIComponent(story.address);
  const query = `${target.includes('?') ? '&' : '?'}${isMail ? 'subject' : 'about'}=${about}`;
  return target + query + (anchor === undefined ? '' : `#${anchor}`);
};

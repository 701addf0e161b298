const folder = (date) =>
  `${date.getUTCFullYear()}/${String(date.getUTCMonth() + 1).padStart(2, '0')}`;

export default {
  layout: 'post.njk',
  tags: 'posts',
  // Bodies are Markdown alone, so that an address in a template's words would be taken as it stands.
  permalink: ({ page }) => `${folder(page.date)}/${page.fileSlug}/`,
};

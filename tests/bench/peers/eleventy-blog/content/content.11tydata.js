const folder = (date) =>
  `${date.getUTCFullYear()}/${String(date.getUTCMonth() + 1).padStart(2, '0')}`;

export default {
  layout: 'post.njk',
  tags: ['posts'],
  permalink: ({ page }) => `${folder(page.date)}/${page.fileSlug}/`,
};

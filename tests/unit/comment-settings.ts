import type { CommentsOf, Provider } from '../../src/schemas/comments.ts';

const server = 'https://comments.news.example';

/** Every service of comments with all that it must be told. */
export const commentSettings: { [P in Provider]: CommentsOf<P> } = {
  waline: { provider: 'waline', server },
  isso: { provider: 'isso', server },
  remark42: { provider: 'remark42', server, site: 'news' },
  giscus: {
    provider: 'giscus',
    repository: 'news/letters',
    repositoryId: 'R_abc',
    category: 'Announcements',
    categoryId: 'DIC_abc',
  },
  disqus: { provider: 'disqus', shortname: 'news-example' },
};

import rss from '@astrojs/rss';
import { pathOf, posts } from '../stories.ts';

export const GET = () =>
  rss({
    title: 'The Archive',
    description: 'Everything',
    site: 'https://archive.example',
    items: posts.slice(0, 50).map((post) => ({
      title: post.data.title,
      description: post.data.description,
      pubDate: post.data.date,
      link: pathOf(post),
      content: post.rendered?.html ?? '',
    })),
  });

import { addresses, edition, publication } from '../gateway/edition.ts';
import { writeNewsSitemap } from '../feeds/news-sitemap.ts';

export const GET = () =>
  new Response(
    writeNewsSitemap(edition.articles, {
      ...publication,
      moment: edition.moment,
      url: (article) => addresses.absolute(addresses.article(article)),
    }),
    { headers: { 'Content-Type': 'application/xml' } },
  );

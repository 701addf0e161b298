import { sitemapParts } from '../gateway/sitemap-parts.ts';
import { addresses } from '../gateway/edition.ts';
import { writeSitemapIndex } from '../feeds/sitemap.ts';

export const GET = () =>
  new Response(
    writeSitemapIndex(
      sitemapParts.map(({ name, changed }) => ({
        url: addresses.absolute(addresses.sitemapPart(name)),
        changed,
      })),
    ),
    { headers: { 'Content-Type': 'application/xml' } },
  );

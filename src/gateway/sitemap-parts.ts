import { addresses, findable } from './edition.ts';
import { type SitemapPart, writeSitemapParts } from '../feeds/sitemap.ts';
import { plainPicture } from './story-picture.ts';

const written = await Promise.all(
  [...findable()].map(async ([name, pages]) =>
    writeSitemapParts(
      name,
      await Promise.all(
        pages.map(async ({ path, changed, story }) => ({
          url: addresses.absolute(path),
          changed,
          image:
            story?.leadImage &&
            addresses.absolute((await plainPicture(story.leadImage.src, 'story')).src),
        })),
      ),
    ),
  ),
);

/** The sitemaps of this edition, written once per build. */
export const sitemapParts: readonly SitemapPart[] = written.flat();

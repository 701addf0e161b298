import { latest } from '../edition/changed.ts';
import { fitsOneSitemap, type SitemapPart, writeSitemapParts } from '../feeds/sitemap.ts';
import type { FindablePage } from '../lists/findable.ts';
import { addresses, findable, type Story } from './edition.ts';
import { pageKeys } from './page-keys.ts';
import { plainPicture } from './story-picture.ts';

/** A sitemap of this edition. */
interface PlannedPart extends Omit<SitemapPart, 'xml'> {
  /** Decides whether the last one is used again; without one, it is printed in every build. */
  key?: string;
  /** Writes it. Every picture that it names is printed. */
  xml: () => Promise<string>;
}

type Pages = readonly FindablePage<Story>[];

const write = async (name: string, pages: Pages): Promise<SitemapPart[]> =>
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
  );

const plan = async (name: string, pages: Pages): Promise<PlannedPart[]> => {
  if (!fitsOneSitemap(pages.map(({ path }) => addresses.absolute(path)))) {
    return (await write(name, pages)).map((part) => ({
      ...part,
      xml: () => Promise.resolve(part.xml),
    }));
  }
  return [
    {
      name,
      changed: latest(pages.map(({ changed }) => changed)),
      key: pageKeys.sitemap(name, pages),
      xml: async () => (await write(name, pages))[0]?.xml ?? '',
    },
  ];
};

/** The sitemaps of this edition. */
export const sitemapParts: readonly PlannedPart[] = (
  await Promise.all([...findable()].map(([name, pages]) => plan(name, pages)))
).flat();

import { entriesOf } from '../copy/contents.ts';
import { addresses, edition, publication, type Story, words } from './edition.ts';
import { authorData } from '../metadata/structured-data/author.ts';
import type { Image } from '../metadata/structured-data/image.ts';
import { storyData } from '../metadata/structured-data/story.ts';
import { recordOf } from './record.ts';
import { licenceOf } from './republish.ts';
import { cardOf } from './social-card.ts';
import { cropSize } from '../darkroom/crop-size.ts';
import { sizeOf } from './picture-size.ts';
import { printPicture } from './print-picture.ts';
import { publisher } from './publisher.ts';

/**
 * The aspect ratios that search engines ask for (16:9, 4:3 and 1:1); they pick one for each place. A smaller picture is
 * cropped to these shapes, but never enlarged.
 */
const crops = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 1200, height: 1200 },
];

const imagesOf = async (story: Story): Promise<Image[]> => {
  const { leadImage, withdrawn } = story;
  if (withdrawn) return [];
  if (!leadImage) {
    const { path, width, height } = cardOf(addresses.article(story));
    return [{ url: addresses.absolute(path), width, height }];
  }
  const images = crops.map(async (crop): Promise<Image> => {
    const size = cropSize(sizeOf(leadImage.src), crop);
    const options = { fit: 'cover', position: 'attention', format: 'webp' } as const;
    const { src } = await printPicture(leadImage.src, { ...size, ...options });
    return { url: addresses.absolute(src), ...size, ...leadImage.label };
  });
  return Promise.all(images);
};

/** A story's structured data. */
export const storyDataOf = async (story: Story) => {
  const url = addresses.absolute(addresses.article(story));
  const html = story.entry.rendered?.html ?? '';
  const place = edition.series.placeOf(story);
  const recorded = recordOf(story);
  const entries = story.state === undefined ? [] : entriesOf(html);
  return storyData({
    ...story,
    url,
    series: place && {
      name: place.series.title,
      url: addresses.absolute(addresses.series(place.series.id)),
      part: place.part,
    },
    language: publication.language,
    section: edition.section(story.section).title,
    topics: edition.topics.of(story).map(({ title }) => title),
    authors: story.authors.map((id) =>
      authorData(edition.author(id), addresses.absolute(addresses.author(id))),
    ),
    images: await imagesOf(story),
    updates: entries.map(({ id, words, moment }) => ({
      headline: words,
      published: moment,
      url: `${url}#${id}`,
    })),
    changeNames: words.changes,
    publisher,
    license: licenceOf(story)?.url,
    record: recorded && {
      url: addresses.absolute(addresses.changes(story)),
      versions: recorded.versions.length,
    },
  });
};

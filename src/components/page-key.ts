import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cards } from 'virtual:edition';
import { runningAds } from '../advertising/slots.ts';
import { pictureFile } from '../copy/picture-file.ts';
import {
  addresses,
  calendar,
  edition,
  frontLayout,
  publication,
  type Story,
} from '../edition/load.ts';
import { nameOf } from './picture-size.ts';
import { textPageOf } from './text/text-page.ts';

/*
 * The keys by which printed pages of stories are used again (Astro's `cacheKey`). A page is used again if its key, the
 * code and the publication's file are what they were. So a key must hold everything else that the page shows: too much in
 * it costs time, too little prints something that is no longer so.
 */

const digestOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** What stands on every page, or on so many that it is not worth telling them apart. */
const frame = digestOf(
  calendar.isoDay(edition.moment),
  // House advertisements change by the day of UTC.
  edition.moment.toISOString().slice(0, 10),
  runningAds(publication.advertising, edition.moment),
  frontLayout?.breaking,
  frontLayout?.breaking && edition.moment.getTime() < Date.parse(frontLayout.breaking.until),
  edition.sections,
  edition.authors.map(({ picture, ...author }) => [
    author,
    picture && [picture.alt, nameOf(picture.src)],
  ]),
  edition.pages.map(({ id, title }) => [id, title]),
);

const keyOf = (story: Story, ...parts: unknown[]): string =>
  digestOf(frame, cards[addresses.article(story)] ?? cards[addresses.front], ...parts);

/** Pictures of the body by their content: their printed names are known only when the body is printed. */
const bodyPictures = ({ rendered, filePath = '' }: Story['entry']): string[] =>
  (rendered?.metadata?.imagePaths ?? []).map((path) =>
    createHash('sha256')
      .update(readFileSync(pictureFile(path, resolve(filePath))))
      .digest('hex'),
  );

const digests = new WeakMap<Story, string>();

/** All that any page shows of a story: its file, its pictures, the topics as they are spelt now. */
const storyDigest = (story: Story): string => {
  const known =
    digests.get(story) ??
    digestOf(
      story.entry.digest,
      addresses.article(story),
      story.leadImage && nameOf(story.leadImage.src),
      bodyPictures(story.entry),
      edition.topics.of(story).map(({ slug, title }) => [slug, title]),
    );
  digests.set(story, known);
  return known;
};

/** The key of a story's page, which shows others beside it. */
export const storyKey = (story: Story): string =>
  keyOf(
    story,
    storyDigest(story),
    edition.related(story, publication.lists.related).map(storyDigest),
    edition.mustRead(publication.lists.mustRead, story.id).map(storyDigest),
  );

/** The key of a story's page in the text edition: whether its links have text pages depends on other stories. */
export const textKey = (story: Story): string =>
  keyOf(
    story,
    storyDigest(story),
    [...(story.entry.rendered?.html ?? '').matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) =>
      textPageOf(link),
    ),
  );

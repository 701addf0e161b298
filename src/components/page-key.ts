import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cards } from 'virtual:edition';
import { pictures } from 'virtual:publication-pictures';
import { runningAds } from '../advertising/slots.ts';
import { pictureFile } from '../copy/picture-file.ts';
import {
  addresses,
  calendar,
  edition,
  frontLayout,
  publication,
  type Story,
} from '../gateway/edition.ts';
import type { Leaf } from '../edition/leaves.ts';
import type { FollowedList } from './list/feeds.ts';
import { nameOf } from '../gateway/picture-size.ts';
import { textPageOf } from './text/text-page.ts';

/*
 * The keys by which printed pages and feeds are used again (Astro's `cacheKey`, which the desk reads): one is used again
 * if its key, the code and the publication's file are what they were. So a key must hold everything else that it shows:
 * too much in it costs time, too little prints something that is no longer so.
 */

const digestOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** What stands on every page, or on so many that it is not worth telling them apart. */
const frame = digestOf(
  calendar.isoDay(edition.moment),
  // House advertisements change by the day of UTC.
  edition.moment.toISOString().slice(0, 10),
  runningAds(publication.advertising, edition.moment),
  Object.values(pictures).map(nameOf),
  frontLayout?.breaking,
  frontLayout?.breaking && edition.moment.getTime() < Date.parse(frontLayout.breaking.until),
  edition.sections,
  edition.authors.map(({ picture, ...author }) => [
    author,
    picture && [picture.alt, nameOf(picture.src)],
  ]),
  edition.pages.map(({ id, title }) => [id, title]),
);

/** @param path the address by which the page's card is known */
const keyOf = (path: string, ...parts: unknown[]): string =>
  digestOf(frame, cards[path] ?? cards[addresses.front], ...parts);

/** Pictures of the body by their content: their printed names are known only when the body is printed. */
const bodyPictures = ({ rendered, filePath = '' }: Story['entry']): string[] =>
  (rendered?.metadata?.imagePaths ?? []).map((path) =>
    createHash('sha256')
      .update(readFileSync(pictureFile(path, resolve(filePath))))
      .digest('hex'),
  );

const once = (digest: (story: Story) => string): ((story: Story) => string) => {
  const known = new WeakMap<Story, string>();
  return (story) => {
    const found = known.get(story) ?? digest(story);
    known.set(story, found);
    return found;
  };
};

/** All that any page shows of a story: its file, its pictures, the topics as they are spelt now. */
const storyDigest = once((story) =>
  digestOf(
    story.entry.digest,
    addresses.article(story),
    story.leadImage && nameOf(story.leadImage.src),
    bodyPictures(story.entry),
    edition.topics.of(story).map(({ slug, title }) => [slug, title]),
  ),
);

/** All that other pages show of a story: what stands above its body. */
const teaserDigest = once((story) => {
  const { leadImage, ...data } = story.entry.data;
  return digestOf(
    addresses.article(story),
    data,
    leadImage && { ...leadImage, src: nameOf(leadImage.src) },
  );
});

/** The key of a story's page, which shows others beside it. */
export const storyKey = (story: Story): string =>
  keyOf(
    addresses.article(story),
    storyDigest(story),
    edition.related(story, publication.lists.related).map(teaserDigest),
    edition.mustRead(publication.lists.mustRead, story.id).map(teaserDigest),
  );

/** The key of a story's page in the text edition: whether its links have text pages depends on other stories. */
export const textKey = (story: Story): string =>
  keyOf(
    addresses.article(story),
    storyDigest(story),
    [...(story.entry.rendered?.html ?? '').matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) =>
      textPageOf(link),
    ),
  );

/** The key of a page of a list. */
export const listKey = (
  { name, description, path }: { name: string; description: string; path: string },
  { number, count, articles }: Leaf<Story>,
): string => keyOf(path, name, description, path, number, count, articles.map(teaserDigest));

/**
 * The key of a feed. It holds no day: a feed says nothing of the edition that it is printed in.
 * @param list what the feed says of itself
 * @param stories those that it carries; it must carry some, for an empty feed tells its edition's moment
 */
export const feedKey = (list: FollowedList, stories: readonly Story[]): string =>
  digestOf(
    list,
    stories.map((story) => [
      storyDigest(story),
      edition.section(story.section).title,
      story.authors.map((id) => edition.author(id).name),
    ]),
  );

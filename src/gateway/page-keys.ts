import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cards } from 'virtual:edition';
import { astroRoot, teasersShowWholeStories } from 'virtual:publication';
import { pictures } from 'virtual:publication-pictures';
import { pictureFile } from '../copy/picture-file.ts';
import { createPageKeys } from '../page-keys.ts';
import { addresses, edition, frontLayout, publication, type Story, textPageOf } from './edition.ts';
import { nameOf } from './picture-size.ts';

/** Digests of the body's pictures: the names of their published files are known only once the body is rendered. */
const bodyPictures = ({ entry: { rendered, filePath = '' } }: Story): string[] =>
  (rendered?.metadata?.imagePaths ?? []).map((path) =>
    createHash('sha256')
      .update(readFileSync(pictureFile(path, resolve(astroRoot, filePath))))
      .digest('hex'),
  );

const portraits = new Map(edition.authors.map(({ id, picture }) => [id, picture]));

/** The keys of this edition's pages and feeds, which routes pass to Astro. */
export const pageKeys = createPageKeys<Story>({
  edition,
  addresses,
  publication,
  frontLayout,
  cards,
  adPictures: Object.values(pictures).map(nameOf),
  portrait: ({ id }) => {
    const picture = portraits.get(id);
    return picture && [picture.alt, nameOf(picture.src)];
  },
  facts: {
    file: ({ entry }) => String(entry.digest),
    frontmatter: ({ entry: { data } }) => ({
      ...data,
      leadImage: data.leadImage && { ...data.leadImage, src: nameOf(data.leadImage.src) },
    }),
    bodyPictures,
    links: ({ entry }) =>
      [...(entry.rendered?.html ?? '').matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) => link),
  },
  teasersShowWholeStories,
  textPageOf,
});

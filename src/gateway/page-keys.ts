import { basename } from 'node:path';
import { cards, isWriting, record } from 'virtual:edition';
import { teasersShowWholeStories } from 'virtual:publication';
import { pictures } from 'virtual:publication-pictures';
import { createPageKeys, noPageKeys, type PageKeys } from '../page-keys.ts';
import {
  addresses,
  edition,
  frontLayout,
  nowTopics,
  publication,
  type Story,
  textPageOf,
} from './edition.ts';
import { nameOf } from './picture-size.ts';
import { linksOf } from './written.ts';

const portraits = new Map(edition.authors.map(({ id, picture }) => [id, picture]));

const keysOfEdition = (): PageKeys<Story> =>
  createPageKeys<Story>({
    edition,
    addresses,
    publication,
    frontLayout,
    nowTopics,
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
      picture: ({ leadImage }) => leadImage && nameOf(leadImage.src),
      // Its name changes with their words.
      versions: ({ id }) => record[id] && [basename(record[id].file), record[id].versions],
      version: ({ id }, number) => {
        const { versions = [] } = record[id] ?? {};
        return [versions[number - 1], versions[number]?.at];
      },
      links: ({ entry }) => [...linksOf(entry)],
    },
    teasersShowWholeStories,
    textPageOf,
  });

/** The keys of this edition's pages and feeds, which routes pass to Astro. */
export const pageKeys: PageKeys<Story> = isWriting ? noPageKeys : keysOfEdition();

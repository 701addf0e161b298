import { defineCollection } from 'astro:content';
import { moment, readsCopy, withDrafts } from 'virtual:edition';
import {
  base,
  bodiesDir,
  contentDir,
  engine,
  origin,
  paperDir,
  pictureList,
  publication,
} from 'virtual:publication';
import { createAddresses } from './addresses.ts';
import { openCaptions } from './copy/captions.ts';
import { copyLoader, type LoaderSetting } from './copy/loader.ts';
import type { Collection } from './copy/read.ts';
import { createFileFinder, filesBeside } from './darkroom/files-beside.ts';
import { shelvedPictures } from './darkroom/copy-pictures.ts';
import { isShown, type Publishable } from './edition/public.ts';
import { calendarFor } from './language/dates.ts';
import { wordsFor } from './language/words.ts';
import { articleSchema } from './schemas/article.ts';
import { authorSchema } from './schemas/author.ts';
import { frontSchema } from './schemas/front.ts';
import { pageSchema } from './schemas/page.ts';
import { sectionSchema } from './schemas/section.ts';

const calendar = calendarFor(publication.language, publication.timeZone);
const scope = { moment: new Date(moment), withDrafts };
const setting: Omit<LoaderSetting, 'mayPrint'> = {
  moment: scope.moment,
  contentDir,
  paperDir,
  bodiesDir,
  engine,
  words: wordsFor(publication.language),
  link: createAddresses(origin, base, publication.permalink).link,
  entryTime: calendar.time,
  entryDay: calendar.day,
  openCaptions: () => openCaptions(contentDir, publication.language),
  findPictures: shelvedPictures(pictureList),
  findFiles: () => {
    const find = createFileFinder([contentDir, paperDir]);
    return (text, file) => filesBeside(text, file, find);
  },
};
const shownOnly = (data: unknown) => isShown(data as Publishable, scope);
const noLoader = { name: 'types', load: () => Promise.resolve() };
const loader = (collection: Collection, mayPrint: (data: unknown) => boolean = () => true) =>
  readsCopy ? copyLoader(collection, { ...setting, mayPrint }) : noLoader;

export const collections = {
  articles: defineCollection({
    loader: loader('articles', shownOnly),
    schema: ({ image }) => articleSchema(image()),
  }),
  sections: defineCollection({ loader: loader('sections'), schema: sectionSchema }),
  authors: defineCollection({
    loader: loader('authors'),
    schema: ({ image }) => authorSchema(image()),
  }),
  pages: defineCollection({ loader: loader('pages'), schema: pageSchema }),
  front: defineCollection({ loader: loader('front'), schema: frontSchema }),
};

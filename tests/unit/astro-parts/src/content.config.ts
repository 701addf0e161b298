import { defineCollection } from 'astro:content';
import { load as parse } from 'cheerio';
import { keepEntry } from '../../../../src/astro/data-store.ts';
import {
  markedPath,
  pictureAttribute,
  readMark,
  writeMark,
  writtenAttribute,
} from '../../../../src/astro/picture-marks.ts';

const filePath = 'copy/story.md';

/** The first build reads the story; the second reuses it, as the paper's own loader does. */
const load = async ({ store, renderMarkdown, config }) => {
  const kept = store.get('story');
  if (kept) {
    keepEntry(store, kept, filePath);
    return;
  }
  const { html, metadata } = await renderMarkdown('![5 < 6 & "7" > 4](./body.png "A caption")', {
    fileURL: new URL(filePath, config.root),
  });
  const $ = parse(html, null, false);
  const found = readMark($('img').attr(pictureAttribute));
  if (found) $('img').attr(pictureAttribute, writeMark({ ...found, widths: [20, 40] }));
  store.set({
    id: 'story',
    data: {
      lead: { src: markedPath('lead.png') },
      counted: { src: markedPath('./counted.png') },
      found,
      body: $.html().replace(`${pictureAttribute}=`, `${writtenAttribute}=`),
      pictures: metadata?.imagePaths ?? [],
    },
    filePath,
    digest: 'one',
    assetImports: metadata?.imagePaths,
  });
};

export const collections = {
  stories: defineCollection({ loader: { name: 'stories', load } }),
  empty: defineCollection({ loader: { name: 'empty', load: () => Promise.resolve() } }),
};

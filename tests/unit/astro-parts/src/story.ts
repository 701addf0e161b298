import { addEntryPicture } from '../../../../src/astro/entry-pictures.ts';
import { pictureOf } from '../../../../src/astro/picture-metadata.ts';
import { renderedAs } from '../../../../src/astro/rendered.ts';

const { found, body, named, pictures } = globalThis.smallStory;
const [lead, counted, shown] = pictures.map(pictureOf);
const filePath = 'copy';
for (const src of named) addEntryPicture(src, filePath, shown);

/** The story, as an entry that Astro has not read. */
export const story = {
  ...{ collection: 'stories', id: 'story', filePath },
  data: { lead, counted, found },
  rendered: renderedAs({ html: body, pictures: named }),
};

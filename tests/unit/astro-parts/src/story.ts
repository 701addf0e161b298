import { getCollection, getEntry } from 'astro:content';
import { withBody } from '../../../../src/astro/rendered.ts';

/** The story, with a body that the data store does not hold. */
export const readStory = async () => {
  await getCollection('empty');
  const entry = await getEntry('stories', 'story');
  const { body, pictures } = entry.data;
  return withBody(entry, { markdown: '', html: body, pictures });
};

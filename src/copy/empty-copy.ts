import type { Copy } from './read.ts';

/** The copy of a paper in which nothing is written yet: made anew each time, because its lists can be filled. */
export const emptyCopy = (): Copy => ({
  articles: [],
  sections: [],
  authors: [],
  pages: [],
  front: [],
  topics: {},
  series: {},
  redirects: { shown: '', entries: [] },
  mistakes: [],
});

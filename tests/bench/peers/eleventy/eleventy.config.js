const size = 20;

/** Every list in pages of twenty: what a template paginates over. */
const leavesOf = (groups) =>
  [...groups].flatMap(([name, posts]) =>
    Array.from({ length: Math.ceil(posts.length / size) }, (_, n) => ({
      name,
      number: n,
      last: Math.ceil(posts.length / size) - 1,
      posts: posts.slice(n * size, (n + 1) * size),
    })),
  );

const groupedBy = (posts, field) => {
  const groups = new Map();
  for (const post of posts) {
    for (const name of post.data[field]) {
      const group = groups.get(name);
      if (group) group.push(post);
      else groups.set(name, [post]);
    }
  }
  return groups;
};

const newestFirst = (api) => api.getFilteredByTag('posts').reverse();

export default (config) => {
  config.addPassthroughCopy('pictures');
  config.addFilter('iso', (date) => new Date(date).toISOString());
  config.addFilter('day', (date) => new Date(date).toDateString());
  config.addFilter('rfc822', (date) => new Date(date).toUTCString());
  config.addCollection('newest', newestFirst);
  config.addCollection('sectionNames', (api) => [...groupedBy(newestFirst(api), 'sections').keys()].sort());
  for (const field of ['sections', 'topics']) {
    config.addCollection(`${field}Leaves`, (api) => leavesOf(groupedBy(newestFirst(api), field)));
  }
  // By topics shared, the newest first; the groups are made once.
  let byTopic;
  config.on('eleventy.before', () => {
    byTopic = undefined;
  });
  config.addFilter('related', (posts, url, topics) => {
    byTopic ??= groupedBy(posts, 'topics');
    const shared = new Map();
    for (const topic of topics) {
      for (const other of byTopic.get(topic) ?? []) {
        if (other.url !== url) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([a, m], [b, n]) => n - m || b.date - a.date)
      .slice(0, 4)
      .map(([other]) => other);
  });
  return { dir: { output: 'dist' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
};

import { HtmlBasePlugin, IdAttributePlugin, InputPathToUrlTransformPlugin } from '@11ty/eleventy';
import { eleventyImageTransformPlugin } from '@11ty/eleventy-img';
import navigation from '@11ty/eleventy-navigation';
import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';

const site = {
  title: 'The Archive',
  language: 'en',
  base: 'https://archive.example/',
  author: { name: 'The Archive' },
};

/** Tags that only gather pages, and have no page of their own. */
const inner = ['all', 'posts'];

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export default (config) => {
  config.addGlobalData('site', site);
  // Drafts show while somebody writes, and never in a build.
  config.addPreprocessor('drafts', '*', (data) =>
    data.draft && process.env.ELEVENTY_RUN_MODE === 'build' ? false : undefined,
  );
  // Style and scripts of a page, from wherever its templates write them.
  config.addBundle('css', { toFileDirectory: 'dist' });
  config.addBundle('js', { toFileDirectory: 'dist' });
  config.addPlugin(syntaxHighlight);
  config.addPlugin(navigation);
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.addPlugin(IdAttributePlugin);
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed/feed.xml',
    collection: { name: 'posts', limit: 10 },
    metadata: site,
  });
  config.addPlugin(eleventyImageTransformPlugin, {
    formats: ['avif', 'webp', 'auto'],
    failOnError: true,
    htmlOptions: { imgAttributes: { loading: 'lazy', decoding: 'async' } },
  });
  config.addFilter('day', (date) => day.format(date));
  config.addFilter('isoDay', (date) => date.toISOString().slice(0, 10));
  config.addFilter('newest', (posts, count) => posts.slice(-count).reverse());
  config.addFilter('withPages', (tags) => tags.filter((tag) => !inner.includes(tag)));
  config.addFilter('tagsOf', (posts) => [...new Set(posts.flatMap(({ data }) => data.tags))].sort());
  return {
    templateFormats: ['md', 'njk'],
    markdownTemplateEngine: 'njk',
    htmlTemplateEngine: 'njk',
    dir: { output: 'dist' },
  };
};

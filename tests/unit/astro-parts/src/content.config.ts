import { defineCollection } from 'astro:content';

export const collections = {
  stories: defineCollection({ loader: { name: 'types', load: () => Promise.resolve() } }),
};

import type { Plugin } from 'vite';

/**
 * Keeps Astro from bundling, before a build, the packages of a toolbar that only its development server has: it takes
 * time and room.
 */
export const withoutToolbarPackages = (): Plugin => ({
  name: 'without-toolbar-packages',
  configResolved: ({ optimizeDeps, environments }) => {
    const all = [optimizeDeps, ...Object.values(environments).map((each) => each.optimizeDeps)];
    for (const settings of all) settings.include = [];
  },
});

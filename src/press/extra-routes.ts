import type { HookParameters } from 'astro';
import { feedFormats } from '../feeds/formats.ts';
import { openSearchFile } from '../feeds/open-search.ts';
import { rightsFiles } from '../feeds/root-files.ts';
import type { Publication } from '../schemas/publication.ts';

/** Absolute, because Astro resolves a relative entry point from its root, which is not the project's. */
const route = (file: string): URL => new URL(`../pages/${file}`, import.meta.url);

/**
 * Adds the routes that file names in `src/pages/` cannot express: one for each feed format, the small files at the root, and
 * the pages that a publisher asks for.
 */
export const addRoutes = (
  { credits, offlineReading, rights }: Publication,
  injectRoute: HookParameters<'astro:config:setup'>['injectRoute'],
): void => {
  for (const { file } of feedFormats) {
    injectRoute({ pattern: `/[...list]/${file}`, entrypoint: route('_feed.ts') });
  }
  for (const file of [openSearchFile, ...(rights ? rightsFiles(rights) : [])]) {
    injectRoute({ pattern: `/${file}`, entrypoint: route('_root-file.ts') });
  }
  if (credits) injectRoute({ pattern: '/credits', entrypoint: route('_credits.astro') });
  if (offlineReading) {
    injectRoute({ pattern: '/offline', entrypoint: route('_offline.astro') });
  }
};

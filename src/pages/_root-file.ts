import type { APIRoute } from 'astro';
import { rootFileWriters } from '../feeds/root-files.ts';
import { addresses, edition, publication } from '../gateway/edition.ts';
import { wholeTypes } from '../hosts/media-types.ts';

/**
 * A small file at the root of the paper that is no text file. The integration in `press/` adds one route for each, such
 * as `/license.xml`.
 */
export const GET: APIRoute = ({ routePattern }) => {
  const name = routePattern.slice(1);
  const type = wholeTypes[name] ?? wholeTypes[name.slice(name.lastIndexOf('.') + 1)];
  return new Response(rootFileWriters(publication, addresses, edition.moment).get(name)?.() ?? '', {
    headers: { 'Content-Type': type ?? 'application/octet-stream' },
  });
};

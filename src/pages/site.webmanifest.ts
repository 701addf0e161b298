import { colours } from 'virtual:theme';
import { addresses, publication } from '../gateway/edition.ts';
import { manifestOf } from '../metadata/manifest.ts';

export const GET = () =>
  new Response(JSON.stringify(manifestOf(publication, addresses, colours.light.paper)), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });

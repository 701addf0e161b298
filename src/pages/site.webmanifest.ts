import { coloursIn } from '../cards/colours.ts';
import { addresses, publication } from '../gateway/edition.ts';
import { manifestOf } from '../metadata/manifest.ts';
import tokens from '../styles/tokens.css?raw';

export const GET = () =>
  new Response(JSON.stringify(manifestOf(publication, addresses, coloursIn(tokens).paper)), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });

import { addresses, publication } from '../edition/load.ts';
import { manifestOf, paperColour } from '../metadata/manifest.ts';
import tokens from '../styles/tokens.css?raw';

export const GET = () =>
  new Response(JSON.stringify(manifestOf(publication, addresses, paperColour(tokens))), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });

import type { Origins } from '../policy-origins.ts';

/**
 * What Google's networks need besides the scripts that their own script loads: frames for advertisements, and the
 * pixels that count views. Advertisements run in frames from other origins, under policies of their own.
 */
export const networkOrigins: Origins = {
  'script-src': ['https://pagead2.googlesyndication.com', 'https://securepubads.g.doubleclick.net'],
  'frame-src': [
    'https://googleads.g.doubleclick.net',
    'https://tpc.googlesyndication.com',
    'https://*.safeframe.googlesyndication.com',
  ],
  'img-src': ['https://pagead2.googlesyndication.com', 'https://securepubads.g.doubleclick.net'],
  'connect-src': [
    'https://pagead2.googlesyndication.com',
    'https://securepubads.g.doubleclick.net',
  ],
};

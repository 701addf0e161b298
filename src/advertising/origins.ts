import type { Origins } from '../policy-origins.ts';

/**
 * What Google's networks need, beside the scripts that theirs loads: frames for what they show, and the pixels by which
 * they count. What they show runs in frames of other origins, under policies of their own.
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

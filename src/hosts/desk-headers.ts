import { deskPolicy, previewPolicy, previewSandbox } from '../policy/desk-policy.ts';
import { framedByNobody } from '../policy/site-policy.ts';
import { caching, type HeaderRule } from './headers.ts';

/** The folder of the desk, and the one in it of the page that shows a story in a frame. */
export const deskFolder = 'desk';
export const previewFolder = 'preview';

/** What is in the folder besides the preview, and the files that are named after their content. */
const pages = ['', 'index.html', 'paper.json', 'story.css'].map((name) => `${deskFolder}/${name}`);

/**
 * The headers of the desk, which take the place of the paper's own below `desk/`: no page of the paper is sent with
 * another header because of them.
 * @param forge the addresses that its page talks to
 * @param opensWindows whether it signs people in through a window of its own, and waits for the answer
 */
export const deskHeaders = (forge: readonly string[], opensWindows: boolean): HeaderRule[] => [
  {
    // Each by its name, because Netlify takes `/desk/*` for `/desktop/` too.
    paths: [...pages, `${deskFolder}/${previewFolder}/*`, `${deskFolder}/files/*`],
    headers: {
      'Content-Security-Policy': `${deskPolicy(forge)};${framedByNobody}`,
      'Cross-Origin-Opener-Policy': opensWindows ? 'unsafe-none' : 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
      ...caching.revalidated,
    },
  },
  {
    paths: [`${deskFolder}/${previewFolder}/*`],
    headers: {
      'Content-Security-Policy': `${previewPolicy};frame-ancestors 'self';sandbox ${previewSandbox}`,
      'X-Frame-Options': 'SAMEORIGIN',
    },
  },
  { paths: [`${deskFolder}/files/*`], headers: caching.immutable },
];

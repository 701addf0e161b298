import { previewPolicy } from '../policy/desk-policy.ts';

/**
 * The page that the desk shows a story in, as a frame: it is empty, and `showInFrame` fills it in. It has a policy of
 * its own, because printed pages have their style inline.
 */
export const previewHtml = [
  '<!doctype html>',
  '<html>',
  '<head>',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${previewPolicy}">`,
  '<meta name="robots" content="noindex, nofollow">',
  '<title>Preview</title>',
  '</head>',
  '<body></body>',
  '</html>',
  '',
].join('\n');

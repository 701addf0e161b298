import { parsed, textIn } from './tree.ts';

/** Replaces HTML's character references by what they stand for, once. Tags stay as they are. */
export const decodeHtml = (text: string): string =>
  text.includes('&') ? textIn(parsed(text.replaceAll('<', '&lt;'))) : text;

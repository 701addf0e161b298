/**
 * Characters that no reader sees, left by editors and converters. Those that join or part the words of some scripts stay,
 * and so do soft hyphens.
 */
const invisible =
  // eslint-disable-next-line no-control-regex -- They are what is to be removed.
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFF9-\uFFFB]|(?<![\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF])\u200B/g;

/** Words as they are shown, without what nobody sees. */
export const cleanText = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(invisible, '')
    .replaceAll(/[\u0085\u2028\u2029]/g, ' ');

const element = /<style>((?:(?!<\/style>)[\s\S])*)<\/style>/g;
const neighbours = /(?:<style>(?:(?!<\/style>)[\s\S])*<\/style>){2,}/g;

/**
 * Makes one style element of those that follow one another: a policy needs a hash for each, which is fifty bytes that
 * no compression shortens.
 */
export const withOneStyle = (html: string): string =>
  html.replaceAll(
    neighbours,
    (all) =>
      `<style>${[...all.matchAll(element)].map(([, css = '']) => css.trim()).join('')}</style>`,
  );

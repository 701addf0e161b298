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

/**
 * Moves a page's style before its title. Compression finds the headline and the addresses of the head again in the body,
 * and the fewer bytes lie between, the less each of them costs.
 */
export const withStyleFirst = (html: string): string => {
  const [style] = /<style>[\s\S]*?<\/style>/.exec(html.slice(0, html.indexOf('</head>'))) ?? [];
  if (style === undefined) return html;
  return html.replace(style, () => '').replace('<title>', (title) => style + title);
};

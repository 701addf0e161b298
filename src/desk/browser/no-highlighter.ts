/** Stands for the highlighter of code that Astro’s Markdown can use and the paper does not. */
export const createShikiHighlighter = (): never => {
  throw new Error('The paper does not highlight code.');
};

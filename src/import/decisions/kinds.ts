import type { Kind } from '../../schemas/kinds.ts';

/** Names of categories that say what kind of story is in them, in the languages of the paper. */
const signs: Partial<Record<Kind, RegExp>> = {
  sponsored:
    /^(?:sponsored(?:-.*)?|partner(?:ed)?-content|paid(?:-post|-content)?|advertorials?|promoted|brand-content|реклама|партнерськ.*|спонсор.*|publi-?reportage)$/u,
  opinion:
    /^(?:opinions?|editorials?|op-?eds?|columns?|columnists?|comment(?:ary)?|letters?|blogs?|думк[аи]|погляди?|колонк[аи]|tribunes?|éditos?|chroniques?|رأي|مقالات)$/u,
  analysis: /^(?:analys[ie]s|аналітика|analyses?|تحليلات?)$/u,
  explainer: /^(?:explainers?|explained|пояснення|décryptages?)$/u,
};

/**
 * The kind of the stories in a category, by its slug or its name.
 * @param names decoded slugs, as ids are made
 */
export const kindOfSection = (names: readonly string[]): Kind | undefined => {
  for (const [kind, pattern] of Object.entries(signs)) {
    if (names.some((name) => pattern.test(name))) return kind as Kind;
  }
  return undefined;
};

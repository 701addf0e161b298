/**
 * The components that a theme may replace, by name, each with the path of the default in `src/`. Their props are
 * documented in the `Props` of each. docs/publishers/theme.md has the list for publishers.
 */
export const replaceable = {
  Masthead: 'components/masthead/Masthead.astro',
  Breadcrumb: 'components/masthead/Breadcrumb.astro',
  Footer: 'components/Footer.astro',
  Block: 'components/front/Block.astro',
  Teaser: 'components/front/Teaser.astro',
  ArticleHead: 'components/article/ArticleHead.astro',
  Byline: 'components/article/Byline.astro',
  BeforeArticle: 'components/article/BeforeArticle.astro',
  AfterArticle: 'components/article/AfterArticle.astro',
  Share: 'components/furniture/Share.astro',
  StayConnected: 'components/furniture/StayConnected.astro',
  MustRead: 'components/furniture/MustRead.astro',
  RelatedNews: 'components/furniture/RelatedNews.astro',
} as const;

/** Those that are given stories on pages that are not the stories' own, directly or as parts of another component. */
export const listingComponents = [
  'Block',
  'Teaser',
  'Byline',
  'MustRead',
  'RelatedNews',
] as const satisfies (keyof typeof replaceable)[];

export type ComponentName = keyof typeof replaceable;

/** The names in the order in which documentation and mistakes list them. */
export const componentNames = Object.keys(replaceable) as ComponentName[];

/** Whether a theme may replace a component of that name. */
export const isReplaceable = (name: string): name is ComponentName =>
  Object.hasOwn(replaceable, name);

/**
 * What a theme's components may import from the engine, by its name after `bevolve-news/`, each with its file in
 * `src/`.
 */
export const importable: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(replaceable).map(([name, file]) => [`components/${name}.astro`, file]),
  ),
  'components/StoryPicture.astro': 'components/StoryPicture.astro',
  'components/ThemeToggle.astro': 'components/masthead/ThemeToggle.astro',
  'components/ConsentAgain.astro': 'components/consent/ConsentAgain.astro',
  'paper.ts': 'gateway/paper.ts',
  'edition.ts': 'gateway/edition.ts',
};

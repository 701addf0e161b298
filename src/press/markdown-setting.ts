import { satteri } from '@astrojs/markdown-satteri';
import { percentSignsStay } from '../astro/picture-paths.ts';
import { markdownSettings } from '../copy/markdown.ts';
import { wordsFor } from '../language/words.ts';

/**
 * How Astro's configuration has Markdown rendered.
 * @param language the paper's, a BCP 47 tag
 */
export const markdownSetting = (language = 'en') => ({
  syntaxHighlight: false as const,
  processor: satteri({
    ...markdownSettings(wordsFor(language)),
    mdastPlugins: [percentSignsStay],
  }),
});

import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { Words } from '../language/words.ts';
import { markdownSettings } from './markdown.ts';
import { withPlainSigns } from './plain-signs.ts';
import { sanitiseBody } from './sanitise.ts';
import type { BodySetting } from './typeset.ts';

/** A body as HTML: as Markdown makes it, and as it is printed. */
export interface RenderedTwice {
  raw: string;
  printed: string;
}

/** Renders bodies as the build does, without Astro: for the check, and for tests. */
export const createBodyRenderer = (
  words: Words,
): ((markdown: string, setting: BodySetting) => Promise<RenderedTwice>) => {
  const processor = createSatteriMarkdownProcessor({
    syntaxHighlight: false,
    ...markdownSettings(words),
  });
  return async (markdown, setting) => {
    const { code } = await (await processor).render(withPlainSigns(markdown).markdown);
    return { raw: code, printed: sanitiseBody(code, setting) };
  };
};

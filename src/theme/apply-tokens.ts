import type { Container, Plugin } from 'postcss';
import type { Theme } from './read-theme.ts';
import { isRootRule } from './stylesheet.ts';

/** Removes a rule that has no declarations left. */
const dropEmpty = (container: Container | undefined): void => {
  if (container?.nodes?.length === 0) container.remove();
};

/**
 * A PostCSS plugin that replaces the engine's tokens with the theme's, so that no page has a colour twice. The tokens
 * are then removed from the theme's own layer.
 * @param inLatin whether the paper's script is Latin, the only one that the engine's own typeface has letters of
 */
export const applyTokens = ({ tokens, headlineFont }: Theme, inLatin: boolean): Plugin => ({
  postcssPlugin: 'theme-tokens',
  Once: (stylesheet) => {
    stylesheet.walkAtRules('layer', (layer) => {
      if (layer.params !== 'tokens' && layer.params !== 'theme') return;
      if (layer.params === 'tokens' && !inLatin)
        layer.walkRules('.latin', (rule) => void rule.remove());
      layer.walkDecls((declaration) => {
        const value = tokens.get(declaration.prop);
        const { parent } = declaration;
        if (value === undefined || parent?.type !== 'rule') return;
        const isRoot = parent.parent === layer && isRootRule(parent);
        if (layer.params === 'tokens' && isRoot) declaration.value = value;
        // A token that the engine sets for some languages only would override the theme's.
        else if (layer.params === 'tokens' || isRoot) declaration.remove();
        dropEmpty(parent);
      });
    });
    const families = tokens.get('--headline');
    if (families === undefined ? inLatin : headlineFont?.own) return;
    // The engine's own typeface is no longer needed.
    stylesheet.walkAtRules('font-face', (face) => {
      const isOwn = face.parent?.type === 'root';
      if (isOwn && face.toString().includes('@fontsource/')) face.remove();
    });
  },
});

import type { Container, Plugin } from 'postcss';
import type { Theme } from './read-theme.ts';
import { isRootRule } from './stylesheet.ts';

/** @param container the block of a rule that may be left without a declaration */
const dropEmpty = (container: Container | undefined): void => {
  if (container?.nodes?.length === 0) container.remove();
};

/**
 * A plugin for PostCSS that puts the tokens of a theme in the place of the engine's own, so that no page carries a colour
 * twice. Of the theme's layer only what is no token is left.
 */
export const applyTokens = ({ tokens, headlineFont }: Theme): Plugin => ({
  postcssPlugin: 'theme-tokens',
  Once: (stylesheet) => {
    stylesheet.walkAtRules('layer', (layer) => {
      if (layer.params !== 'tokens' && layer.params !== 'theme') return;
      layer.walkDecls((declaration) => {
        const value = tokens.get(declaration.prop);
        const { parent } = declaration;
        if (value === undefined || parent?.type !== 'rule') return;
        const isRoot = parent.parent === layer && isRootRule(parent);
        if (layer.params === 'tokens' && isRoot) declaration.value = value;
        // A token for some languages alone would win over the one of the theme.
        else if (layer.params === 'tokens' || isRoot) declaration.remove();
        dropEmpty(parent);
      });
    });
    const families = tokens.get('--headline');
    if (families === undefined || headlineFont?.own) return;
    // The engine's own typeface is not needed any more.
    stylesheet.walkAtRules('font-face', (face) => {
      const isOwn = face.parent?.type === 'root';
      if (isOwn && face.toString().includes('@fontsource/')) face.remove();
    });
  },
});

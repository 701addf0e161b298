import { readTheme } from '../src/theme/read-theme.ts';
import type { Palette } from '../src/theme/tokens.ts';

/**
 * The colours of a paper in the light scheme.
 * @param themeDir the folder of its theme; by default the engine's own colours
 * @throws when the theme's colours have mistakes
 */
export const paletteOf = async (themeDir = 'no-theme'): Promise<Palette> => {
  const { theme } = await readTheme(themeDir);
  if (!theme) throw new Error(`The colours of ${themeDir} have mistakes.`);
  return theme.colours.light;
};

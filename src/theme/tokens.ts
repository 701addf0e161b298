import { readColour } from '../schemas/colour.ts';

/** The colours of a paper: their names in code, and the custom properties that hold them. */
export const colourTokens = {
  paper: '--paper',
  panel: '--panel',
  ink: '--ink',
  inkSoft: '--ink-soft',
  rule: '--rule',
  ruleStrong: '--rule-strong',
  signal: '--signal',
  link: '--link',
} as const;

/** The typefaces of a paper, and its measures. */
const otherTokens = [
  '--headline',
  '--text',
  '--label',
  '--accent',
  '--size-lead',
  '--size-second',
  '--size-card',
  '--size-brief',
  '--size-label',
  '--size-body',
  '--gap',
  '--gutter',
  '--measure',
  '--width',
] as const;

/** Every token that a theme may set, in the order of `src/styles/tokens.css`. */
export const tokenNames: readonly string[] = [...Object.values(colourTokens), ...otherTokens];

type ColourName = keyof typeof colourTokens;

/** The colours of a paper in one scheme, each as `#rgb` or `#rrggbb`. */
export type Palette = Readonly<Record<ColourName, string>>;

/** The colours of a paper in both schemes. */
export interface Palettes {
  light: Palette;
  dark: Palette;
}

/** Whether a custom property holds a colour of the paper. */
export const isColourToken = (token: string): boolean =>
  Object.values<string>(colourTokens).includes(token);

/**
 * The palettes of a set of tokens.
 * @throws if a token is missing or not a colour; `readTheme` reports that first
 */
export const palettesOf = (tokens: ReadonlyMap<string, string>): Palettes => {
  const read = Object.entries(colourTokens).map(([name, token]) => {
    const colour = readColour(tokens.get(token) ?? '');
    if (!colour) throw new Error(`${token} is not a colour.`);
    return [name, colour] as const;
  });
  const palette = (scheme: 'light' | 'dark') =>
    Object.fromEntries(read.map(([name, colour]) => [name, colour[scheme]])) as Palette;
  return { light: palette('light'), dark: palette('dark') };
};

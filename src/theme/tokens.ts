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

/** How the value of a colour token must be written: social cards and the manifest understand nothing else. */
export const colourRule = {
  expected: 'a colour such as #a81e1e, or light-dark(#a81e1e, #ff8d80)',
  fix: 'Write the colour as # and six hexadecimal digits: one for both schemes, or one for each.',
};

const hexadecimal = '#(?:[\\da-f]{6}|[\\da-f]{3})';
const both = new RegExp(`^(${hexadecimal})$`, 'i');
const each = new RegExp(`^light-dark\\(\\s*(${hexadecimal})\\s*,\\s*(${hexadecimal})\\s*\\)$`, 'i');

/**
 * Reads a colour for the light and the dark scheme.
 * @returns undefined if the value is not a colour, or is written in a way that only a browser understands
 */
export const readColour = (value: string): { light: string; dark: string } | undefined => {
  const [, light, dark = light] = both.exec(value) ?? each.exec(value) ?? [];
  return light && dark ? { light, dark } : undefined;
};

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

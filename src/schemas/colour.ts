import { z } from 'zod';
import { asPattern, rule } from './values.ts';

/** How a colour must be written: social cards and the manifest understand nothing else. */
export const colourRule = {
  expected: 'a colour such as #a81e1e, or light-dark(#a81e1e, #ff8d80)',
  fix: 'Write the colour as # and six hexadecimal digits: one for both schemes, or one for each.',
};

const hexadecimal = '#(?:[\\dA-Fa-f]{6}|[\\dA-Fa-f]{3})';
const pattern = new RegExp(
  `^(?:(${hexadecimal})|light-dark\\(\\s*(${hexadecimal})\\s*,\\s*(${hexadecimal})\\s*\\))$`,
);

/** A colour for the light and the dark scheme, each as `#rgb` or `#rrggbb`. */
export interface Colour {
  light: string;
  dark: string;
}

/**
 * Reads a colour for the light and the dark scheme.
 * @returns undefined if the value is not a colour, or is written in a way that only a browser understands
 */
export const readColour = (value: string): Colour | undefined => {
  const [, both, light = both, dark = both] = pattern.exec(value) ?? [];
  return light && dark ? { light, dark } : undefined;
};

const broken = rule(colourRule.expected, colourRule.fix);

/** A colour, as a theme writes one. */
export const colour = z
  .string()
  .refine((text) => readColour(text) !== undefined, broken)
  .meta({ kind: 'line', ...asPattern(pattern, broken) });

import type { Mistake } from '../copy/mistakes.ts';
import type { Colour } from '../schemas/colour.ts';
import { colourTokens, type Palette, type Palettes } from './tokens.ts';

/** The minimum contrast at which people with low vision can read text (WCAG 2.2, 1.4.3, level AA). */
export const leastContrast = 4.5;

/** A colour's relative luminance (WCAG 2.2), from `#rgb` or `#rrggbb`. */
const luminance = (colour: string): number => {
  const digits = colour.length === 4 ? colour.replaceAll(/[\da-f]/gi, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = parseInt(digits.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** A contrast ratio to one decimal place, rounded down: none reaches a limit by rounding. */
export const ratioInWords = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

const texts = ['ink', 'inkSoft', 'signal', 'link'] as const;

const ofScheme = (
  shown: string,
  scheme: string,
  palette: Palette,
  accent: string | undefined,
): Mistake[] =>
  [
    ...texts.map((text) => [colourTokens[text], palette[text]] as const),
    ...(accent === undefined ? [] : [['--accent', accent] as const]),
  ].flatMap(([field, colour]) =>
    (['paper', 'panel'] as const)
      .map((ground) => ({ ground, ratio: contrast(colour, palette[ground]) }))
      .filter(({ ratio }) => ratio < leastContrast)
      .map(({ ground, ratio }) => ({
        file: shown,
        field,
        found: `${colour} on the ${scheme} ${colourTokens[ground]} ${palette[ground]}, a contrast of ${ratioInWords(ratio)}`,
        expected: `a contrast of at least ${leastContrast} (WCAG 2.2, AA)`,
        fix: 'Make one of the two lighter or darker.',
      })),
  );

/**
 * Warns of text colours that are hard to read.
 * @param accent the colour of sections without one of their own, if it is not one of the palettes'
 */
export const contrastWarnings = (
  shown: string,
  { light, dark }: Palettes,
  accent?: Colour,
): Mistake[] => [
  ...ofScheme(shown, 'light', light, accent?.light),
  ...ofScheme(shown, 'dark', dark, accent?.dark),
];

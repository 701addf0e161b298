import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { readColour } from '../schemas/colour.ts';
import { contrast, leastContrast, ratioInWords } from '../theme/contrast.ts';
import { colourTokens, type Palettes } from '../theme/tokens.ts';

const schemes = ['light', 'dark'] as const;
const grounds = ['paper', 'panel'] as const;

/** Finds colours of sections that are hard to read on the paper's own: words above headlines are set in them. */
export const accentMistakes = (
  { sections }: Pick<Copy, 'sections'>,
  palettes: Palettes,
): Mistake[] =>
  sections.flatMap(({ shown: file, data: { accent } }) => {
    const colour = readColour(accent ?? '');
    if (!colour) return [];
    return schemes.flatMap((scheme) =>
      grounds
        .map((ground) => ({ ground, ratio: contrast(colour[scheme], palettes[scheme][ground]) }))
        .filter(({ ratio }) => ratio < leastContrast)
        .map(({ ground, ratio }) => ({
          file,
          field: 'accent',
          found: `${colour[scheme]} on the ${scheme} ${colourTokens[ground]} ${palettes[scheme][ground]}, a contrast of ${ratioInWords(ratio)}`,
          expected: `a contrast of at least ${String(leastContrast)} (WCAG 2.2, AA)`,
          fix: `Make the ${scheme} colour ${scheme === 'light' ? 'darker' : 'lighter'}; to have one for each scheme, write light-dark(#1d5c63, #7cc4cc).`,
        })),
    );
  });

import type { Palette } from '../theme/tokens.ts';

/** The colours of a card, for SVG. */
export interface Colours {
  paper: string;
  /** Under what is transparent in a picture. */
  panel: string;
  ink: string;
  soft: string;
  rule: string;
}

/** The colours of a card, from those of the paper. */
export const cardColours = ({ paper, panel, ink, inkSoft, ruleStrong }: Palette): Colours => ({
  paper,
  panel,
  ink,
  soft: inkSoft,
  rule: ruleStrong,
});

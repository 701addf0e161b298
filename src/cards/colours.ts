/** The colours of a card, for SVG. */
export interface Colours {
  paper: string;
  /** Under what is transparent in a picture. */
  panel: string;
  ink: string;
  soft: string;
  rule: string;
  signal: string;
}

/**
 * Reads a card's colours from the publisher's tokens: those of the light scheme.
 * @param css the text of `src/styles/tokens.css`
 * @throws when a token is not there or is not written in hexadecimal
 */
export const coloursIn = (css: string): Colours => {
  const colourOf = (token: string): string => {
    const value = new RegExp(`${token}:([^;]+);`).exec(css)?.[1]?.trim();
    const light = value && (/^light-dark\(([^,]+),/.exec(value)?.[1]?.trim() ?? value);
    if (light && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(light)) return light;
    throw new Error(
      `src/styles/tokens.css: ${token} is ${light ?? 'not there'}; social cards need a colour such as #16181b.`,
    );
  };
  return {
    paper: colourOf('--paper'),
    panel: colourOf('--panel'),
    ink: colourOf('--ink'),
    soft: colourOf('--ink-soft'),
    rule: colourOf('--rule-strong'),
    signal: colourOf('--signal'),
  };
};

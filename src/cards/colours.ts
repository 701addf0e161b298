/** The colours of a card, for SVG. */
export interface Colours {
  paper: string;
  /** Under what is transparent in a picture. */
  sheet: string;
  ink: string;
  soft: string;
  rule: string;
  signal: string;
}

/** The token of each. */
const tokens: Record<keyof Colours, string> = {
  paper: '--paper',
  sheet: '--sheet',
  ink: '--ink',
  soft: '--ink-soft',
  rule: '--rule-strong',
  signal: '--signal',
};

/**
 * Reads a card's colours from the publisher's tokens: those of the light scheme.
 * @param css the text of `src/styles/tokens.css`
 * @throws when a token is not there or is not written in hexadecimal
 */
export const coloursIn = (css: string): Colours => {
  const colourOf = (token: string): string => {
    const value = new RegExp(`${token}:\\s*(?:light-dark\\(\\s*)?([^,;)]+)`).exec(css)?.[1]?.trim();
    if (value && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value)) return value;
    throw new Error(
      `src/styles/tokens.css: ${token} is ${value ?? 'not there'}; social cards need a colour such as #16181b.`,
    );
  };
  return {
    paper: colourOf(tokens.paper),
    sheet: colourOf(tokens.sheet),
    ink: colourOf(tokens.ink),
    soft: colourOf(tokens.soft),
    rule: colourOf(tokens.rule),
    signal: colourOf(tokens.signal),
  };
};

/** Windows-1252 from 0x80 to 0x9F, as browsers read it (WHATWG Encoding): undefined bytes are control characters. */
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const bytes = new Map(Array.from(special, (character, index) => [character, 0x80 + index]));

/** The character of a byte. */
export const characterOf = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? special.charAt(byte - 0x80) : String.fromCharCode(byte);

/** The byte of a character beyond ASCII; undefined if Windows-1252 has none. */
export const byteOf = (character: string): number | undefined => {
  const code = character.charCodeAt(0);
  return bytes.get(character) ?? (code >= 0x80 && code <= 0xff ? code : undefined);
};

/** What stands in a class of a regular expression for the characters of 0x80 to 0x9F, controls included. */
export const specialClass = `${special}\\u0080-\\u009f`;

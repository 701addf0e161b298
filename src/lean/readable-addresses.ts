/** A link to a page or file of the paper itself; what writers link to stays as it is in feeds. */
const link = /(<a(?:\s(?:[^>"']|"[^"]*")*?)?\shref=")(\/[^"]*)"/g;

/** Letters outside of ASCII, each two to four bytes, as addresses encode them. */
const encoded = /(?:%[c-f][\da-f](?:%[89ab][\da-f])+)+/gi;

/** Letters, the signs on them, and digits. All else stays encoded: what nobody sees, or what means something in HTML. */
const letters = /^[\p{L}\p{M}\p{N}]+$/u;

const decoded = (bytes: string): string => {
  try {
    const text = decodeURIComponent(bytes);
    return letters.test(text) ? text : bytes;
  } catch {
    // No text in UTF-8: an address may hold any bytes.
    return bytes;
  }
};

/**
 * Writes the letters of links in a page as letters. Browsers encode them themselves when they follow a link (URL
 * Standard), and written out they are as in the headline: an address in Arabic takes a third, and compresses with it.
 */
export const withReadableAddresses = (html: string): string =>
  html.replace(
    link,
    (_, start: string, address: string) => `${start}${address.replace(encoded, decoded)}"`,
  );

/**
 * The same for a page in pieces.
 * @param pieces see `piecesOf`; they are changed in place
 */
export const makeAddressesReadable = (pieces: string[]): void => {
  for (let n = 1; n < pieces.length; n += 2) {
    const markup = pieces[n] ?? '';
    if (markup.includes('%')) pieces[n] = withReadableAddresses(markup);
  }
};

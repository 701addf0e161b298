/** Text without its percent-encoding (RFC 3986, UTF-8); as it is if that is not valid, as with a lone percent sign. */
export const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Elements and marks that the text-only edition shows in another way, and signs that a parser would write in another. */
const special =
  /<(?:img|figure|audio|video|track|details|summary|table|pre|textarea|template|svg|math|!|\?)|data-part|data-embed|&(?!amp;|lt;|gt;|nbsp;)|[\u00A0\r\0]/;

/** A tag as it is written when a parsed body is printed, without anything in a value that would have to be read. */
const opening = /^<[a-z][a-z\d-]*(?: [^\s"'<>/=]+="[^"<>&]*")*>$/;
const closing = /^<\/[a-z][a-z\d-]*>$/;

const tags = /<[^>]*>/g;
const attribute = / ([^\s"'<>/=]+)="([^"]*)"/g;

/** A value as parsers print it. */
const written = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\u00A0', '&nbsp;');

/**
 * Changes the attributes of a body that is words and links alone, as most are, without parsing it.
 * @param html a body that was printed by a parser
 * @param change returns the new value of an attribute; undefined if it is dropped
 * @returns undefined if the body has to be parsed
 */
export const withAttributes = (
  html: string,
  change: (tag: string, name: string, value: string) => string | undefined,
): string | undefined => {
  if (special.test(html)) return undefined;
  const isSimple = (tag: string): boolean => closing.test(tag) || opening.test(tag);
  if (!(html.match(tags) ?? []).every(isSimple)) return undefined;
  return html.replace(tags, (tag) =>
    tag.replace(attribute, (_, name: string, value: string) => {
      const now = change(tag, name, value);
      return now === undefined ? '' : ` ${name}="${written(now)}"`;
    }),
  );
};

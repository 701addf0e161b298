import { z } from 'zod';

/** What a broken rule says: what is expected, and how an editor fixes it. */
export interface Rule {
  expected: string;
  fix: string;
}

/** Wraps a {@link Rule} in the shape that zod's `refine` takes, so that `mistakesOf` finds it. */
export const rule = (expected: string, fix: string): { params: { rule: Rule } } => ({
  params: { rule: { expected, fix } },
});

const graphemes = new Intl.Segmenter();

/** Characters as a person counts them: an emoji or a letter with its accents is one. */
const characters = (text: string): number => [...graphemes.segment(text)].length;

/**
 * One line of text: trimmed, not empty, without control characters, at most `limit` characters
 * (grapheme clusters, UAX #29).
 */
export const line = (limit: number) =>
  z
    .string()
    .trim()
    .refine(
      (text) => !/^[\s\p{Cf}]*$/u.test(text),
      rule('some text', 'Write some, or remove the field if it is optional.'),
    )
    .refine(
      (text) => !/[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u.test(text),
      rule(
        'one line without control characters',
        'Remove line breaks, tabs and invisible characters.',
      ),
    )
    .refine(
      (text) => text.length <= limit || characters(text) <= limit,
      rule(`at most ${String(limit)} characters`, 'Shorten it.'),
    );

/**
 * A moment: ISO 8601 (RFC 3339) with an explicit UTC offset, kept as it was written.
 * A moment without an offset is refused: time zones are never guessed.
 */
export const moment = z.string().refine(
  // RFC 3339 reads -00:00 as “offset unknown”, and HTML refuses it.
  (text) => z.iso.datetime({ offset: true }).safeParse(text).success && !text.endsWith('-00:00'),
  rule(
    'a date and time with its UTC offset, such as "2025-02-13T20:15:00+02:00"',
    'Write the date, a T, the time and the offset (+02:00; Z for UTC), in quotation marks.',
  ),
);

/** An http or https origin (WHATWG URL): scheme, host and port, nothing after them. */
export const isOrigin = (text: string): boolean =>
  URL.canParse(text) &&
  /^https?:/i.test(text) &&
  [new URL(text).origin, `${new URL(text).origin}/`].includes(text.toLowerCase());

const isWebUrl = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);

/** An absolute http or https address (WHATWG URL). Every other scheme is refused. */
export const webUrl = z
  .string()
  .trim()
  .refine(
    isWebUrl,
    rule(
      'an address that starts with https:// or http://',
      'Write the whole address, or leave it out.',
    ),
  );

/** A site's address without a folder. */
export const origin = z
  .string()
  .trim()
  .refine(
    isOrigin,
    rule(
      'an origin, such as https://news.example',
      'Leave out any folder: a build takes it from BASE_PATH.',
    ),
  );

/**
 * No scheme, no spaces, brackets, backslashes or control characters, and no step (`..`) that could leave the site's own
 * folder.
 */
const isPath = (text: string): boolean => {
  if (!/^\/(?![/\\])[^\s[\]\\]*$/.test(text)) return false;
  try {
    const decoded = decodeURI(text);
    return (
      !/[\p{Cc}\\]/u.test(decoded) &&
      !decoded.split(/[/?#]/).some((part) => /^(?:\.|%2e){1,2}$/i.test(part))
    );
  } catch {
    return false;
  }
};

/** A path on this site: starts with one slash, such as `/2025/02/14/old-address/`. */
export const path = z
  .string()
  .trim()
  .refine(
    isPath,
    rule(
      'a path on this site, such as /about/',
      'Start it with one slash; leave out spaces, brackets and .. steps.',
    ),
  );

/** Where a link may lead: a path on this site, or an http(s) or mailto address. */
export const link = z
  .string()
  .trim()
  .refine(
    (text) => isPath(text) || isWebUrl(text) || /^mailto:\S+@\S+$/i.test(text),
    rule(
      'a path on this site (/about/), an https:// address, or mailto:',
      'Write one of these; other schemes are not allowed.',
    ),
  );

/** The id of another entry: the name of its file or folder. */
export const entryId = z.string().trim().min(1);

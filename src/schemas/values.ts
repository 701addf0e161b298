import { z } from 'zod';
import { countCharacters } from '../language/characters.ts';
import type { WordTable } from '../language/table.ts';
import { cleanAddress, hasCredentials } from './address.ts';
import './field-meta.ts';

/** What a broken rule says: what is expected, and how an editor fixes it. */
export interface Rule {
  expected: string;
  fix: string;
}

/** Wraps a {@link Rule} in the shape that zod's `refine` takes, so that `mistakesOf` finds it. */
export const rule = (expected: string, fix: string): { params: { rule: Rule } } => ({
  params: { rule: { expected, fix } },
});

/** A setting that has another name now. It is refused with the name of the new one, and the old is no typo. */
export const replaced = (expected: string, fix: string) =>
  z.custom<undefined>((value) => value === undefined, rule(expected, fix)).optional();

/** What a regular expression can know of a rule: meta for JSON Schemas. It must not be stricter. */
export const asPattern = (
  pattern: RegExp,
  { params }: ReturnType<typeof rule>,
): { pattern: string; expected: string } => ({
  pattern: pattern.source,
  expected: params.rule.expected,
});

/**
 * How many code units a character may have on average: a family of four as an emoji has eleven, but no line has only
 * such. Without this limit, a headline could carry a million accents.
 */
const unitsPerCharacter = 8;

/**
 * One line of text: trimmed, not empty, without control characters, at most `limit` characters
 * (grapheme clusters, UAX #29), and at most eight times as many code units.
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
      (text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u.test(text),
      rule(
        'one line without control characters',
        'Remove line breaks, tabs and invisible characters.',
      ),
    )
    .refine(
      (text) =>
        text.length <= limit ||
        text.length > limit * unitsPerCharacter ||
        countCharacters(text) <= limit,
      rule(`at most ${String(limit)} characters`, 'Shorten it.'),
    )
    .refine(
      (text) => text.length <= limit * unitsPerCharacter,
      rule(
        `at most ${String(limit)} characters, with few accents on each`,
        'Shorten it, or remove the marks that are piled up on its letters.',
      ),
    )
    .meta({ kind: 'line', maxLength: limit });

// RFC 3339 reads -00:00 as “offset unknown”, and HTML refuses it.
const momentPattern = new RegExp(
  `^(?!.*-00:00$)${z.regexes.datetime({ offset: true }).source.slice(1)}`,
);

const momentRule = rule(
  'a date and time with its UTC offset, such as "2025-02-13T20:15:00+02:00"',
  'Write the date, a T, the time and the offset (+02:00; Z for UTC), in quotation marks.',
);

/**
 * A moment: ISO 8601 (RFC 3339) with an explicit UTC offset, kept as it was written, to the millisecond.
 * A moment without an offset is refused: time zones are never guessed.
 */
export const moment = z
  .string()
  .refine((text) => momentPattern.test(text), momentRule)
  // HTML takes milliseconds, and nothing finer; databases write microseconds.
  .transform((text) => text.replace(/(\.\d{3})\d+/, '$1'))
  .meta({ kind: 'moment', ...asPattern(momentPattern, momentRule) });

/** Whether a host's labels are such as the domain name system has (RFC 1035, RFC 1123); an IPv6 address has none. */
const hasHost = ({ hostname }: URL): boolean =>
  hostname.startsWith('[') ||
  hostname
    .replace(/\.$/, '')
    .split('.')
    .every((label) => /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/i.test(label));

/** An http or https origin (WHATWG URL): scheme, host and port, nothing after them. The host may be in any script. */
export const isOrigin = (text: string): boolean =>
  /^https?:\/\/[^\s/?#@\\%]+\/?$/i.test(text) && URL.canParse(text) && hasHost(new URL(text));

/** An origin as machines write it: in lower case, with an international host in ASCII (Punycode). */
export const asciiOrigin = (text: string): string => new URL(text).origin;

/** The most code units of an address: what browsers and hosts agree on. */
const longestAddress = 2_000;

const isWebUrl = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);

/** Encodes what HTML, feeds and structured data could not hold. */
const clean = (address: string): string => cleanAddress(address) ?? address;

const secretRule = rule(
  'an address without a name and password',
  'Leave out what stands before the @: readers would see it.',
);

const webUrlRule = rule(
  'an address that starts with https:// or http://',
  'Write the whole address, or leave it out.',
);

/** An absolute http or https address (WHATWG URL). Every other scheme is refused. */
export const webUrl = z
  .string()
  .trim()
  .max(longestAddress, { abort: true })
  .refine(isWebUrl, webUrlRule)
  .refine((text) => !hasCredentials(text), secretRule)
  .transform(clean)
  .meta({ kind: 'address', ...asPattern(/^\s*[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]/, webUrlRule) });

/** A site's address without a folder, in any script; it is kept as machines write it. */
export const origin = z
  .string()
  .trim()
  .refine(
    isOrigin,
    rule(
      'an origin, such as https://news.example',
      'Leave out any folder: a build takes it from BASE_PATH.',
    ),
  )
  .transform((text) => (isOrigin(text) ? asciiOrigin(text) : text));

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

const pathRule = rule(
  'a path on this site, such as /about/',
  'Start it with one slash; leave out spaces, brackets and .. steps.',
);

/** A path on this site: starts with one slash, such as `/2025/02/14/old-address/`. */
export const path = z
  .string()
  .trim()
  .max(longestAddress, { abort: true })
  .refine(isPath, pathRule)
  .meta({ kind: 'address', ...asPattern(/^\s*\/(?![/\\])[^\s[\]\\]*\s*$/, pathRule) });

const linkRule = rule(
  'a path on this site (/about/), an https:// address, or mailto:',
  'Write one of these; other schemes are not allowed.',
);

/** Where a link may lead: a path on this site, or an http(s) or mailto address. */
export const link = z
  .string()
  .trim()
  .max(longestAddress, { abort: true })
  .refine((text) => isPath(text) || isWebUrl(text) || /^mailto:\S+@\S+$/i.test(text), linkRule)
  .refine((text) => !hasCredentials(text), secretRule)
  .transform(clean)
  .meta({
    kind: 'address',
    ...asPattern(
      /^\s*(?:\/(?![/\\])|[Hh][Tt][Tt][Pp][Ss]?:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]:)/,
      linkRule,
    ),
  });

/** The id of another entry: the name of its file or folder, whichever of Unicode's two forms it is typed in. */
export const entryId = z.string().trim().min(1).normalize('NFC').meta({ kind: 'entry' });

/** One of the names of a table, which has a title for each in every language. */
export const choice = <Table extends WordTable>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string]).meta({ choices: table });

import type { Security } from '../schemas/root-files.ts';

/** The path of security.txt from the root of an origin (RFC 8615, RFC 9116). */
export const securityPath = '.well-known/security.txt';

/**
 * Writes security.txt (RFC 9116).
 * @param canonical its absolute address; only a file at the root of an origin counts, whatever folder the paper is in
 * @param absolute makes the policy's address absolute, which may be a path on this site
 */
export const writeSecurityTxt = (
  { contact, expires, preferredLanguages, policy }: Security,
  canonical: string,
  absolute: (target: string) => string,
): string => {
  const field = (name: string, values: readonly string[]): string[] =>
    values.map((value) => `${name}: ${value}\n`);
  // Web addresses must be https, which a paper on a local machine does not have.
  const secure = (addresses: readonly string[]): string[] =>
    addresses.filter((address) => address.startsWith('https:'));
  return [
    ...field(
      'Contact',
      contact.map((way) => new URL(way).href),
    ),
    ...field('Expires', [new Date(expires).toISOString()]),
    ...field(
      'Preferred-Languages',
      preferredLanguages.length > 0 ? [preferredLanguages.join(', ')] : [],
    ),
    ...field('Canonical', secure([canonical])),
    ...field('Policy', secure(policy ? [absolute(policy)] : [])),
  ].join('');
};

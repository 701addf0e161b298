import { hasCredentials, linkSchemes } from '../../../schemas/address.ts';
import { link } from '../../../schemas/values.ts';
import type { DeskSettings } from '../../settings.ts';

/** Why an address cannot be a link. */
export type LinkFault = 'badLink' | 'secretLink';

const scheme = /^([a-z][a-z\d+.-]*):/i;
const looksLikeDomain = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u;

/**
 * What an editor typed or pasted, as a link of the paper: an address on the paper's own site becomes a path without its
 * base, and a domain gets its scheme.
 */
export const asLinkAddress = (
  typed: string,
  { front, base }: Pick<DeskSettings, 'front' | 'base'>,
): string => {
  const address = typed.trim();
  const { origin } = new URL(front);
  const path =
    address === origin || address.startsWith(`${origin}/`)
      ? address.slice(origin.length) || '/'
      : address;
  const folder = base.replace(/\/$/, '');
  if (path.startsWith('/')) {
    const isInFolder = folder !== '' && (path === folder || path.startsWith(`${folder}/`));
    return isInFolder ? path.slice(folder.length) || '/' : path;
  }
  if (scheme.test(path) && !looksLikeDomain.test(path)) return path;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(path)) return `mailto:${path}`;
  return looksLikeDomain.test(path) ? `https://${path}` : path;
};

/** What is wrong with the address of a link; undefined if nothing is. */
export const linkFault = (address: string): LinkFault | undefined => {
  if (hasCredentials(address)) return 'secretLink';
  if (/^#\S+$/.test(address)) return undefined;
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === 'tel' || name === 'sms') return /^\w+:[\d+]/.test(address) ? undefined : 'badLink';
  if (name !== undefined && !linkSchemes.includes(name)) return 'badLink';
  return link.safeParse(address.replaceAll(' ', '%20')).success ? undefined : 'badLink';
};

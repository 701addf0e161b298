import { slug as slugOf } from 'github-slugger';

/**
 * A slug with its percent-encoding resolved. Where a database cut it off in the middle of a character, or of its encoding,
 * the rest of that character goes.
 */
export const decodedSlug = (slug: string): string =>
  slug
    .trim()
    .replace(/%[\da-f]?$/i, '')
    .replace(/(?:%[\da-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8').replaceAll('\ufffd', ''),
    )
    .normalize('NFC');

/** The last part of an address's path, decoded; undefined if the address has a number instead: `/?p=12`. */
export const slugOfAddress = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  if (/[?&](?:p|page_id|attachment_id|post_type|preview)=/.test(search)) return undefined;
  const last = pathname
    .replace(/\/(?:index\.\w+)?$/, '')
    .split('/')
    .at(-1);
  const slug = decodedSlug((last ?? '').replace(/\.(?:html?|php|aspx?)$/i, ''));
  return slug === '' ? undefined : slug;
};

/** A slug for an entry whose source has none: of its address, else of its title, else its id. */
export const slugFor = (address: string | undefined, title: string, id: string): string => {
  const words = slugOf(title).replace(/-{2,}/g, '-').replace(/^-|-$/g, '').slice(0, 80);
  return slugOfAddress(address) ?? (words === '' ? id : words);
};

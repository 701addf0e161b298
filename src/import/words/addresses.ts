import { percentDecoded } from '../../percent-decoded.ts';

/** A whole address of http or https; undefined for anything else. Old texts leave out the scheme. */
export const wholeAddress = (address: string, base: string): string | undefined => {
  const plain = address.trim().replaceAll(/[\t\n\r]/g, '');
  if (plain === '' || !URL.canParse(plain, base === '' ? 'https://-/' : base)) return undefined;
  const url = new URL(plain, base === '' ? 'https://-/' : base);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '-' || url.hostname === '')
    return undefined;
  // Passwords in addresses are nobody's business.
  if (url.username !== '' || url.password !== '')
    Object.assign(url, { username: '', password: '' });
  // A bare host stays as it was written.
  return url.href === `${plain}/` ? plain : url.href;
};

/**
 * The address of the picture itself behind a service that scales pictures: Photon (`i0.wp.com/host/path`), and those that
 * have the whole address in their path or in `url=`.
 */
export const withoutScaler = (address: string): string => {
  const url = new URL(address);
  if (/^i\d\.wp\.com$/.test(url.hostname)) return `https:/${url.pathname}`;
  if (/\.(?:files\.wordpress|wp)\.com$/.test(url.hostname)) return url.origin + url.pathname;
  const inPath = /\/(https?):\/{1,2}([^/]+\.[^/]+\/.*)$/.exec(url.pathname);
  if (inPath) return `${inPath[1] ?? 'https'}://${inPath[2] ?? ''}`;
  const ezoic = /\/(?:ezoimgfmt|cdn\.statically\.io\/img)\/(.+)$/.exec(url.pathname)?.[1];
  if (ezoic !== undefined) return `https://${ezoic}`;
  if (url.hostname === 'cdn.statically.io')
    return `https://${url.pathname.replace(/^\/img\/|\/[a-z]=[^/]*(?=\/)/g, '')}`;
  const inQuery = /^(?:images\.weserv\.nl|wsrv\.nl)$/.test(url.hostname)
    ? url.searchParams.get('url')
    : null;
  if (inQuery !== null)
    return /^https?:/.test(inQuery) ? inQuery : `https://${inQuery.replace(/^(?:ssl:)?\/*/, '')}`;
  return address;
};

/** The addresses under which the original of a scaled copy may be, the best first. */
export const originalsOf = (address: string): string[] => {
  const [path = '', ...rest] = address.split(/(?=[?#])/);
  const tail = /\/wp-content\/uploads\//.test(path) ? '' : rest.join('');
  const scaled = path.replace(/-\d+x\d+(?=\.\w+$)/, '');
  const edited = scaled.replace(/-(?:scaled|rotated)(?=\.\w+$)/, '');
  const first = edited.replace(/-e\d{10,}(?=\.\w+$)/, '');
  return [...new Set([first, edited, scaled, path].map((one) => one + tail))];
};

/** The name of a file without its folder, size and ending, to tell whether two addresses can be one picture. */
export const stemOf = (address: string): string =>
  percentDecoded((originalsOf(address)[0] ?? '').split('/').at(-1) ?? '')
    .replace(/[?#].*$/, '')
    .replace(/\.\w+$/, '')
    .normalize('NFC')
    .toLowerCase();

/** The last part of an address as words, for a file that has no name. */
export const nameOf = (address: string): string =>
  stemOf(address)
    .replaceAll(/[-_+.\s]+/g, ' ')
    .trim();

/** The addresses in `srcset`, widest first. */
export const sourcesIn = (set: string): string[] =>
  [...set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)]
    .map(([, url = '', size = '1']) => ({ url, size: Number(size) }))
    .sort((a, b) => b.size - a.size)
    .map(({ url }) => url);

const pictureEnding = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:[?#]|$)/i;
const fileEnding =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|zip|gz|epub|mp3|m4a|ogg|oga|wav|flac|wma|aac|mp4|m4v|webm|ogv|mov|avi|wmv|mpe?g|mobi|ics|vcf|gpx|kml|kmz)(?:[?#]|$)/i;

export const isPictureAddress = (address: string): boolean => pictureEnding.test(address);
export const isFileAddress = (address: string): boolean =>
  fileEnding.test(address) || isPictureAddress(address);
/** Whether a browser's own player plays it, by its ending. */
export const isPlayable = (address: string): boolean =>
  /\.(?:mp3|m4a|ogg|wav|mp4|webm)(?:[?#]|$)/i.test(address);

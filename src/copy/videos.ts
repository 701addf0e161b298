/** A video at a service that the paper lets in. */
export interface Video {
  host: string;
  /** Its page there, where a reader without JavaScript watches it. */
  page: string;
  /** Its player, for an `iframe`; the service's kind without cookies where it has one. */
  player: string;
}

/**
 * Recognises the address of a YouTube or Vimeo video, page or player alike.
 * Every other address is none: the list is short on purpose.
 */
export const videoOf = (address: string): Video | undefined => {
  // Old embeds leave the scheme out.
  if (!URL.canParse(address, 'https://-/')) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(address, 'https://-/');
  if (!/^https?:$/.test(protocol)) return undefined;
  const host = hostname.replace(/^(?:www|m|player)\./, '');
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host)) {
    const id =
      host === 'youtu.be' || /^\/(?:embed|shorts|live|v)\/[^/]+\/?$/.test(pathname)
        ? last
        : pathname === '/watch' && searchParams.get('v');
    if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
    return {
      host: 'YouTube',
      page: `https://www.youtube.com/watch?v=${id}`,
      player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    };
  }
  // An unlisted video has a second part, its key: /123456/abcdef0123, or ?h=abcdef0123 in a player.
  const [, number, key = searchParams.get('h') ?? ''] =
    /^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(pathname) ?? [];
  if (host === 'vimeo.com' && number !== undefined && /^[\da-f]*$/.test(key)) {
    return {
      host: 'Vimeo',
      page: `https://vimeo.com/${number}${key && `/${key}`}`,
      player: `https://player.vimeo.com/video/${number}?${key && `h=${key}&`}dnt=1&autoplay=1`,
    };
  }
  return undefined;
};

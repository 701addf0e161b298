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
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol)) return undefined;
  const host = hostname.replace(/^(?:www|m|player)\./, '');
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host)) {
    const id = searchParams.get('v') ?? last;
    if (!/^[\w-]{11}$/.test(id)) return undefined;
    return {
      host: 'YouTube',
      page: `https://www.youtube.com/watch?v=${id}`,
      player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    };
  }
  if (host === 'vimeo.com' && /^\d+$/.test(last)) {
    return {
      host: 'Vimeo',
      page: `https://vimeo.com/${last}`,
      player: `https://player.vimeo.com/video/${last}?dnt=1&autoplay=1`,
    };
  }
  return undefined;
};

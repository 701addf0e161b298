/** Something at another service that the paper shows in a frame once a reader asks for it. */
export interface Embed {
  /** The service's name, as the card says it. */
  service: string;
  /** The room that is kept for it: a film's, a post's, or that of a post with a tall picture. */
  shape: 'video' | 'post' | 'tall';
  /** Its page there, where a reader without JavaScript finds it. */
  page: string;
  /** The address for an `iframe`; the service's kind without cookies where it has one. */
  frame: string;
}

interface Service {
  /** Its hosts, without `www.`, `m.` and the like; none where anybody may run one. */
  hosts?: readonly string[];
  find: (url: URL) => Omit<Embed, 'shape'> | undefined;
  shape: Embed['shape'];
}

const matched = (text: string, pattern: RegExp): string[] | undefined =>
  pattern.exec(text)?.slice(1);

const youTube: Service = {
  hosts: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
  shape: 'video',
  find: ({ hostname, pathname, searchParams }) => {
    const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
    const id =
      hostname.endsWith('youtu.be') || /^\/(?:embed|shorts|live|v)\/[^/]+\/?$/.test(pathname)
        ? last
        : pathname === '/watch' && searchParams.get('v');
    if (!id || !/^[\w-]{11}$/.test(id)) return undefined;
    return {
      service: 'YouTube',
      page: `https://www.youtube.com/watch?v=${id}`,
      frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    };
  },
};

const vimeo: Service = {
  hosts: ['vimeo.com'],
  shape: 'video',
  find: ({ pathname, searchParams }) => {
    // An unlisted video has a second part, its key: /123456/abcdef0123, or ?h=abcdef0123 in a player.
    const [, number, key = searchParams.get('h') ?? ''] =
      /^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(pathname) ?? [];
    if (number === undefined || !/^[\da-f]*$/.test(key)) return undefined;
    return {
      service: 'Vimeo',
      page: `https://vimeo.com/${number}${key && `/${key}`}`,
      frame: `https://player.vimeo.com/video/${number}?${key && `h=${key}&`}dnt=1&autoplay=1`,
    };
  },
};

const x: Service = {
  hosts: ['x.com', 'twitter.com'],
  shape: 'post',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/(\w+|i\/web)\/status\/(\d+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'X',
      page: `https://x.com/${user}/status/${id}`,
      frame: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
    };
  },
};

const instagram: Service = {
  hosts: ['instagram.com'],
  shape: 'tall',
  find: ({ pathname }) => {
    const [what, id] =
      matched(pathname, /^\/(?:[\w.]+\/)?(p|reel)\/([\w-]+)\/?(?:embed\/?)?$/) ?? [];
    if (!what || !id) return undefined;
    const page = `https://www.instagram.com/${what}/${id}/`;
    return { service: 'Instagram', page, frame: `${page}embed` };
  },
};

const tikTok: Service = {
  hosts: ['tiktok.com'],
  shape: 'tall',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/@([\w.]+)\/video\/(\d+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'TikTok',
      page: `https://www.tiktok.com/@${user}/video/${id}`,
      frame: `https://www.tiktok.com/embed/v2/${id}`,
    };
  },
};

const bluesky: Service = {
  hosts: ['bsky.app'],
  shape: 'post',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'Bluesky',
      page: `https://bsky.app/profile/${user}/post/${id}`,
      frame: `https://embed.bsky.app/embed/${user}/app.bsky.feed.post/${id}`,
    };
  },
};

/** Anybody may run a server of Mastodon: its posts are known by their path. */
const mastodon: Service = {
  shape: 'post',
  find: ({ protocol, host, pathname }) => {
    const [user, id] = matched(pathname, /^\/@([\w.-]+(?:@[\w.-]+)?)\/(\d+)(?:\/embed)?\/?$/) ?? [];
    if (protocol !== 'https:' || !user || !id) return undefined;
    const page = `https://${host}/@${user}/${id}`;
    return { service: `Mastodon (${host})`, page, frame: `${page}/embed` };
  },
};

const services: readonly Service[] = [youTube, vimeo, x, instagram, tikTok, bluesky, mastodon];

/**
 * Recognises the address of a video or a post at one of the services above, page or player alike.
 * Every other address is none: the list is short on purpose.
 */
export const embedOf = (address: string): Embed | undefined => {
  // Old embeds leave the scheme out; a path of this site is never one.
  if (/^\/(?!\/)/.test(address) || !URL.canParse(address, 'https://-/')) return undefined;
  const url = new URL(address, 'https://-/');
  if (!/^https?:$/.test(url.protocol) || url.hostname === '-') return undefined;
  const host = url.hostname.replace(/^(?:www|m|mobile|player)\./, '');
  for (const { hosts, find, shape } of services) {
    const found = !hosts || hosts.includes(host) ? find(url) : undefined;
    if (found) return { ...found, shape };
  }
  return undefined;
};

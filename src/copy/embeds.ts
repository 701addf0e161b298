/** A video or a post on another service. The paper shows it in a frame once a reader asks for it. */
export interface Embed {
  /** The service's name, as readers see it. */
  service: string;
  /** The space reserved for it: that of a video, of a post, or of a post with a tall picture. */
  shape: 'video' | 'post' | 'tall';
  /** Its page on the service, for readers without JavaScript. */
  page: string;
  /** The address for the `iframe`: that of the service's cookie-free player if it has one. */
  frame: string;
}

interface Service {
  /** The origin of its frames; left out for a service that anybody can host. */
  frames?: string;
  /** Its hosts, without `www.`, `m.` and the like. Left out for a service that anybody can host. */
  hosts?: readonly string[];
  /** `frame` is a path on {@link frames}, or else the whole address. */
  find: (url: URL) => Omit<Embed, 'shape'> | undefined;
  shape: Embed['shape'];
}

const matched = (text: string, pattern: RegExp): string[] | undefined =>
  pattern.exec(text)?.slice(1);

const youTube: Service = {
  frames: 'https://www.youtube-nocookie.com',
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
      frame: `/embed/${id}?autoplay=1`,
    };
  },
};

const vimeo: Service = {
  frames: 'https://player.vimeo.com',
  hosts: ['vimeo.com'],
  shape: 'video',
  find: ({ pathname, searchParams }) => {
    // An unlisted video also has a key: /123456/abcdef0123, or ?h=abcdef0123 in a player.
    const [, number, key = searchParams.get('h') ?? ''] =
      /^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(pathname) ?? [];
    if (number === undefined || !/^[\da-f]*$/.test(key)) return undefined;
    return {
      service: 'Vimeo',
      page: `https://vimeo.com/${number}${key && `/${key}`}`,
      frame: `/video/${number}?${key && `h=${key}&`}dnt=1&autoplay=1`,
    };
  },
};

const x: Service = {
  frames: 'https://platform.twitter.com',
  hosts: ['x.com', 'twitter.com'],
  shape: 'post',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/(\w+|i\/web)\/status\/(\d+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'X',
      page: `https://x.com/${user}/status/${id}`,
      frame: `/embed/Tweet.html?id=${id}&dnt=true`,
    };
  },
};

const instagram: Service = {
  frames: 'https://www.instagram.com',
  hosts: ['instagram.com'],
  shape: 'tall',
  find: ({ pathname }) => {
    const [what, id] =
      matched(pathname, /^\/(?:[\w.]+\/)?(p|reel)\/([\w-]+)\/?(?:embed\/?)?$/) ?? [];
    if (!what || !id) return undefined;
    const path = `/${what}/${id}/`;
    return {
      service: 'Instagram',
      page: `https://www.instagram.com${path}`,
      frame: `${path}embed`,
    };
  },
};

const tikTok: Service = {
  frames: 'https://www.tiktok.com',
  hosts: ['tiktok.com'],
  shape: 'tall',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/@([\w.]+)\/video\/(\d+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'TikTok',
      page: `https://www.tiktok.com/@${user}/video/${id}`,
      frame: `/embed/v2/${id}`,
    };
  },
};

const bluesky: Service = {
  frames: 'https://embed.bsky.app',
  hosts: ['bsky.app'],
  shape: 'post',
  find: ({ pathname }) => {
    const [user, id] = matched(pathname, /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/) ?? [];
    if (!user || !id) return undefined;
    return {
      service: 'Bluesky',
      page: `https://bsky.app/profile/${user}/post/${id}`,
      frame: `/embed/${user}/app.bsky.feed.post/${id}`,
    };
  },
};

/** Anybody can host Mastodon, so its posts are recognised by their path. */
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

/** The origins of the frames of services that are not hosted by anybody. */
export const frameOrigins = services.flatMap(({ frames }) => frames ?? []);

/**
 * Recognises the address of a video or a post on one of the services above, be it of the page or of the player.
 * Returns undefined for every other address: the list is short on purpose.
 */
export const embedOf = (address: string): Embed | undefined => {
  // Old embed codes leave out the scheme. A path on this site is never an embed.
  if (/^\/(?!\/)/.test(address) || !URL.canParse(address, 'https://-/')) return undefined;
  const url = new URL(address, 'https://-/');
  if (!/^https?:$/.test(url.protocol) || url.hostname === '-') return undefined;
  const host = url.hostname.replace(/^(?:www|m|mobile|player)\./, '');
  for (const { hosts, frames = '', find, shape } of services) {
    const found = !hosts || hosts.includes(host) ? find(url) : undefined;
    if (found) return { ...found, frame: frames + found.frame, shape };
  }
  return undefined;
};

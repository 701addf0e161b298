import { escapeHtml } from '../../../escape-html.ts';
import { decodeHtml } from '../entities.ts';
import type { Shortcode } from '../shortcode-tree.ts';
import { lose } from '../work.ts';
import { addressOf, embedded, linked, paragraph, recording, type Show, valueOf } from './make.ts';

/** What a shortcode names in any of the usual ways: between its tags, as a bare value, or by an attribute. */
const targetOf = (code: Shortcode, ...names: string[]): string => {
  const inside = decodeHtml(code.raw.replaceAll(/<[^>]*>/g, ' ')).trim();
  const bare = code.bare.map((value) => decodeHtml(value).replace(/^[:=]+/, ''));
  const named = addressOf(code, ...names, 'url', 'src', 'href', 'link', 'id', 'video', 'file');
  const best = [inside, ...bare, named].find((value) => /^(?:https?:)?\/\//.test(value));
  // An address with a question mark and an equals sign is read as a name and a value.
  const whole = /https?:\/\/[^\s\]"'|]+/.exec(decodeHtml(code.tag))?.[0] ?? '';
  if (best !== undefined) return whole.startsWith(best) ? whole : best;
  return whole === '' ? ([named, ...bare, inside].find((value) => value !== '') ?? '') : whole;
};

/** A service whose shortcode takes an address or the name of one thing there. */
const service =
  (address: (id: string) => string, ...names: string[]): Show =>
  (code) => {
    const target = targetOf(code, ...names).replace(/^\/\//, 'https://');
    if (target === '') return '';
    return embedded(/^https?:\/\//.test(target) ? target : address(target));
  };

const youTube = service(
  (id) => `https://www.youtube.com/watch?v=${id.split(/[&?]/)[0] ?? ''}`,
  'v',
  'video_id',
  'videoid',
  'vid',
);
const vimeo = service((id) => `https://vimeo.com/${id}`, 'clip_id', 'video_id');

/** `[audio]` and `[video]`: one of several files, or a page elsewhere. */
const player =
  (tag: 'audio' | 'video'): Show =>
  (code) => {
    const kinds =
      tag === 'audio'
        ? ['mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac']
        : ['mp4', 'webm', 'm4v', 'ogv', 'mov', 'wmv', 'flv'];
    const url = addressOf(code, ...kinds, 'src', 'url', 'file', 'link');
    const found = (url === '' ? targetOf(code, ...kinds) : url).split('|')[0]?.trim() ?? '';
    if (found === '') return '';
    if (/youtu|vimeo\.com/.test(found)) return embedded(found);
    const title = /\|titles?=([^|\]]+)/.exec(decodeHtml(code.tag))?.[1] ?? '';
    return recording(tag, found, '', addressOf(code, 'title', 'caption') || title.trim());
  };

/** A file to read or download. */
const file: Show = (code) => {
  const url = targetOf(code, 'file', 'pdf');
  const words = valueOf(code, 'title', 'text', 'name');
  if (!/^(?:https?:)?\/|^\//.test(url)) return '';
  return paragraph(
    linked(
      url,
      words === ''
        ? escapeHtml(decodeURI(url.split('/').at(-1) ?? url).replace(/[?#].*/, ''))
        : words,
    ),
  );
};

const frame: Show = (code) => {
  const url = targetOf(code, 'src', 'url');
  return /^(?:https?:)?\/\//.test(url)
    ? `<iframe src="${escapeHtml(url)}" title="${escapeHtml(addressOf(code, 'title'))}"></iframe>`
    : '';
};

/** Something on another service that is only named by a number there. */
const unnamed: Show = (code, { work }) => {
  lose(work, 'embed', code.tag, false);
  return '';
};

/** Shortcodes of WordPress, of its Jetpack and of common plugins for what plays or stands elsewhere. */
export const media: Record<string, Show> = {
  embed: service((id) => id),
  'wp-embed': service((id) => id),
  audio: player('audio'),
  video: player('video'),
  mp3player: player('audio'),
  sc_embed_player: player('audio'),
  fvplayer: player('video'),
  flowplayer: player('video'),
  evp_embed_video: player('video'),
  videojs: player('video'),
  video_player: player('video'),
  wpvideo: service((id) => `https://videopress.com/v/${id}`),
  videopress: service((id) => `https://videopress.com/v/${id}`),
  youtube: youTube,
  yt: youTube,
  youtubevideo: youTube,
  youtube_video: youTube,
  youtube_sc: youTube,
  youtube_embed: youTube,
  embedyt: youTube,
  lyte: youTube,
  'youtube-video': youTube,
  vimeo,
  vimeo_video: vimeo,
  'vimeo-video': vimeo,
  dailymotion: service((id) => `https://www.dailymotion.com/video/${id}`),
  tweet: service((id) => `https://twitter.com/i/web/status/${id}`, 'tweet', 'tweet_id'),
  twitter: service((id) =>
    /^\d+$/.test(id) ? `https://twitter.com/i/web/status/${id}` : `https://twitter.com/${id}`,
  ),
  'embed-tweet': service((id) => `https://twitter.com/i/web/status/${id}`),
  instagram: service((id) => `https://www.instagram.com/p/${id}/`),
  tiktok: service((id) => `https://www.tiktok.com/${id}`),
  facebook: service((id) => `https://www.facebook.com/${id}`),
  soundcloud: service((id) => `https://soundcloud.com/${id}`),
  spotify: service(
    (id) => `https://open.spotify.com/${id.replace(/^spotify:/, '').replaceAll(':', '/')}`,
  ),
  bandcamp: service((id) => id),
  ted: service((id) => `https://www.ted.com/talks/${id}`),
  gist: service((id) => `https://gist.github.com/${id}`),
  slideshare: unnamed,
  scribd: service((id) => `https://www.scribd.com/document/${id}`),
  flickr: service((id) => id),
  telegram: service((id) => `https://t.me/${id}`),
  googlemaps: frame,
  iframe: frame,
  gview: file,
  pdf: file,
  pdfviewer: file,
  embeddoc: file,
  'pdf-embedder': file,
  download: file,
};

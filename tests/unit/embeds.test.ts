import { expect, test } from 'vitest';
import { embedOf } from '../../src/copy/embeds.ts';

const id = 'dQw4w9WgXcQ';

test.each([
  `https://www.youtube.com/watch?v=${id}`,
  `https://youtube.com/watch?t=42&v=${id}&list=PL1234`,
  `https://m.youtube.com/watch?v=${id}`,
  `http://www.youtube.com/embed/${id}`,
  `https://www.youtube-nocookie.com/embed/${id}?rel=0`,
  `https://youtu.be/${id}?si=abc`,
  `//www.youtube.com/embed/${id}`,
  `https://www.youtube.com/shorts/${id}`,
  `https://www.youtube.com/live/${id}`,
])('%s is a YouTube video, played without cookies', (address) => {
  expect(embedOf(address)).toEqual({
    service: 'YouTube',
    page: `https://www.youtube.com/watch?v=${id}`,
    shape: 'video',
    frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  });
});

test.each(['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?color=fff'])(
  '%s is a Vimeo video, played without tracking',
  (address) => {
    expect(embedOf(address)).toEqual({
      service: 'Vimeo',
      page: 'https://vimeo.com/76979871',
      shape: 'video',
      frame: 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
    });
  },
);

test.each([
  'https://vimeo.com/76979871/abcdef0123',
  'https://player.vimeo.com/video/76979871?h=abcdef0123',
])('%s is an unlisted video, which keeps its key', (address) => {
  expect(embedOf(address)).toEqual({
    service: 'Vimeo',
    page: 'https://vimeo.com/76979871/abcdef0123',
    shape: 'video',
    frame: 'https://player.vimeo.com/video/76979871?h=abcdef0123&dnt=1&autoplay=1',
  });
});

test.each([
  [
    'X',
    'post',
    ['https://twitter.com/a_b/status/123?s=20', 'https://mobile.twitter.com/a_b/status/123/'],
    'https://x.com/a_b/status/123',
    'https://platform.twitter.com/embed/Tweet.html?id=123&dnt=true',
  ],
  [
    'Instagram',
    'tall',
    ['https://www.instagram.com/someone/p/C-a_1/', 'https://instagram.com/p/C-a_1?igsh=x'],
    'https://www.instagram.com/p/C-a_1/',
    'https://www.instagram.com/p/C-a_1/embed',
  ],
  [
    'Instagram',
    'tall',
    ['https://www.instagram.com/reel/C-a_1/'],
    'https://www.instagram.com/reel/C-a_1/',
    'https://www.instagram.com/reel/C-a_1/embed',
  ],
  [
    'TikTok',
    'tall',
    ['https://www.tiktok.com/@a.b/video/7123?is_from_webapp=1'],
    'https://www.tiktok.com/@a.b/video/7123',
    'https://www.tiktok.com/embed/v2/7123',
  ],
  [
    'Bluesky',
    'post',
    ['https://bsky.app/profile/did:plc:abc123/post/3kab'],
    'https://bsky.app/profile/did:plc:abc123/post/3kab',
    'https://embed.bsky.app/embed/did:plc:abc123/app.bsky.feed.post/3kab',
  ],
  [
    'Mastodon (social.example)',
    'post',
    ['https://social.example/@a@other.example/1122?x=y'],
    'https://social.example/@a@other.example/1122',
    'https://social.example/@a@other.example/1122/embed',
  ],
])('a post at %s is shown as a %s frame, without what follows its address', (...expected) => {
  const [service, shape, addresses, page, frame] = expected;
  for (const address of [...addresses, page]) {
    expect(embedOf(address), address).toEqual({ service, shape, page, frame });
  }
});

test.each([
  ['a post that would come unencrypted', 'http://social.example/@a/1122'],
  ['a path of this site', '/@a/1122'],
  ['a profile', 'https://x.com/someone'],
  ['a list of posts', 'https://social.example/@a'],
  ['a name with markup in it', 'https://bsky.app/profile/%22%3E/post/3kab'],
  ['a host that ends like X', 'https://notx.com/a/status/123'],
  ['another host', `https://video.example/watch?v=${id}`],
  ['a host that ends alike', `https://notyoutube.com/watch?v=${id}`],
  ['a host that begins alike', `https://www.youtube.com.evil.example/watch?v=${id}`],
  ['a user name that looks like a host', `https://youtube.com@evil.example/watch?v=${id}`],
  ['another scheme', `javascript://youtube.com/watch?v=${id}`],
  ['an id with markup in it', 'https://www.youtube.com/watch?v=%22%3E%3Cscript'],
  ['an id that is too short', 'https://youtu.be/abc'],
  ['a list of videos', 'https://www.youtube.com/playlist?list=PL1234567890'],
  ['a channel', 'https://www.youtube.com/@kyiv-independent'],
  ['a channel whose name is as long as an id', 'https://www.youtube.com/user/BBCNewsLive'],
  ['a collection at Vimeo', 'https://vimeo.com/showcase/76979871'],
  ['a key with markup in it', 'https://player.vimeo.com/video/76979871?h=%22%3E'],
  ['a page of Vimeo', 'https://vimeo.com/about'],
  ['no address', 'youtube'],
  ['nothing', ''],
])('%s is not embedded', (_, address) => {
  expect(embedOf(address)).toBeUndefined();
});

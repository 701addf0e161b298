import { expect, test } from 'vitest';
import { videoOf } from '../../src/copy/videos.ts';

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
])('%s is a video at YouTube, played without cookies', (address) => {
  expect(videoOf(address)).toEqual({
    host: 'YouTube',
    page: `https://www.youtube.com/watch?v=${id}`,
    player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  });
});

test.each(['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?color=fff'])(
  '%s is a video at Vimeo, played without tracking',
  (address) => {
    expect(videoOf(address)).toEqual({
      host: 'Vimeo',
      page: 'https://vimeo.com/76979871',
      player: 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
    });
  },
);

test.each([
  'https://vimeo.com/76979871/abcdef0123',
  'https://player.vimeo.com/video/76979871?h=abcdef0123',
])('%s is an unlisted video, which keeps its key', (address) => {
  expect(videoOf(address)).toEqual({
    host: 'Vimeo',
    page: 'https://vimeo.com/76979871/abcdef0123',
    player: 'https://player.vimeo.com/video/76979871?h=abcdef0123&dnt=1&autoplay=1',
  });
});

test.each([
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
])('%s is no video', (_, address) => {
  expect(videoOf(address)).toBeUndefined();
});

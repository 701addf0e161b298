import { describe, expect, test } from 'vitest';
import { library, upload } from './library.ts';
import { bodyFrom, markdownFrom, read } from './read.ts';

const tube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const frame = (src: string, more = ''): string => `<iframe src="${src}" ${more}></iframe>`;

describe('a video or post that the paper has a card for is a bare link', () => {
  test.each([
    ['in a frame', frame('https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0'), tube],
    [
      'in a frame that loads late',
      '<iframe src="about:blank" data-src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
      tube,
    ],
    [
      'in a frame of Vimeo',
      frame('https://player.vimeo.com/video/123456?h=abcdef'),
      'https://vimeo.com/123456/abcdef',
    ],
    [
      'in an object',
      '<object><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ&hl=en"><embed src="http://www.youtube.com/v/dQw4w9WgXcQ&hl=en"></object>',
      tube,
    ],
    ['on a line of its own', `Before\n${tube}\nafter`, tube],
    ['as a link of its own', `<p><a href="${tube}">${tube}</a></p>`, tube],
    [
      'as a post’s script would show it',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/ABC/?x=1"><p>View this</p></blockquote>',
      'https://www.instagram.com/p/ABC/',
    ],
    [
      'as TikTok writes it',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/123"><section>x</section></blockquote>',
      'https://www.tiktok.com/@a/video/123',
    ],
    [
      'as an embed block',
      `<!-- wp:core-embed/youtube --><figure class="wp-block-embed-youtube wp-block-embed"><div class="wp-block-embed__wrapper">\n${tube}\n</div></figure><!-- /wp:core-embed/youtube -->`,
      tube,
    ],
    ['as an embed block without words', `<!-- wp:embed {"url":"${tube}"} /-->`, tube],
  ])('%s', (_, html, page) => {
    const { markdown, embeds } = bodyFrom(html);
    expect(embeds).toEqual([page]);
    expect(markdown.split('\n')).toContain(page);
    expect(read(markdown)('[data-embed]').attr('href')).toBe(page);
  });

  test('with its caption below', () => {
    expect(
      markdownFrom(
        `<figure class="wp-block-embed"><div>${tube}</div><figcaption>The film.</figcaption></figure>`,
      ),
    ).toBe(`${tube}\n\nThe film.`);
  });

  test('but not within a sentence', () => {
    expect(bodyFrom(`See ${tube} now.`)).toMatchObject({
      markdown: `See <${tube}> now.\n`,
      embeds: [],
    });
  });

  test('and the words of a post stay, for it may be gone one day', () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Words.</p>&mdash; Who <a href="https://twitter.com/a/status/123">May 1</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>';
    expect(markdownFrom(html)).toBe(
      '> Words.\n>\n> — Who [May 1](https://twitter.com/a/status/123)\n\nhttps://x.com/a/status/123',
    );
  });
});

describe('everything else in a frame is a link, and listed', () => {
  test.each([
    [
      'a list of films',
      frame('https://www.youtube.com/embed/videoseries?list=PL1'),
      '<https://www.youtube.com/playlist?list=PL1>',
      'https://www.youtube.com/playlist?list=PL1',
    ],

    [
      'a map',
      frame('https://maps.example.org/embed?a=1', 'title="A map"'),
      '[A map](https://maps.example.org/embed?a=1)',
      'https://maps.example.org/embed?a=1',
    ],
    [
      'a film of Facebook',
      frame(
        'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fvideos%2F1%2F',
      ),
      '<https://www.facebook.com/x/videos/1/>',
      'https://www.facebook.com/x/videos/1/',
    ],
    [
      'a song of SoundCloud',
      frame('https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1'),
      '<https://api.soundcloud.com/tracks/1>',
      'https://api.soundcloud.com/tracks/1',
    ],
    [
      'a post of Telegram',
      '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="paper/12"></script>',
      '<https://t.me/paper/12>',
      'https://t.me/paper/12',
    ],
    [
      'a gist',
      '<script src="https://gist.github.com/a/1.js"></script>',
      '<https://gist.github.com/a/1>',
      'https://gist.github.com/a/1',
    ],
  ])('%s', (_, html, markdown, found) => {
    expect(bodyFrom(html)).toMatchObject({
      markdown: `${markdown}\n`,
      embeds: [],
      losses: [{ what: 'embed', found, harmless: false }],
    });
  });

  test('two of them do not glue their words together', () => {
    expect(
      markdownFrom(
        frame('https://a.example/1', 'title="One"') + frame('https://a.example/2', 'title="Two"'),
      ),
    ).toBe('[One](https://a.example/1)\n\n[Two](https://a.example/2)');
  });

  test.each([
    ['advertising', frame('https://googleads.g.doubleclick.net/x'), true],
    ['a button to like', frame('https://www.facebook.com/plugins/like.php?href=x'), true],
    ['a frame with its own page', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', false],
    ['what nothing plays any more', '<object data="https://a.example/x.swf"></object>', false],
  ])('but %s is nothing', (_, html, harmless) => {
    const { markdown, losses } = bodyFrom(html);
    expect(markdown).toBe('');
    expect(losses).toMatchObject([{ what: 'embed', harmless }]);
  });
});

describe('a recording is a link in a line of its own, which becomes a player', () => {
  test.each([
    [
      'audio',
      `<audio src="${upload('talk.mp3')}">Your browser plays nothing.</audio>`,
      '[The talk](bodyfile1end)',
    ],
    [
      'video with sources',
      `<video><source src="${upload('film.wmv')}"><source src="${upload('film.mp4')}"></video>`,
      '[film](bodyfile1end)',
    ],
    ['an address', upload('talk.mp3'), '[The talk](bodyfile1end)'],
    [
      'of another site',
      '<audio src="https://a.example/x.mp3" title="X"></audio>',
      '[X](https://a.example/x.mp3)',
    ],
    ['with a video’s page for a file', `<video src="${tube}"></video>`, tube],
    [
      'a link to one',
      `<p><a href="${upload('talk.mp3')}">Hear it</a></p>`,
      '[Hear it](bodyfile1end)',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownFrom(html, library)).toBe(markdown);
  });

  test('and is a file to place', () => {
    expect(bodyFrom(`<audio src="${upload('talk.mp3')}"></audio>`, library).files).toMatchObject([
      { mark: 'bodyfile1end', kind: 'recording', file: '3', urls: [upload('talk.mp3')] },
    ]);
    expect(bodyFrom(`<a href="${upload('report.pdf')}">R</a>`, library).files).toMatchObject([
      { kind: 'download', file: '5' },
    ]);
  });
});

import type { CheerioAPI } from 'cheerio';

/** What a recording's file ends in, and the element that plays it. */
const players: Record<string, 'audio' | 'video'> = {
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  wav: 'audio',
  mp4: 'video',
  webm: 'video',
};

/** The element that plays the file at an address, or undefined: a path on this site, or https. */
export const playerOf = (address: string): 'audio' | 'video' | undefined => {
  if (!/^(?:https:\/\/[^\s/]|\/(?!\/))/i.test(address) || !URL.canParse(address, 'https://-/'))
    return undefined;
  const ending = /\.(\w+)$/.exec(new URL(address, 'https://-/').pathname)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : players[ending];
};

/** A recording's address that stands alone becomes the browser's own player, which fetches nothing before it plays. */
export const setRecordings = ($: CheerioAPI): void => {
  // What copy brings along might play by itself.
  for (const raw of $('audio, video').toArray()) $(raw).replaceWith($(raw).contents());
  for (const paragraph of $('p').toArray()) {
    const link = $(paragraph).children('a');
    const address = link.attr('href') ?? '';
    const player = playerOf(address);
    if (!player || $(paragraph).contents().length !== 1 || link.length !== 1) continue;
    const box = $(`<${player}></${player}>`).attr({
      controls: '',
      preload: 'none',
      src: address,
      'aria-label': link.text().trim(),
    });
    const caption = $('<figcaption></figcaption>').append(link.clone());
    $(paragraph).replaceWith(
      $('<figure class="recording" data-part="recording"></figure>').append(box, caption),
    );
  }
};

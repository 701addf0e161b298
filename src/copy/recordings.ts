import type { CheerioAPI } from 'cheerio';

/** The file extensions of recordings, and the element that plays each. */
const players: Record<string, 'audio' | 'video'> = {
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  wav: 'audio',
  mp4: 'video',
  webm: 'video',
};

/** The element that plays the recording at an address: a path on this site, or https. Otherwise undefined. */
export const playerOf = (address: string): 'audio' | 'video' | undefined => {
  if (!/^(?:https:\/\/[^\s/]|\/(?!\/))/i.test(address) || !URL.canParse(address, 'https://-/'))
    return undefined;
  const extension = /\.(\w+)$/.exec(new URL(address, 'https://-/').pathname)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : players[extension];
};

/**
 * Turns a recording's address, alone in its paragraph, into the browser's own player, which loads nothing until played.
 */
export const setRecordings = ($: CheerioAPI): void => {
  // Players in raw HTML could start by themselves.
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

import type { CheerioAPI } from 'cheerio';
import { directionOf, languageOf } from '../language/names.ts';
import type { Words } from '../language/words.ts';
import { type Captions, transcriptOf } from './transcript.ts';

/** Finds the captions of the recording at an address. */
export type CaptionsOf = (address: string) => readonly Captions[];

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

/** Whether a file is a recording, judged by its ending. */
export const isRecording = (path: string): boolean =>
  Object.hasOwn(players, path.slice(path.lastIndexOf('.') + 1).toLowerCase());

/** Where a recording belongs, if it lies beside the text that plays it. */
export const recordingsPlace = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `Move it into the folder files/ of the content folder, and link to /files/${name}.`;
};

/** A language by its own name: `français`. */
const nameOf = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/**
 * Captions as a track. None is the default: browsers would load that one with the page, before anybody plays the recording.
 */
const trackOf = ($: CheerioAPI, { src, language }: Captions) =>
  $('<track>').attr({ kind: 'captions', src, srclang: language, label: nameOf(language) });

/** Captions as a text that can be read and searched. Only one in another language than the page says which. */
const transcript = (
  $: CheerioAPI,
  { language, cues }: Captions,
  words: Pick<Words, 'transcript' | 'language'>,
) => {
  const said = transcriptOf(cues);
  if (said.length === 0) return [];
  const isOther = languageOf(language) !== words.language;
  const name = isOther ? ` (${nameOf(language)})` : '';
  const box = $('<details class="transcript" data-part="transcript"></details>');
  box.append($('<summary></summary>').text(words.transcript + name));
  for (const { speaker, text } of said) {
    const paragraph = $('<p></p>').text(speaker === undefined ? text : ` ${text}`);
    if (speaker !== undefined) paragraph.prepend($('<b></b>').text(`${speaker}:`));
    if (isOther) paragraph.attr({ lang: language, dir: directionOf(language) });
    box.append(paragraph);
  }
  return [box];
};

/**
 * Turns a recording's address, alone in its paragraph, into the browser's own player, which loads nothing until played.
 * Its captions become tracks, and transcripts below it.
 */
export const setRecordings = (
  $: CheerioAPI,
  words: Pick<Words, 'transcript' | 'language'>,
  captionsOf: CaptionsOf = () => [],
): void => {
  // Players in raw HTML could start by themselves.
  for (const raw of $('audio, video').toArray()) $(raw).replaceWith($(raw).contents());
  $('track').remove();
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
    const captions = captionsOf(address);
    // No browser shows captions where there is no picture.
    if (player === 'video') box.append(...captions.map((each) => trackOf($, each)));
    const caption = $('<figcaption></figcaption>').append(link.clone());
    const figure = $('<figure class="recording" data-part="recording"></figure>');
    $(paragraph).replaceWith(figure.append(box, caption));
    figure.after(...captions.flatMap((each) => transcript($, each, words)));
  }
};

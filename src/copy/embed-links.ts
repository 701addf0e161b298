import type { CheerioAPI } from 'cheerio';
import type { Words } from '../language/words.ts';
import { embedOf } from './embeds.ts';

/** Marks what belongs to the card alone: neither feeds nor the text edition nor search need it. */
const unspoken = { 'data-part': 'embed-note', 'data-search-skip': '' };

/** What services put into the titles of their frames, which says nothing of the video. */
const empty = /^(?:YouTube video player|vimeo-player|Embedded post)$/i;

const titleOf = (element: { attr: (name: string) => string | undefined }): string =>
  (element.attr('title') ?? '').replace(empty, '');

/**
 * Turns the address of a video or a post, alone in its paragraph, into a placeholder. Nothing loads from the service
 * until a reader asks for it. Raw frames of known services become placeholders too; all others are removed.
 */
export const setEmbeds = ($: CheerioAPI, words: Words): void => {
  const placeholder = (address: string, title = '') => {
    const embed = embedOf(address);
    if (!embed) return undefined;
    const { service, shape, page, frame } = embed;
    const isVideo = shape === 'video';
    const link = $('<a></a>').attr({ href: page, 'data-embed': frame, 'data-shape': shape });
    const note = isVideo ? words.videoNote(service) : words.postNote(service);
    const name =
      title.trim() === ''
        ? [$('<small></small>').attr(unspoken).text(`${service} `)]
        : [$('<strong></strong>').text(title.trim()), ' '];
    return $(`<p class="embed embed-${shape}"></p>`).append(
      ...name,
      link.text(isVideo ? words.playVideo(service) : words.showPost(service)),
      ' ',
      $('<small class="embed-note"></small>').attr(unspoken).text(note),
    );
  };
  $('[data-embed]').removeAttr('data-embed');
  for (const frame of $('iframe').toArray()) {
    const found = placeholder($(frame).attr('src') ?? '', titleOf($(frame)));
    const paragraph = $(frame).parent('p');
    if (
      found &&
      paragraph.children().length === 1 &&
      paragraph.text().trim() === $(frame).text().trim()
    ) {
      paragraph.replaceWith(found);
    } else if (found && paragraph.length === 0) {
      $(frame).replaceWith(found);
    } else {
      $(frame).remove();
    }
  }
  for (const paragraph of $('p').toArray()) {
    const link = $(paragraph).children('a');
    const address = link.attr('href') ?? '';
    if (link.length !== 1 || address === '' || $(paragraph).text().trim() !== address) continue;
    const found = placeholder(address, titleOf(link));
    if (found) $(paragraph).replaceWith(found);
  }
};

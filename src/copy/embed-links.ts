import type { CheerioAPI } from 'cheerio';
import type { Words } from '../language/words.ts';
import { embedOf } from './embeds.ts';

/**
 * Turns the address of a video or a post, alone in its paragraph, into a placeholder. Nothing loads from the service
 * until a reader asks for it. Raw frames of known services become placeholders too; all others are removed.
 */
export const setEmbeds = ($: CheerioAPI, words: Words): void => {
  const placeholder = (address: string) => {
    const embed = embedOf(address);
    if (!embed) return undefined;
    const { service, shape, page, frame } = embed;
    const isVideo = shape === 'video';
    const link = $('<a></a>').attr({ href: page, 'data-embed': frame, 'data-shape': shape });
    const note = isVideo ? words.videoNote(service) : words.postNote(service);
    return $(`<p class="embed embed-${shape}"></p>`).append(
      link.text(isVideo ? words.playVideo(service) : words.showPost(service)),
      ' ',
      $('<small class="embed-note" data-part="embed-note" data-search-skip></small>').text(note),
    );
  };
  $('[data-embed]').removeAttr('data-embed');
  for (const frame of $('iframe').toArray()) {
    const found = placeholder($(frame).attr('src') ?? '');
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
    const found = placeholder(address);
    if (found) $(paragraph).replaceWith(found);
  }
};

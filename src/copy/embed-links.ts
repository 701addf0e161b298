import type { CheerioAPI } from 'cheerio';
import type { Words } from '../language/words.ts';
import { embedOf } from './embeds.ts';

/** A video's or a post's address that stands alone becomes a card; nothing is loaded before a reader asks for it. */
export const setEmbeds = ($: CheerioAPI, words: Words): void => {
  const card = (address: string) => {
    const embed = embedOf(address);
    if (!embed) return undefined;
    const { service, shape, page, frame } = embed;
    const isVideo = shape === 'video';
    const link = $('<a></a>').attr({ href: page, 'data-embed': frame, 'data-shape': shape });
    const note = isVideo ? words.videoNote(service) : words.postNote(service);
    return $(`<p class="embed embed-${shape}"></p>`).append(
      link.text(isVideo ? words.playVideo(service) : words.showPost(service)),
      ' ',
      $('<small class="embed-note" data-part="embed-note" data-search-skip></small>').text(
        note,
      ),
    );
  };
  $('[data-embed]').removeAttr('data-embed');
  for (const frame of $('iframe').toArray()) {
    const found = card($(frame).attr('src') ?? '');
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
    const found = card(address);
    if (found) $(paragraph).replaceWith(found);
  }
};

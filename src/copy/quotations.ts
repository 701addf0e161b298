import type { CheerioAPI } from 'cheerio';

const mark = /^\s*\[!quote\]\s*/i;
const speaker = /(?:^|\n)\s*(?:—|–|--)\s+([^\n]+)$/;

/** Turns quotations that begin with `[!quote]` into pull quotes. A last line `— Name` names the speaker. */
export const setPullQuotes = ($: CheerioAPI): void => {
  for (const quotation of $('blockquote').toArray()) {
    const first = $(quotation).children('p').first();
    if (!mark.test(first.text()) || first.prev().length > 0) continue;
    first.html((first.html() ?? '').replace(mark, ''));
    const last = $(quotation).children('p').last();
    const html = (last.html() ?? '').trim();
    const attribution = speaker.exec(html)?.[1];
    if (attribution !== undefined) last.html(html.replace(speaker, ''));
    for (const line of [first, last]) if (line.text().trim() === '') line.remove();
    const figure = $('<figure class="pull-quote" data-part="pull-quote"></figure>');
    $(quotation).wrap(figure);
    if (attribution !== undefined)
      $(quotation).after($('<figcaption></figcaption>').html(attribution));
    if ($(quotation).text().trim() === '') $(quotation).parent().remove();
  }
};

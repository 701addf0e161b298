import type { CheerioAPI } from 'cheerio';

const mark = /^\s*\[!quote\]\s*/i;
const speaker = /(?:^|\n)\s*(?:—|–|--)\s+([^\n]+)$/;

/** A quotation that begins with `[!quote]` is pulled out of the text; a last line `— Name` says whose it is. */
export const setPullQuotes = ($: CheerioAPI): void => {
  for (const quotation of $('blockquote').toArray()) {
    const first = $(quotation).children('p').first();
    if (!mark.test(first.text()) || first.prev().length > 0) continue;
    first.html((first.html() ?? '').replace(mark, ''));
    const last = $(quotation).children('p').last();
    const html = (last.html() ?? '').trim();
    const said = speaker.exec(html)?.[1];
    if (said !== undefined) last.html(html.replace(speaker, ''));
    for (const line of [first, last]) if (line.text().trim() === '') line.remove();
    const figure = $('<figure class="pull-quote" data-part="pull-quote"></figure>');
    $(quotation).wrap(figure);
    if (said !== undefined) $(quotation).after($('<figcaption></figcaption>').html(said));
    if ($(quotation).text().trim() === '') $(quotation).parent().remove();
  }
};

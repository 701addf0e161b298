/** An entry of a live story, as its page has it. */
export interface PrintedEntry {
  id: string;
  html: string;
  isPinned: boolean;
}

/** An entry: copy cannot make such an element itself, nor can one be in another (src/copy/set-entries.ts). */
const article = /<article class="entry"[^>]*? id="([^"]*)"[^>]*>[\s\S]*?<\/article>/g;

/** A note's number. The note itself stands at the end of the page, where other numbers may have moved it. */
const noteNumber = /<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>/g;

/** What shows another service in a frame. */
const frame = / data-embed="([^"]*)"([^>]*?) data-feature="embed"/g;

/**
 * The entries of a body as they can be put into a page that is open already: without the numbers of notes, and with
 * plain links where the page's policy may not allow the frame.
 * @param html the body's final HTML
 * @param frames the origins that the page of any running story may show
 */
export const entriesToAdd = (html: string, frames: readonly string[]): PrintedEntry[] =>
  [...html.matchAll(article)].map(([whole, id = '']) => ({
    id,
    isPinned: /^<article[^>]* data-pin/.test(whole),
    html: whole
      .replaceAll(noteNumber, '')
      .replaceAll(frame, (part, address: string, between: string) =>
        frames.some((origin) => address.startsWith(`${origin}/`)) ? part : between,
      ),
  }));

import { dirname, join } from 'node:path';
import type { Addresses } from '../../addresses.ts';
import { replaceMarked } from '../../astro/picture-marks.ts';
import { collectionOf } from '../../copy/collection-of.ts';
import { readEntryText } from '../../copy/read-entry.ts';
import { createBodyRenderer } from '../../copy/render.ts';
import { settingFor } from '../../copy/typeset.ts';
import { escapeHtml } from '../../escape-html.ts';
import { calendarFor } from '../../language/dates.ts';
import { wordsFor } from '../../language/words.ts';
import { percentDecoded } from '../../percent-decoded.ts';
import type { DeskSettings } from '../settings.ts';
import { writtenIn } from './fields.ts';
import type { PaperText, RenderedText } from './paper-model.ts';
import { absolute, paperDir } from './place.ts';

/** Renders texts as the build does, but for their pictures, which have addresses of their own. */
export type RenderText = (
  file: PaperText,
  pictureUrls: Readonly<Record<string, string>>,
) => Promise<RenderedText>;

/** Prepares to render the texts of a paper. */
export const createTextRenderer = (
  { publication, content }: DeskSettings,
  { link }: Pick<Addresses, 'link'>,
): RenderText => {
  const words = wordsFor(publication.language);
  const { time: entryTime, day: entryDay } = calendarFor(
    publication.language,
    publication.timeZone,
  );
  const render = createBodyRenderer(words);
  return async ({ path, text }, pictureUrls) => {
    const collection = collectionOf(path, content);
    const entry = collection && readEntryText(collection, absolute(path), paperDir, text).entry;
    // While its fields cannot be read, somebody is editing them: the words are still there.
    const { data, body: markdown } = entry ?? { data: {}, body: writtenIn(path, text).body };
    const { printed } = await render(
      markdown,
      settingFor(data, { words, link, entryTime, entryDay }),
    );
    const urlOf = (src: string): string | undefined =>
      pictureUrls[src] ?? pictureUrls[join(dirname(path), percentDecoded(src))];
    const body = replaceMarked(printed, ({ src, alt = '' }) => {
      const url = urlOf(String(src));
      const attributes = url === undefined ? '' : ` src="${escapeHtml(url)}"`;
      return `<img${attributes} alt="${escapeHtml(alt)}" loading="lazy" decoding="async" />`;
    });
    return { body };
  };
};

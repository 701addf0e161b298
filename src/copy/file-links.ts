import type { CheerioAPI } from 'cheerio';
import { type EntryFiles, fileKey, isRelative, kindAndSize, typeOfFile } from './take-along.ts';

/** Makes links to files beside a text lead to their places on the site, and say what readers get. */
export const setFileLinks = ($: CheerioAPI, files: EntryFiles, language: string): void => {
  for (const link of $('a[href]').toArray()) {
    const address = $(link).attr('href') ?? '';
    const key = fileKey(address);
    const file = isRelative(address) && Object.hasOwn(files, key) ? files[key] : undefined;
    if (!file) continue;
    $(link)
      .attr({ href: `/${file.path}`, type: typeOfFile(file), download: file.name })
      .append(
        $('<span></span>')
          .text(` (${kindAndSize(file, language)})`)
          .contents(),
      );
  }
};

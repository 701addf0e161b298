import type { SourceFile } from '../../model.ts';
import { lose } from '../work.ts';
import {
  addressOf,
  gallery,
  numbersIn,
  picture,
  recording,
  type Show,
  type ShortcodeHelp,
  valueOf,
} from './make.ts';

const isPicture = ({ path = '', urls }: SourceFile): boolean =>
  /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i.test(path === '' ? (urls[0] ?? '') : path);

/** Files of the library by number. Those that aren't there are listed. */
const filesBy = (numbers: readonly string[], { work }: ShortcodeHelp, tag: string): SourceFile[] =>
  numbers.flatMap((id) => {
    const file = work.setting.fileOf({ id });
    if (!file) lose(work, 'file', `file ${id} of ${tag}`, false);
    return file ? [file] : [];
  });

/** `[gallery]`: the pictures that it names, or all that were uploaded to the entry. */
export const galleryOf: Show = (code, help) => {
  const named = numbersIn(valueOf(code, 'ids', 'include', 'images', 'media_ids'));
  if (named.length > 0) return gallery(filesBy(named, help, code.tag));
  const left = new Set(numbersIn(valueOf(code, 'exclude')));
  const attached = help.work.setting.attached.filter(
    (file) => isPicture(file) && !left.has(file.id),
  );
  if (attached.length === 0)
    lose(help.work, 'gallery', `${code.tag}, which shows no picture`, true);
  return gallery(attached);
};

/** `[caption]` and the picture in it, whose caption follows it or, in old texts, is an attribute. */
export const caption: Show = (code, { inner }) => {
  const id = /\d+/.exec(valueOf(code, 'id'))?.[0] ?? '';
  const old = valueOf(code, 'caption');
  const words = old === '' ? '' : `<figcaption>${old}</figcaption>`;
  return `<figure class="x-caption" data-id="${id}">${inner(code)}${words}</figure>`;
};

/** One picture of a page builder: by number, or by address. */
export const singlePicture: Show = (code, help) => {
  const value = addressOf(code, 'image', 'id', 'img', 'image_id', 'media_id', 'src', 'url');
  const external = addressOf(code, 'custom_src', 'external_link', 'image_url', 'src', 'url');
  const words = valueOf(code, 'caption', 'image_caption', 'custom_caption');
  const link = /^(?:https?:|\/)/.exec(addressOf(code, 'link', 'custom_link', 'href', 'img_link'))
    ? addressOf(code, 'link', 'custom_link', 'href', 'img_link')
    : '';
  const alt = addressOf(code, 'alt', 'alttext', 'title_text', 'title');
  const id = /^\d+$/.test(value) ? value : '';
  if (id !== '') {
    const [file] = filesBy([id], help, code.tag);
    if (!file) return '';
    const own = valueOf(code, 'add_caption') === '' ? '' : (file.caption ?? '');
    return picture({
      id,
      url: file.urls[0] ?? '',
      alt: alt === '' ? file.alt : alt,
      caption: words === '' ? own : words,
      link,
    });
  }
  const url = external === '' ? value : external;
  return url === '' ? '' : picture({ url, alt, caption: words, link });
};

/** `[playlist]`: each recording on a line of its own. */
export const playlist: Show = (code, help) => {
  const tag = valueOf(code, 'type') === 'video' ? 'video' : 'audio';
  const named = numbersIn(valueOf(code, 'ids', 'include'));
  const pattern = tag === 'video' ? /\.(?:mp4|webm|m4v|mov|ogv)$/i : /\.(?:mp3|m4a|ogg|wav|flac)$/i;
  const files =
    named.length > 0
      ? filesBy(named, help, code.tag)
      : help.work.setting.attached.filter(({ path, urls }) => pattern.test(path ?? urls[0] ?? ''));
  return files.map(({ id, urls, title = '' }) => recording(tag, urls[0] ?? '', id, title)).join('');
};

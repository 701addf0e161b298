import type { SourceFile } from '../../model.ts';
import { decodedOnce } from '../once.ts';
import { readSettings } from './meta.ts';
import type { Item } from './records.ts';
import { percentDecoded } from '../../../percent-decoded.ts';

const isWeb = (url: string | undefined): url is string =>
  url !== undefined && /^(?:https?:)?\/\/[^\s"<>]+$/i.test(url);

/** What stands after the folder of uploads in an address or in a path of the server. */
const belowUploads =
  /(?:\/wp-content\/(?:uploads|blogs\.dir\/\d+\/files)\/|\/uploads\/|\.files\.wordpress\.com\/)(.+)$/;

/** A path that leads nowhere but below the folder of uploads; undefined if it would. */
const safe = (path: string | undefined): string | undefined => {
  const clean = path?.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  const parts = clean?.split('/') ?? [];
  return clean === undefined || clean === '' || parts.includes('..') || clean.includes('\0')
    ? undefined
    : clean;
};

const beside = (path: string, name: string): string => path.replace(/[^/]*$/, name);

/** An attachment: a file of the library. What WordPress made smaller than the upload is named by the upload. */
export const fileOf = (item: Item): { file: SourceFile; isMended: boolean } => {
  const { fields, meta } = item;
  const guid = fields.get('guid');
  const address = fields.get('wp:attachment_url');
  const { values, isMended } = readSettings(meta.get('_wp_attachment_metadata')?.[0]);
  const kept = meta.get('_wp_attached_file')?.[0];
  const url = [address, guid].find(isWeb);
  const plain = kept === undefined || kept === '' ? undefined : kept;
  const shown =
    plain === undefined || /^(?:\/|\w:|https?:)/.test(plain)
      ? percentDecoded(belowUploads.exec((plain ?? url ?? '').replace(/[?#].*$/, ''))?.[1] ?? '')
      : plain;
  const upload = values.get('original_image')?.replace(/^.*[/\\]/, '');
  const hasUpload = upload !== undefined && upload !== '';
  const urls = [address, guid].filter(isWeb);
  if (hasUpload && url !== undefined) {
    urls.unshift(beside(url.replace(/[?#].*$/, ''), encodeURIComponent(upload)));
  }
  const parent = fields.get('wp:post_parent');
  const text = (value: string | undefined): string | undefined =>
    decodedOnce(value ?? '') || undefined;
  return {
    isMended,
    file: {
      type: 'file',
      id: fields.get('wp:post_id') ?? '',
      entry: parent === undefined || parent === '0' || parent === '' ? undefined : parent,
      path: safe(hasUpload && shown !== '' ? beside(shown, upload) : shown),
      urls: [...new Set(urls)],
      title: text(fields.get('title')),
      alt: text(meta.get('_wp_attachment_image_alt')?.[0]),
      caption: text(fields.get('excerpt:encoded')),
      credit: text(meta.get('_media_credit')?.[0] ?? values.get('credit')),
      page: fields.get('link') || undefined,
    },
  };
};

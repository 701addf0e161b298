import type { SourceComment, SourceMoment } from '../../model.ts';
import { databaseMoment } from '../moments.ts';
import { decodedOnce } from '../once.ts';
import type { Fields } from './records.ts';

const pings = new Set(['pingback', 'trackback', 'webmention', 'mention', 'like', 'repost']);

/** Types that readers write. Others are notes of editors, shops and plugins. */
const words = new Set(['', 'comment', 'review', ...pings]);

const isWeb = (url: string): boolean => /^https?:\/\/[^\s"<>]+$/i.test(url);

/** The difference between local time and UTC that a moment shows, in milliseconds. */
const offsetOf = (moment: SourceMoment | undefined): number => {
  const offset = Date.parse(`${moment?.local ?? ''}Z`) - Date.parse(moment?.utc ?? '');
  return Math.abs(offset) <= 14 * 3_600_000 ? offset : 0;
};

/**
 * The comments of an item. Addresses of machines are not read; e-mail addresses are handed on for services that keep them
 * apart.
 * @param published that of the entry, whose offset serves comments that have local time alone
 */
export const commentsOf = (
  comments: readonly Fields[],
  published: SourceMoment | undefined,
): SourceComment[] =>
  comments.flatMap((fields, index) => {
    const value = (name: string): string => fields.get(`wp:comment_${name}`) ?? '';
    const local = databaseMoment(value('date'));
    const utc =
      databaseMoment(value('date_gmt')) ??
      (local === undefined
        ? published?.utc?.replace(/Z$/, '')
        : new Date(Date.parse(`${local}Z`) - offsetOf(published)).toISOString().slice(0, 19));
    if (utc === undefined) return [];
    const type = value('type').toLowerCase();
    const parent = value('parent');
    const link = value('author_url');
    return [
      {
        id: value('id') || `x${index + 1}`,
        parent: parent === '' || parent === '0' ? undefined : parent,
        name: decodedOnce(value('author')),
        link: isWeb(link) ? link : undefined,
        email: value('author_email') || undefined,
        moment: `${utc}Z`,
        html: value('content'),
        isApproved: /^(?:1|approved?)$/.test(value('approved')) && words.has(type),
        isPing: pings.has(type),
      },
    ];
  });

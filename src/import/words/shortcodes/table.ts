import { boxes } from './boxes.ts';
import { code } from './code.ts';
import { isElsewhere, isForMembers, isFurniture } from './furniture.ts';
import type { Show } from './make.ts';
import { media } from './media.ts';
import { newspaper, packedElement } from './newspaper.ts';
import { container, pageBuilder, titled } from './page-builder.ts';
import { caption, galleryOf, playlist } from './pictures.ts';

/** Shortcodes of WordPress itself. */
const core: Record<string, Show> = {
  caption,
  wp_caption: caption,
  gallery: galleryOf,
  playlist,
};

const own = new Map(
  Object.entries({ ...boxes, ...code, ...media, ...newspaper, ...pageBuilder, ...core }),
);

/** Elements of page builders that aren't named in the table: what is in them stays, with the title above it. */
const families: readonly (readonly [RegExp, Show])[] = [
  [/^tdm_/, packedElement],
  [/^td_smart_list/, container],
  [
    /^(?:vc|su|et_pb|fusion|av|mk|cmsms|kc|cs|x|nectar|ultimate|mpc|ux|thb|qode|eltdf|mkdf|edgtf|cz|dt|stm|porto|wolf|rt|siteorigin)_(?:section|row|column|col|inner|container|wrap|group|grid|content|hidden|hide)/,
    container,
  ],
  [
    /^(?:vc|su|et_pb|fusion|av|mk|cmsms|kc|nectar|ultimate|mpc|ux|thb|qode|eltdf|mkdf|edgtf|cz|stm|porto)_/,
    titled,
  ],
];

/** What a shortcode becomes; undefined if nobody knows its name. Furniture is for the caller to drop first. */
export const showOf = (name: string): Show | undefined =>
  own.get(name) ?? families.find(([names]) => names.test(name))?.[1];

/** Whether the name has its own entry, which goes before all patterns. */
const isNamed = (name: string): boolean => own.has(name);

/** What kind of shortcode it is, or undefined for a name that nobody knows. */
export const kindOf = (
  name: string,
): 'shown' | 'furniture' | 'elsewhere' | 'members' | undefined => {
  if (isForMembers(name)) return 'members';
  if (isNamed(name)) return 'shown';
  if (/^(?:tdm_|td_smart_list)/.test(name)) return 'shown';
  if (isFurniture(name)) return 'furniture';
  if (isElsewhere(name)) return 'elsewhere';
  return showOf(name) ? 'shown' : undefined;
};

/** Names that are no words of a story, so that one alone in brackets is a shortcode. */
const certain = new Set(
  'gallery caption audio video embed playlist youtube vimeo dailymotion soundcloud instagram tweet toc sitemap adsense addtoany products newsletter rss googlemaps nggallery mappress yarpp wpvideo videopress embedyt slideshare scribd polldaddy crowdsignal gist spotify bandcamp'.split(
    ' ',
  ),
);

/** Whether a name in brackets, without anything else, can only be a shortcode. */
export const isCertain = (name: string): boolean =>
  kindOf(name) !== undefined && (certain.has(name) || /[_\d-]/.test(name));

/** Whether what is between the tags must not be read for shortcodes. */
export const isRaw = (name: string): boolean =>
  Object.hasOwn(code, name) ||
  /^(?:vc_raw_|td_block_raw_html$|fusion_code$|embed$|wp-embed$|embedyt$)/.test(name);

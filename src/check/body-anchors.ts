import { loadFragment } from '../copy/fragment.ts';
import { settingFor } from '../copy/typeset.ts';
import type { Rendering } from './lost-words.ts';
import type { LinkFault, Target } from './own-links.ts';
import { percentDecoded } from '../percent-decoded.ts';

/** The anchors that pages have around a body. */
export const pageAnchors: ReadonlySet<string> = new Set([
  'story',
  'key-points',
  'key-moments',
  'contents',
  'corrections',
  'reporting',
  'share',
  'stay-connected',
  'newsletter',
  'must-read',
  'related-news',
  'leave-a-reply',
  'third-party-services',
  'kept-on-your-device',
]);

/** The ids in the body of an entry as it is printed. */
export const anchorsIn = async (
  { body, data }: Pick<Target, 'body'> & { data: object },
  { render, setting }: Rendering,
): Promise<ReadonlySet<string>> => {
  const { printed } = await render(body, settingFor(data, setting));
  const $ = loadFragment(printed);
  return new Set(
    $('[id]')
      .toArray()
      .map((element) => $(element).attr('id') ?? ''),
  );
};

/**
 * Finds links to anchors that are not there.
 * @param idsIn the ids in an entry, for which it is asked only if a link leads into it
 */
export const createAnchors = (idsIn: (entry: Target) => Promise<ReadonlySet<string>>) => {
  const missing = (anchor: string, fix: string): LinkFault => ({
    found: `#${anchor}, an anchor that is not there`,
    expected: 'the anchor of a crosshead, or of HTML with an `id`',
    fix,
  });
  return {
    /** What is wrong with a link to an anchor (without #) in the same body. */
    within: async (entry: Target, anchor: string): Promise<LinkFault | undefined> => {
      const id = percentDecoded(anchor);
      if (id === '' || id === 'top') return undefined;
      const ids = await idsIn(entry);
      if (ids.has(`at-${id}`) || ids.has(id)) return undefined;
      return missing(anchor, 'Write it as the crosshead, in lower case, with hyphens for spaces.');
    },
    /** What is wrong with a link to an anchor on the page of an article or a page. */
    onPageOf: async (entry: Target, anchor: string): Promise<LinkFault | undefined> => {
      const id = percentDecoded(anchor);
      if (id === '' || id === 'top' || pageAnchors.has(id)) return undefined;
      const ids = await idsIn(entry);
      if (ids.has(id)) return undefined;
      return missing(
        anchor,
        ids.has(`at-${id}`)
          ? `Write #at-${anchor}: that is its name on the page.`
          : 'Copy it from the page, where it starts with at-.',
      );
    },
  };
};

import { Parser } from 'htmlparser2';
import { markdownToHtml } from 'satteri';
import { timedCrosshead } from '../copy/live.ts';
import { withPlainSigns } from '../copy/plain-signs.ts';

/** A paragraph of a story, or what stands like one. */
export interface Block {
  kind: 'headline' | 'standfirst' | 'point' | 'heading' | 'text' | 'item' | 'quote';
  /** Its words, without any markup. */
  text: string;
  /** Of the crosshead of a live entry, its moment, in milliseconds since 1970. */
  moment?: number;
}

const blockNames =
  /^(?:p|h[1-6]|li|[uod]l|d[td]|blockquote|pre|div|section|article|aside|header|footer|main|nav|figure|figcaption|details|summary|table|t(?:head|body|foot|r)|caption|hr|form|fieldset|address|center|audio|video)$/;
/** Elements whose content is no text of the story. */
const silent = /^(?:script|style|template|textarea|option|iframe|noscript|title|object)$/;

const kindOf = (name: string): Block['kind'] | undefined => {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'blockquote') return 'quote';
  return /^(?:li|d[td])$/.test(name) ? 'item' : undefined;
};

/** What typesetting takes away: a moment without words, and the mark of a box. */
const taken = /^\s*(?:\d{4}-\d{2}-\d{2}T[^\s<]*|\[!\w+\])\s*/i;
/** An address alone in its paragraph becomes a video or a post. */
const isAddress = /^https?:\/\/\S+$/i;

/**
 * The words of a body, block by block. They are taken from what Markdown makes, before anything is typeset: so an engine
 * that sets bodies in another way makes no new version of a story.
 */
export const bodyBlocks = (markdown: string): Block[] => {
  const html = markdownToHtml(withPlainSigns(markdown).markdown, {
    features: { frontmatter: false, gfm: true },
  }).html;
  const blocks: Block[] = [];
  const kinds: (Block['kind'] | undefined)[] = [];
  let text = '';
  let silence = 0;
  const end = (): void => {
    const kind = kinds.findLast((one) => one !== undefined) ?? 'text';
    const words = text.replace(/\s+/g, ' ').trim();
    text = '';
    const timed = kind === 'heading' ? timedCrosshead(words) : undefined;
    if (timed) {
      blocks.push({ kind, text: timed.words, moment: Date.parse(timed.moment) });
      return;
    }
    const clean = kind === 'item' ? words : words.replace(taken, '');
    if (clean !== '' && !isAddress.test(clean)) blocks.push({ kind, text: clean });
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const isNoteSign =
          'data-footnote-ref' in attributes ||
          'data-footnote-backref' in attributes ||
          attributes['id'] === 'footnote-label';
        if (silence > 0 || silent.test(name) || isNoteSign) silence += 1;
        if (silence > 0) return;
        if (blockNames.test(name)) {
          end();
          kinds.push(kindOf(name));
        } else if (/^t[dh]$/.test(name) && text.trim() !== '') text += ' · ';
        else if (name === 'br') text += ' ';
      },
      ontext: (part) => {
        if (silence === 0) text += part;
      },
      onclosetag: (name) => {
        if (silence > 0) silence -= 1;
        else if (blockNames.test(name)) {
          end();
          kinds.pop();
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  end();
  return blocks;
};

import { escapeHtml } from '../escape-html.ts';
import type { RecordWords } from '../language/record.ts';
import type { Part } from './word-difference.ts';

/**
 * A paragraph of a comparison as HTML. Screen readers do not say what `ins` and `del` mean, so that words do, which nobody
 * else sees; they are in brackets, because a voice has no other sign of where a change ends.
 */
export const partsHtml = (
  parts: readonly Part[],
  words: Pick<RecordWords, 'added' | 'removed'>,
): string =>
  parts
    .map(({ type, text }) => {
      if (type === 'same') return escapeHtml(text);
      const [tag, word] = type === 'added' ? ['ins', words.added] : ['del', words.removed];
      const inside = text.trim();
      const before = text.slice(0, text.indexOf(inside));
      // Spaces beside a change are neither underlined nor struck through.
      const after =
        text.slice(before.length + inside.length) || ' '.repeat(Number(type === 'removed'));
      return (
        `${before}<${tag}><span class="aloud">[${escapeHtml(word)}: </span>${escapeHtml(inside)}` +
        `<span class="aloud">]</span></${tag}>${after}`
      );
    })
    .join('');

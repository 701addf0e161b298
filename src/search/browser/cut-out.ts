import { shown } from '../joined-words.ts';

/** The end of a sentence, in any script, with the quotation marks and brackets that close after it. */
const endOfSentence = /[.!?…؟。！？][\p{Pe}\p{Pf}\p{Pi}"']*\s*$/u;

/**
 * An excerpt with “…” where it begins or ends within a sentence.
 * @param excerpt as the engine returns it: words of the text with one space between them, some in `<mark>`
 * @param content the text it was cut out of
 */
export const cutOut = (excerpt: string, content: string): string => {
  const text = content.trim().replace(/\s+/g, ' ');
  const plain = excerpt.replace(/<\/?mark>/g, '').trim();
  const start = text.indexOf(plain);
  const begins = start <= 0 || endOfSentence.test(shown(text.slice(0, start)));
  const ends = start + plain.length === text.length || endOfSentence.test(shown(plain));
  return `${begins ? '' : '…'}${ends ? excerpt : `${excerpt.replace(/[\s,;:–—-]+$/, '')}…`}`;
};

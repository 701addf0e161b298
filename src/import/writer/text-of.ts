import { markdownToHtml } from 'satteri';
import { plainText } from '../words/plain.ts';

/** The words of a body before its first crosshead or list, for a headline or standfirst made from them. */
export const wordsOf = (markdown: string): string => {
  const html = markdownToHtml(markdown).html;
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) =>
    plainText(inner.replaceAll(/<img\b[^>]*>|<sup\b.*?<\/sup>/gs, '')).trim(),
  );
  const words = paragraphs.filter((text) => text !== '' && !/^https?:\/\/\S+$/.test(text));
  return words.length > 0 ? words.slice(0, 6).join(' ') : plainText(html).trim();
};

import { make } from '../../make-element.ts';
import { shown } from '../joined-words.ts';
import { cutOut } from './cut-out.ts';
import type { Hit } from './index-reader.ts';

/** Everything becomes text except `<mark>`, so that no other markup in an excerpt reaches the page. */
const marked = (excerpt: string): (string | Node)[] =>
  shown(excerpt)
    .split(/<mark>|<\/mark>/)
    .flatMap((part, n) => {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      if (n % 2 === 0) return text;
      const [, before = '', word = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? [];
      return [before, make('mark', {}, word), after];
    });

/** The list item that shows a search result. */
export const hitItem = ({ url, meta, excerpt, raw_content: content }: Hit): HTMLElement => {
  const { title = '', section = '', date = '', published = '', image } = meta;
  const size = { width: 160, height: 90 };
  const item = make(
    'li',
    { className: 'hit' },
    make('p', { className: 'label' }, `${section} · `, make('time', { dateTime: published }, date)),
    make('h2', {}, make('a', { href: url }, shown(title))),
    make('p', { className: 'excerpt' }, ...marked(cutOut(excerpt, content))),
  );
  // First, so that text flows around it.
  if (image) item.prepend(make('img', { alt: '', loading: 'lazy', ...size, src: image }));
  return item;
};

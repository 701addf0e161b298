import type { Words } from '../../language/words.ts';
import { type Kind, traitsOf } from '../../schemas/kinds.ts';
import type { Make } from './make-element.ts';

/** The table of contents that stories of some kinds have, from the body; undefined if it would be of no use. */
export const contentsOf = (
  make: Make,
  kind: Kind,
  body: Element,
  words: Words,
): HTMLElement | undefined => {
  const { contents } = traitsOf(kind);
  const [title, heads] = {
    none: () => ['', []] as const,
    crossheads: () => {
      const all = [...body.querySelectorAll('h2[id]')].filter(
        (one) => !one.closest('[data-footnotes]'),
      );
      return [words.contents, all.length < 3 ? [] : all] as const;
    },
    entries: () =>
      [
        words.latestEntries,
        [...body.querySelectorAll('[data-part="entry"] > h2')].slice(0, 5),
      ] as const,
  }[contents]();
  if (heads.length === 0) return undefined;
  const lines = heads.map((head) => {
    const entry = head.closest('[data-part="entry"]');
    const time = entry?.querySelector('[data-part="entry-time"] time');
    const link = make('a', { href: `#${(entry ?? head).id}` });
    link.append(...(time ? [time.cloneNode(true)] : []), head.textContent);
    return make('li', {}, link);
  });
  const newest = body.querySelector('[data-part="entry-time"] time');
  const day = body.querySelector('[data-part="entry-day"]')?.textContent ?? '';
  const updated = newest
    ? [make('p', { class: 'entry-day' }, `${words.updated} ${newest.textContent} · ${day}`)]
    : [];
  return make(
    'aside',
    { role: 'note' },
    make('nav', { class: 'contents' }, make('h2', {}, title), ...updated, make('ol', {}, ...lines)),
  );
};

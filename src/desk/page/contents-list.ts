import type { Words } from '../../language/words.ts';
import { type Kind, traitsOf } from '../../schemas/kinds.ts';
import type { Make } from './make-element.ts';

/** The day of a live story's entry, as it stands above the entries of that day. */
const dayOf = (head: Element): string => {
  let before = head.closest('[data-part="entry"]')?.previousElementSibling;
  while (before && !before.matches('[data-part="entry-day"]'))
    before = before.previousElementSibling;
  return before?.textContent ?? '';
};

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
        (one) => !one.closest('[data-footnotes], [data-part="box"]'),
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
  const days = heads.map(dayOf);
  const times = heads.map((head) =>
    head.closest('[data-part="entry"]')?.querySelector('[data-part="entry-time"] time'),
  );
  const lines = heads.map((head, n) => {
    const entry = head.closest('[data-part="entry"]');
    const link = make('a', { href: `#${(entry ?? head).id}` });
    const time = times[n]?.cloneNode(true);
    // A day is named where it changes; that of the newest entry is named above all.
    if (time && n > 0 && days[n] !== days[n - 1])
      time.textContent = `${days[n] ?? ''} ${time.textContent ?? ''}`;
    link.append(...(time ? [time, ' '] : []), head.textContent);
    return make('li', {}, link);
  });
  const newest = times[0]?.cloneNode(true);
  const updated = newest
    ? [make('p', { class: 'entry-day' }, `${words.updated} `, newest, ` · ${days[0] ?? ''}`)]
    : [];
  return make(
    'aside',
    { role: 'note' },
    make('nav', { class: 'contents' }, make('h2', {}, title), ...updated, make('ol', {}, ...lines)),
  );
};

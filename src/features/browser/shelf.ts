import { base, language, page, timeZone } from 'virtual:feature';
import { whenAsked } from './asked.ts';
import { make } from '../../make-element.ts';
import { newsFor, type News, withdrawnOf } from './saved/news.ts';
import { type Followed, merged, readShelf, type SavedStory, visitedAt } from './saved/shelf.ts';
import { forget, goOn, store, stored } from './saved/storage.ts';
import { say } from './say.ts';

const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-shelf=${name}]`);

/** Stories that have a page still, which says why their words are gone. */
const withdrawn = new Set(part('page')?.dataset['withdrawn']?.split(' '));
const words = JSON.parse(part('page')?.dataset['words'] ?? '{}') as Record<string, string>;
const word = (name: string, value = ''): string =>
  (words[name] ?? '').replace(/\{\w+\}/, () => value);

const label = (...children: (string | Node)[]): HTMLElement =>
  make('p', { className: 'label' }, ...children);

/** A moment as the paper tells it: in its time zone, wherever the reader is. */
const date = (at: number, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { ...form, timeZone }).format(at);

/** A day of the last week by its name, today by its time. */
const when = (at: number): string => {
  const days = (Date.now() - at) / 864e5;
  if (days < 0.75) return date(at, { timeStyle: 'short' });
  return date(at, days < 6 ? { weekday: 'long' } : { day: 'numeric', month: 'long' });
};

const remover = (path: string, action: string, title: string): HTMLButtonElement => {
  const button = make(
    'button',
    { type: 'button', ariaLabel: word(`${action}This`, title) },
    word(action),
  );
  Object.assign(button.dataset, { feature: 'shelf', action, path });
  return button;
};

const savedItem = (
  { path, title, note, image, stop, of }: SavedStory,
  gone: boolean,
): HTMLElement => {
  const isWithdrawn = withdrawn.has(path);
  const item = make('li', { className: 'kept' });
  if (image && !gone && !isWithdrawn) {
    const picture = make('img', { src: image, alt: '', width: 160, height: 90 });
    picture.addEventListener('error', () => {
      picture.remove();
    });
    item.append(picture);
  }
  item.append(make('h3', {}, gone ? title : make('a', { href: path }, title)), label(note));
  if (gone || isWithdrawn) {
    item.append(make('p', { className: 'gone' }, word(isWithdrawn ? 'withdrawn' : 'gone')));
  } else if (stop > 0) {
    const share = new Intl.NumberFormat(language, { style: 'percent' }).format(stop / of);
    item.append(label(make('a', { href: path + goOn }, word('goOn')), ` · ${word('read', share)}`));
  }
  item.append(remover(path, 'remove', title));
  return item;
};

const newsItem = ({ path, title, from, at }: News): HTMLElement =>
  make(
    'li',
    {},
    make('h3', {}, make('a', { href: path }, title)),
    label(`${from} · ${date(at, { day: 'numeric', month: 'long' })}`),
  );

const followedItem = ({ path, title }: Followed): HTMLElement =>
  make('li', {}, make('a', { href: path }, title), remover(path, 'unfollow', title));

const fill = (name: string, items: HTMLElement[]): void => {
  const section = part(name);
  section?.querySelector('ul')?.replaceChildren(...items);
  if (section) section.hidden = items.length === 0;
};

let turn = 0;
let isNoted = false;

/** Shows what is on this device. Everything appears at once, so that nothing moves. */
const showPage = async (): Promise<void> => {
  turn += 1;
  const mine = turn;
  const kept = stored();
  const isEmpty = !kept || kept.stories.length + kept.follows.length === 0;
  if (!isNoted && !isEmpty) {
    isNoted = true;
    store((shelf) => visitedAt(shelf, Date.now()));
  }
  const shelf = stored();
  const [{ news, failed }, gone] = shelf
    ? await Promise.all([newsFor(shelf), withdrawnOf(shelf)])
    : [{ news: [], failed: false }, new Set<string>()];
  if (mine !== turn) return;
  const { stories = [], follows = [], seen = 0 } = shelf ?? {};
  fill(
    'stories',
    stories.map((story) => savedItem(story, gone.has(story.path))),
  );
  fill('follows', follows.map(followedItem));
  fill('new', news.map(newsItem));
  // Without anything followed, the section is hidden.
  const since = Math.max(seen, Math.min(...follows.map((followed) => followed.since), Date.now()));
  const section = part('new');
  const heading = section?.querySelector('h2');
  if (heading) heading.textContent = word('newSince', when(since));
  const sentence = section?.querySelector('p');
  if (section && sentence) {
    section.hidden = follows.length === 0;
    sentence.textContent = failed ? word('failed') : word('nothingNew');
    sentence.hidden = news.length > 0 && !failed;
  }
  for (const [name, hidden] of [
    ['empty', !isEmpty || !shelf],
    ['broken', !!shelf],
    // A damaged list can only be replaced or forgotten.
    ['list', isEmpty && !!shelf],
  ] as const) {
    const room = part(name);
    if (room) room.hidden = hidden;
  }
  const exporter = part('list')?.querySelector<HTMLElement>('[data-action=export]');
  if (exporter) exporter.hidden = !shelf;
};

const exportList = (): void => {
  const { stories, follows } = stored() ?? { stories: [], follows: [] };
  const json = JSON.stringify({ stories, follows }, null, 2);
  const href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  make('a', { href, download: 'saved.json' }).click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 9999);
};

const importList = (): void => {
  const input = make('input', { type: 'file', accept: '.json,application/json' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    void (async () => {
      const other = file && file.size < 1e6 ? readShelf(await file.text(), base) : undefined;
      if (!other) say(word('notAList'));
      else if (store((shelf) => merged(shelf, other))) {
        say(word('imported'));
        await showPage();
      } else say(word('refused'));
    })();
  });
  input.click();
};

whenAsked('shelf', ({ dataset: { action, path } }) => {
  if (action === 'export') exportList();
  else if (action === 'import') importList();
  else if (action === 'forget') {
    if (!confirm(word('forgetAsk'))) return;
    forget();
    say(word('forgotten'));
    void showPage();
  } else {
    const others = <T extends { path: string }>(list: T[]): T[] =>
      list.filter((entry) => entry.path !== path);
    store((shelf) => ({
      ...shelf,
      stories: action === 'remove' ? others(shelf.stories) : shelf.stories,
      follows: action === 'unfollow' ? others(shelf.follows) : shelf.follows,
    }));
    say(word(action === 'remove' ? 'removed' : 'unfollowed'));
    // The button is gone; the heading is where the reader goes on.
    void showPage().then(() => document.querySelector<HTMLElement>('h1')?.focus());
  }
});

addEventListener('storage', ({ key }) => {
  if (key === page || key === null) void showPage();
});
// A page that the browser kept in memory may be out of date.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void showPage();
});
void showPage();

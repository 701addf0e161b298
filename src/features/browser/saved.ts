import { page, words } from 'virtual:feature';
import { whenAsked } from './asked.ts';
import { make } from '../../make-element.ts';
import { followReading } from './saved/position.ts';
import { withEntry } from './saved/shelf.ts';
import { store, stored } from './saved/storage.ts';
import { say } from './say.ts';

const here = location.pathname;

/** The link of the topic that a button is beside. */
const topicBy = (button: HTMLElement) => button.closest('li')?.querySelector('a');

/** The path of what a button keeps: that of its topic or author, or of the story whose page it is on. */
const pathOf = (button: HTMLElement): string =>
  button.dataset['path'] ?? topicBy(button)?.pathname ?? here;

/** What the button of a story said before it was pressed. */
const unsaved = document.querySelector('.tools [data-feature=saved]')?.textContent ?? '';

/** Shows on each button whether its story, topic or author is kept. */
const showButtons = (): void => {
  const { stories = [], follows = [] } = stored() ?? {};
  const kept = new Set([...stories, ...follows].map(({ path }) => path));
  for (const button of document.querySelectorAll<HTMLElement>('[data-feature=saved]')) {
    const isKept = kept.has(pathOf(button));
    button.ariaPressed = String(isKept);
    if (button.parentElement?.className === 'tools')
      button.textContent = isKept ? words.saved : unsaved;
    // Not in the page's style, which every story carries.
    button.style.textDecoration = isKept ? 'underline' : '';
    button.style.fontWeight = isKept ? '700' : '';
  }
};

const textOf = (selector: string): string =>
  document.querySelector(selector)?.textContent.trim() ?? '';

/** The story of this page. */
const thisStory = () => {
  const source = document.querySelector<HTMLSourceElement>('[data-lead-image] source');
  const section = document.querySelector<HTMLMetaElement>('[property="article:section"]')?.content;
  return {
    path: here,
    title: textOf('h1'),
    note: [section, textOf('[data-byline] time')].filter(Boolean).join(' · '),
    image: source?.srcset.split(' ')[0] ?? '',
    stop: 0,
    of: 0,
  };
};

whenAsked('saved', (button) => {
  const title = button.dataset['title'] ?? topicBy(button)?.textContent;
  // What the button showed decides, in case another tab or an earlier visit has done it already.
  const keep = button.ariaPressed !== 'true';
  const done = store((shelf) =>
    title === undefined
      ? { ...shelf, stories: withEntry(shelf.stories, thisStory(), keep) }
      : {
          ...shelf,
          follows: withEntry(
            shelf.follows,
            { path: pathOf(button), title, since: Date.now() },
            keep,
          ),
        },
  );
  showButtons();
  const said = `${title === undefined ? 'save' : 'follow'}${keep ? '' : 'Not'}` as const;
  if (!done) say(words.refused);
  else {
    const list = make('a', { href: page }, words.list);
    list.style.color = 'inherit';
    say(`${words[said]} `, list);
  }
});

const begin = (): void => {
  showButtons();
  followReading();
  addEventListener('storage', ({ key }) => {
    if (key === page || key === null) showButtons();
  });
  // A page that the browser kept in memory may be out of date.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showButtons();
  });
};

// Not at once: a click that loaded this script follows it, and what the button showed when it was pressed counts.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else setTimeout(begin);

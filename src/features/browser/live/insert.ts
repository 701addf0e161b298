import type { Answer, Entry } from './ask.ts';

const entries = '[data-part=entry]';
const days = '[data-part=entry-day]';

/** An element from printed HTML. Scripts in it never run, because another document has read it. */
const elementOf = (html: string): HTMLElement | null =>
  new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('body > *');

const timeOf = (entry: Element): number =>
  Date.parse(entry.querySelector('time')?.getAttribute('datetime') ?? '');

/** The parts of the story of a kind, in order: those within others are not its own. */
const partsOf = (story: HTMLElement, kind: string): HTMLElement[] => [
  ...story.querySelectorAll<HTMLElement>(`:scope > :is(${kind})`),
];

const isPinned = ({ dataset }: HTMLElement): boolean => 'pin' in dataset;

/** Puts an entry where its time belongs, below the line of its day; a pinned one above all. */
const place = (story: HTMLElement, entry: HTMLElement, day: string): void => {
  const [first] = partsOf(story, `${entries},${days}`);
  if (isPinned(entry)) {
    first?.before(entry);
    return;
  }
  const all = partsOf(story, entries);
  const next = all.find((other) => !isPinned(other) && timeOf(other) < timeOf(entry));
  const above = next?.previousElementSibling;
  const lines = partsOf(story, days);
  if (!next) all.at(-1)?.after(entry);
  else if (!above?.matches(days) || above.textContent === day) next.before(entry);
  else above.before(entry);
  if (lines.some(({ textContent }) => textContent === day)) return;
  const line = lines[0]?.cloneNode() as HTMLElement | undefined;
  line?.append(day);
  if (line) entry.before(line);
};

/** What is being read: what stands at the top of the window, or the first entry below what stands above all entries. */
const readIn = (story: HTMLElement): HTMLElement | undefined => {
  // What is announced stands over the page.
  const parts = partsOf(story, ':not([role=status])');
  const at = parts.findIndex((part) => part.getBoundingClientRect().bottom > 0);
  const top = parts[at];
  if (!top?.matches(days) && !(top && isPinned(top))) return top;
  const entry = parts.slice(at).find((part) => part.matches(entries) && !isPinned(part));
  return entry && entry.getBoundingClientRect().top < innerHeight ? entry : top;
};

/** Changes the page while what is being read stays where it is. Safari does not see to that itself. */
const keepingPlace = (story: HTMLElement, change: () => void): void => {
  const read = readIn(story);
  const part = read?.dataset['livePart'];
  const top = (): number =>
    (part ? story.querySelector(`[data-live-part=${part}]`) : read)?.getBoundingClientRect().top ??
    0;
  const before = top();
  const { style } = document.documentElement;
  style.overflowAnchor = 'none';
  change();
  scrollBy({ top: top() - before, behavior: 'instant' });
  requestAnimationFrame(() => {
    style.overflowAnchor = '';
  });
};

/** Adds the style of what the page may not have had before. The policy allows no other way; older browsers have none. */
const addStyle = (css: string): void => {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
};

/** Puts new entries into the page, and what else has changed with them; nothing that has the keyboard is replaced. */
export const insert = (story: HTMLElement, { parts, css }: Answer, fresh: Entry[]): void => {
  addStyle(css);
  keepingPlace(story, () => {
    for (const { id, day, html } of fresh) {
      const entry = elementOf(html);
      if (entry?.id === id) place(story, entry, day);
    }
    for (const old of story.querySelectorAll<HTMLElement>('[data-live-part]')) {
      const part = elementOf(parts[old.dataset['livePart'] ?? ''] ?? '');
      if (part && !old.contains(document.activeElement)) old.replaceWith(part);
    }
  });
};

import { type Found, openIndex } from './index-reader.ts';
import { hitItem } from './hit.ts';
import { asked } from '../joined-words.ts';

const step = 10;

const one = (selector: string) => document.querySelector(selector) as HTMLElement;

const form = one('[role=search]') as HTMLFormElement;
const query = one('#search-query') as HTMLInputElement;
const selects = [...form.querySelectorAll('select')];
const status = one('[data-search=status]');
const failed = one('[data-search=failed]');
/** The list of results. It is on the page only while it has any. */
const list = document.createElement('ol');
const more = one('[data-search=more]') as HTMLButtonElement;
const browse = one('[data-search=browse]');

const { index = '', volumes, base = '', busy = '', language = '', words = '{}' } = form.dataset;
const messages = JSON.parse(words) as Record<string, string>;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);

let hits: Found['results'] = [];
let turn = 0;

const wanted = (): URLSearchParams => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') fields.set(name, value.trim());
  }
  return fields;
};

const say = (count: number, words: string): string => {
  if (count === 0) return messages['none'] ?? '';
  const results = (messages[plural.select(count)] ?? messages['other'] ?? '').replace('{n}', () =>
    number.format(count),
  );
  return (
    (words &&
      (messages['in'] ?? '').replace('{results}', results).replace('{query}', () => words)) ||
    results
  );
};

const count = (found: Found): void => {
  for (const select of selects) {
    // A filter's counts ignore its own choice, so that a reader can see the alternatives.
    const counts = (select.value ? found.totalFilters : found.filters)[select.name] ?? {};
    for (const option of select.options) {
      const { title } = option.dataset;
      if (title !== undefined)
        option.text = `${title} (${number.format(counts[option.value] ?? 0)})`;
    }
  }
};

const show = async (mine: number): Promise<HTMLElement[]> => {
  const stories = await Promise.all(hits.slice(0, step).map((hit) => hit.data()));
  if (mine !== turn) return [];
  hits = hits.slice(step);
  more.hidden = hits.length === 0;
  const items = stories.map(hitItem);
  list.append(...items);
  if (items.length > 0) one('[data-search=hits]').append(list);
  return items;
};

const clear = (text: string): void => {
  list.replaceChildren();
  list.remove();
  more.hidden = true;
  failed.hidden = true;
  browse.hidden = false;
  status.textContent = text;
};

const attempt = async (task: (mine: number) => Promise<void>): Promise<void> => {
  turn += 1;
  const mine = turn;
  try {
    await task(mine);
  } catch {
    if (mine !== turn) return;
    clear('');
    failed.hidden = false;
  }
};

const search = (): Promise<void> =>
  attempt(async (mine) => {
    const fields = wanted();
    if (fields.size === 0) {
      clear('');
      return;
    }
    if (list.childElementCount === 0) clear(busy);
    const words = fields.get('q');
    fields.delete('q');
    const found = await (
      await openIndex(index, base, volumes)
    ).search(words && (asked(words) || words), Object.fromEntries(fields));
    if (mine !== turn) return;
    clear(say(found.results.length, words ?? ''));
    browse.hidden = found.results.length > 0;
    count(found);
    hits = found.results;
    await show(mine);
  });

/** Fills in the form from the address, and searches. */
const read = (): void => {
  const fields = new URLSearchParams(location.search);
  query.value = fields.get('q') ?? '';
  for (const select of selects) {
    const value = fields.get(select.name) ?? '';
    if (![...select.options].some((option) => option.value === value)) {
      const option = new Option(value, value);
      option.dataset['title'] = value;
      select.add(option);
    }
    select.value = value;
  }
  void search();
};

let settled = true;
let typing = 0;

/** Puts the form's values into the address, and searches. While a reader types, that adds only one history entry. */
const write = (settle: boolean): void => {
  clearTimeout(typing);
  const fields = wanted().toString();
  const address = location.pathname + (fields && `?${fields}`);
  if (address !== location.pathname + location.search) {
    history[settled ? 'pushState' : 'replaceState'](null, '', address);
  }
  settled = settle;
  void search();
};

query.addEventListener('input', () => {
  clearTimeout(typing);
  typing = window.setTimeout(write, 250, false);
});
form.addEventListener('change', (event) => {
  if (event.target !== query) {
    settled = true;
    write(true);
  }
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  write(true);
});
failed.querySelector('button')?.addEventListener('click', () => void search());
more.addEventListener('click', () => {
  void attempt(async (mine) => {
    const [first] = await show(mine);
    first?.querySelector('a')?.focus();
  });
});
addEventListener('popstate', () => {
  settled = true;
  read();
});
read();

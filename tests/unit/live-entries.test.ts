import { expect, test } from 'vitest';
import { frameOrigins } from '../../src/copy/embeds.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { lastUpdate } from '../../src/edition/entry-moments.ts';
import { entriesToAdd } from '../../src/edition/live-entries.ts';
import { newEntries } from '../../src/language/live.ts';
import { languages } from '../../src/language/names.ts';
import { wordsFor } from '../../src/language/words.ts';
import { createBodyRenderer } from '../../src/copy/render.ts';

const words = wordsFor('en');
const setting = { words, link: (to: string) => to, entryTime: () => 'then', entryDay: () => 'day' };
const printed = async (markdown: string): Promise<string> =>
  (await createBodyRenderer(words)(markdown, setting)).printed;

const body = `An introduction.

## 2025-02-13T20:17:00+02:00 Third[^1]

https://www.youtube.com/watch?v=dQw4w9WgXcQ

## 2025-02-13T20:16:00+02:00 Second

<article id="at-20990101T000000Z" class="entry" data-part="entry">None of ours</article>

https://mastodon.example/@paper/1

## 2025-02-13T20:15:00+02:00 [pin] First

\`<article class="entry" data-part="entry" id="at-20980101T000000Z">\`

[^1]: A note.
`;

test('the entries of an answer are those of the page, each whole', async () => {
  const html = await printed(body);
  const entries = entriesToAdd(html, frameOrigins);
  expect(entries.map(({ id, isPinned }) => [id, isPinned])).toEqual([
    ['at-20250213T181500Z', true],
    ['at-20250213T181700Z', false],
    ['at-20250213T181600Z', false],
  ]);
  const [first] = entries;
  expect(html).toContain(first?.html);
});

test('they have no number of a note that the page lacks, and no frame that it may not allow', async () => {
  const [, third, second] = entriesToAdd(await printed(body), frameOrigins);
  expect(third?.html).not.toContain('fn-1');
  expect(third?.html).toContain('data-embed="https://www.youtube-nocookie.com/');
  expect(second?.html).not.toMatch(/data-embed="|data-feature/);
  expect(second?.html).toContain('href="https://mastodon.example/@paper/1"');
});

test('a live story is updated by its newest entry, unless its editor says a later time', async () => {
  const html = await printed(body);
  const now = new Date('2025-03-01T08:00:00Z');
  const published = '2025-02-13T20:00:00+02:00';
  expect(lastUpdate({ published }, html, now)).toBe('2025-02-13T18:17:00Z');
  const updated = '2025-02-13T20:16:30+02:00';
  expect(lastUpdate({ published, updated }, html, now)).toBe('2025-02-13T18:17:00Z');
  const later = '2025-02-14T09:00:00+02:00';
  expect(lastUpdate({ published, updated: later }, html, now)).toBe(later);
  // An entry that is still to come has changed nothing yet, nor has one from before the story was published.
  expect(lastUpdate({ published }, html, new Date('2025-02-13T18:16:30Z'))).toBe(
    '2025-02-13T18:16:00Z',
  );
  expect(lastUpdate({ published: '2025-02-14T09:00:00Z' }, html, now)).toBeUndefined();
});

test('copy cannot make an entry that has another time than it says', () => {
  const html = '<article class="entry" data-part="entry" id="at-20990101T000000Z">x</article>';
  expect(entriesToAdd(sanitiseBody(html, setting), [])).toEqual([]);
});

test.each(languages)('the number of new entries has every form that %s has', (language) => {
  const rules = new Intl.PluralRules(language);
  const forms = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n + 1)));
  for (const form of forms) expect(newEntries[language][form], form).toBeDefined();
});

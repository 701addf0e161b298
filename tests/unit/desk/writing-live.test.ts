import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBodyRenderer } from '../../../src/copy/render.ts';
import { type Change, type Forge, ForgeError } from '../../../src/desk/forge/forge.ts';
import {
  entriesIn,
  type NewEntry,
  withChangedEntry,
  withEntry,
} from '../../../src/desk/page/writing/live-entries.ts';
import { changeStored } from '../../../src/desk/page/writing/change-stored.ts';
import { wordsFor } from '../../../src/language/words.ts';

const story = `---
headline: "Live"
kind: live
state: live
---

An introduction, with code:

\`\`\`
## 2025-02-21T09:30:00+02:00 In code
\`\`\`

<details><summary>A box</summary>

## 2025-02-21T09:31:00+02:00 In a box

</details>

## 2025-02-21T09:30:00+02:00 The keeper arrives

She has the key.[^1]

### What was said

## 2025-02-21T07:15:00Z [key] The ribbon is *cut*

[^1]: A note.
`;

const timeZone = 'Europe/Kyiv';
const entry: NewEntry = {
  ...{ moment: '2025-02-21T10:00:00+02:00', timeZone },
  ...{ words: 'Rain', body: 'It *pours*.' },
};
const words = wordsFor('en');
const render = createBodyRenderer(words);
const asPrinted = async (text: string) => {
  const body = text.slice(text.indexOf('---', 3) + 4);
  const { printed } = await render(body, { words, link: (to) => to, entryTime: String });
  const $ = load(printed, null, false);
  return $('article h2')
    .toArray()
    .map((head) => $(head).text());
};

describe('an entry', () => {
  test('goes above the others, below the introduction, and changes no other line', () => {
    const [before = '', after = ''] = story.split(/(?=## 2025-02-21T09:30:00\+02:00 The)/);
    expect(withEntry(story, entry)).toBe(
      `${before}## 2025-02-21T10:00:00+02:00 Rain\n\nIt *pours*.\n\n${after}`,
    );
  });

  test('is printed, newest first', async () => {
    expect(await asPrinted(withEntry(story, entry))).toEqual([
      'Rain',
      'The keeper arrives',
      'The ribbon is cut',
    ]);
  });

  test('shows each character of its words as it was typed', async () => {
    const odd = 'A *star* #1 <b> & [x] #';
    expect(await asPrinted(withEntry(story, { ...entry, words: odd }))).toContain(odd);
  });

  test('has a second of its own', () => {
    const moment = '2025-02-21T07:15:00+00:00';
    const text = withEntry(withEntry(story, { ...entry, moment }), {
      ...entry,
      moment,
      words: 'Sun',
    });
    const moments = entriesIn(text).map((one) => Date.parse(one.moment));
    expect(new Set(moments).size).toBe(4);
  });

  test('keeps the offset of the paper’s zone, also if its second is the first of summer time', () => {
    const moment = '2025-03-30T02:59:59+02:00';
    const text = withEntry(withEntry(story, { ...entry, moment }), {
      ...entry,
      moment,
      words: 'Sun',
    });
    expect(text).toContain('## 2025-03-30T04:00:00+03:00 Sun\n');
  });

  test('goes to its place in time, also in a story that begins with the oldest', () => {
    const written = (text: string) => entriesIn(text).map((one) => one.words);
    const later = { ...entry, moment: '2025-02-21T09:20:00+02:00' };
    expect(written(withEntry(story, later))).toEqual([
      'The keeper arrives',
      'Rain',
      'The ribbon is *cut*',
    ]);
    const upwards = story.replace('T07:15', 'T08:15');
    expect(written(withEntry(upwards, entry))).toEqual([
      'The keeper arrives',
      'Rain',
      'The ribbon is *cut*',
    ]);
    const last = withEntry(upwards, { ...entry, moment: '2025-02-21T12:00:00+02:00' });
    expect(written(last).at(-1)).toBe('Rain');
    expect(last.endsWith('It *pours*.\n\n[^1]: A note.\n')).toBe(true);
  });

  test('is the first of a story that has none', () => {
    const empty = '---\nkind: live\n---\nAn introduction.\n\n[^1]: A note.\n';
    expect(withEntry(empty, entry)).toBe(
      '---\nkind: live\n---\nAn introduction.\n\n## 2025-02-21T10:00:00+02:00 Rain\n\nIt *pours*.\n\n[^1]: A note.\n',
    );
  });

  test('has the line ends of the file', () => {
    const text = withEntry('---\r\nkind: live\r\n---\r\nHello.\r\n', { ...entry, body: 'a\nb' });
    expect(text).toBe(
      '---\r\nkind: live\r\n---\r\nHello.\r\n\r\n## 2025-02-21T10:00:00+02:00 Rain\r\n\r\na\r\nb\r\n',
    );
  });

  test('sent twice is there once', () => {
    const once = withEntry(story, entry);
    expect(withEntry(once, entry)).toBe(once);
  });
});

describe('changing an entry', () => {
  const first = () => entriesIn(story)[0] ?? expect.fail();

  test('leaves its moment and every other line', () => {
    const changed = withChangedEntry(story, first(), { words: 'The keeper came', body: 'Late.' });
    expect(changed).toBe(
      story
        .replace('The keeper arrives', 'The keeper came')
        .replace('She has the key.[^1]\n\n### What was said', 'Late.'),
    );
  });

  test('leaves its marks', () => {
    const key = entriesIn(story)[1] ?? expect.fail();
    expect(key.words).toBe('The ribbon is *cut*');
    const changed = withChangedEntry(story, key, { words: 'It is cut', body: '' });
    expect(changed).toContain('## 2025-02-21T07:15:00Z [key] It is cut\n');
  });

  test('works when others have added entries meanwhile', () => {
    const changed = withChangedEntry(withEntry(story, entry), first(), { words: 'X', body: '' });
    expect(entriesIn(changed ?? '').map((one) => one.words)).toContain('X');
  });

  test('is refused when somebody else has changed that entry', () => {
    const theirs = story.replace('the key', 'a key');
    expect(withChangedEntry(theirs, first(), { words: 'X', body: '' })).toBeUndefined();
  });
});

/** A forge with one file, which answers after as many turns as it is told. */
const forgeWith = (text: string, delays: readonly number[]) => {
  const stored = { text, version: 0 };
  let calls = 0;
  const wait = async () => {
    for (let turn = delays[calls++ % delays.length] ?? 0; turn > 0; turn -= 1)
      await Promise.resolve();
  };
  const path = 'content/live/index.md';
  const forge = {
    list: async () => {
      await wait();
      return [{ path, version: String(stored.version) }];
    },
    readTexts: async () => {
      const read = new Map([[path, stored.text]]);
      await wait();
      return read;
    },
    save: async ([change]: readonly Change[]) => {
      await wait();
      if (!change || !('content' in change) || change.was !== String(stored.version))
        throw new ForgeError({ kind: 'conflict', paths: [path] });
      Object.assign(stored, { text: String(change.content), version: stored.version + 1 });
      return { versions: new Map([[path, String(stored.version)]]) };
    },
  };
  return { path, stored, forge: forge as unknown as Forge };
};

describe('two reporters at once', () => {
  test('lose nothing, in whichever order their requests arrive', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }),
        async (delays, seconds) => {
          const { path, stored, forge } = forgeWith(story, delays);
          const entries = seconds.map((second, number) => ({
            moment: `2025-02-21T12:00:0${second}+02:00`,
            timeZone,
            words: `Entry ${number}`,
            body: `Text ${number}`,
          }));
          const publish = (one: NewEntry) =>
            changeStored(forge, path, 'Add an entry', (text) => withEntry(text, one));
          await Promise.all(entries.map(publish));
          const found = entriesIn(stored.text);
          expect(found.map((one) => one.words)).toEqual(
            expect.arrayContaining([...entries.map((one) => one.words), 'The keeper arrives']),
          );
          expect(new Set(found.map((one) => Date.parse(one.moment))).size).toBe(entries.length + 2);
          const rest = entries.reduce(
            (text, { body }) => text.replace(`\n\n${body}\n`, '\n'),
            stored.text,
          );
          expect(rest.replaceAll(/## \S+ Entry \d\n+/g, '')).toBe(story);
        },
      ),
    ));

  test('a forge that always refuses is not asked forever', async () => {
    const { path, forge } = forgeWith(story, [0]);
    const save = () => Promise.reject(new ForgeError({ kind: 'conflict', paths: [path] }));
    const stubborn = { ...forge, save };
    await expect(
      changeStored(stubborn, path, 'x', (text) => withEntry(text, entry)),
    ).rejects.toThrow('conflict');
  });
});

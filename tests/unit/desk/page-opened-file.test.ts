import { signal } from '@preact/signals';
import { afterEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/page/desk.ts';
import { openedFile } from '../../../src/desk/page/opened-file.ts';
import type { StoredFile } from '../../../src/desk/page/paper-files.ts';

const path = 'content/articles/2026/harbour/index.md';
const story = (headline: string): string => `---\nheadline: ${headline}\n---\n\nText.\n`;

/** A desk as far as an open file needs one, and what happens to its paper and its drafts. */
const deskWith = (text: string) => {
  const file = (version: string, now: string): [string, StoredFile] => [
    path,
    { path, version, text: now, forgeFile: { path, version } },
  ];
  const all = signal<ReadonlyMap<string, StoredFile>>(new Map([file('1', text)]));
  const drafts = new Map<string, string>();
  const desk = {
    files: { all, picturesBeside: () => [], forgePath: (at: string) => at },
    drafts: {
      keep: (draft: { text: string }) => Promise.resolve(void drafts.set(path, draft.text)),
      forget: () => Promise.resolve(void drafts.delete(path)),
    },
    model: { check: () => Promise.resolve({ mistakes: [], warnings: [] }) },
    clock: () => 0,
  } as unknown as Desk;
  const stores = (version: string, now: string): void => {
    all.value = new Map([file(version, now)]);
  };
  return { desk, drafts, stores };
};

const closes: (() => void)[] = [];
afterEach(() => {
  for (const close of closes.splice(0)) close();
});

const opened = (desk: Desk) => {
  const file = openedFile(desk, path);
  closes.push(file.close);
  return file;
};

describe('while a story is open, somebody stores', () => {
  test('another text: one that nobody touched here follows, and what was typed here is shown beside it', () => {
    const { desk, stores } = deskWith(story('Harbour'));
    const [untouched, touched] = [opened(desk), opened(desk)];
    touched.setText(story('Mine'));
    stores('2', story('Theirs'));
    expect(untouched.text.value).toBe(story('Theirs'));
    expect(untouched.isChanged.value).toBe(false);
    expect(touched.text.value).toBe(story('Mine'));
    expect(touched.theirs.value).toMatchObject({ version: '2' });
  });

  test('the very text that was typed here, such as a save whose answer was lost: nothing is left to decide', () => {
    const { desk, drafts, stores } = deskWith(story('Harbour'));
    const file = opened(desk);
    file.setText(story('Mine'));
    expect(drafts.get(path)).toBe(story('Mine'));
    stores('2', story('Mine'));
    expect(file.theirs.value).toBeUndefined();
    expect(file.isChanged.value).toBe(false);
    expect(drafts.has(path)).toBe(false);
  });
});

import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pictureUrl } from '../../../src/desk/page/edit/picture-urls.ts';
import { followChanges } from '../../../src/desk/page/follow-changes.ts';
import type { Review } from '../../../src/desk/forge/forge.ts';

const review: Review = { url: 'https://forge.example/1', branch: 'desk/a', title: '', paths: [] };
const newer: Review = { ...review, url: 'https://forge.example/2' };

const listeners = new Map<string, () => void>();
const listen = (name: string, listener: () => void): void => {
  listeners.set(name, listener);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false, addEventListener: listen });
  vi.stubGlobal('addEventListener', listen);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A desk on a forge where saves are reviewed, and whose open requests a test may change. */
const deskWith = (reviews: () => Review[]) => {
  const refresh = vi.fn(() => Promise.resolve([]));
  const desk = {
    settings: { review: true },
    reviews: signal<readonly Review[]>([review]),
    forge: { reviews: () => Promise.resolve(reviews()) },
    files: { refresh },
    clock: Date.now,
  };
  followChanges(desk as never);
  return { desk, refresh };
};

test('a request that was merged or closed elsewhere is no longer shown after a minute', async () => {
  const { desk, refresh } = deskWith(() => []);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.reviews.value).toEqual([]);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('a request that was made while they were listed stays', async () => {
  const { desk } = deskWith(() => {
    desk.reviews.value = [newer];
    return [];
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.reviews.value).toEqual([newer]);
});

test('who comes back to the window sees what changed, but no forge is asked at each glance', async () => {
  const { refresh } = deskWith(() => []);
  await vi.advanceTimersByTimeAsync(20_000);
  listeners.get('focus')?.();
  await vi.advanceTimersByTimeAsync(0);
  listeners.get('focus')?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test.each(['./a%20b.png', 'a b.png', '../one/a b.png'])('a picture is found by %s', (src) => {
  const urls = { 'content/articles/one/a b.png': 'blob:x' };
  expect(pictureUrl(urls, 'content/articles/one/index.md', src)).toBe('blob:x');
});

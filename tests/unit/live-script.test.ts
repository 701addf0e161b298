import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { askFor } from '../../src/features/browser/live/ask.ts';
import { features } from '../../src/features/features.ts';
import { languages } from '../../src/language/names.ts';
import { printBrowserScript } from '../../src/press/bundle-script.ts';

const entry = { id: 'at-20250221T084000Z', day: '21 February 2025', html: '<article></article>' };
const answer = {
  state: 'live',
  label: 'Live',
  moment: '2025-03-01T08:00:00.000Z',
  entries: [entry],
  parts: { contents: '<aside></aside>' },
  css: '',
};
const asked = (body: unknown, status = 200) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
  return askFor('/a-live-story/live.json', '2025-03-01T07:00:00.000Z');
};
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['that is right', answer],
  ['to the end of coverage, which has no moment', { ...answer, state: 'over', moment: undefined }],
  ['without an entry', { ...answer, entries: [] }],
])('an answer %s is taken', async (_, body) => {
  expect(await asked(body)).toEqual(JSON.parse(JSON.stringify(body)));
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['an error of the host', { error: 'Try again' }],
  ['an error of the host with fields of ours', { state: 'error', entries: [] }],
  ['coverage in no known state', { ...answer, state: 'unknown' }],
  ['coverage without a state', { ...answer, state: undefined }],
  ['coverage without a label', { ...answer, label: undefined }],
  ['entries without their style', { ...answer, css: undefined }],
  ['no parts', { ...answer, parts: undefined }],
  ['parts that are no HTML', { ...answer, parts: { contents: 1 } }],
  ['a moment that is none', { ...answer, moment: 1 }],
  ['no entries', { ...answer, entries: undefined }],
  ['an entry of something else', { ...answer, entries: [{ ...entry, id: 'menu' }] }],
  ['an entry without HTML', { ...answer, entries: [{ ...entry, html: undefined }] }],
  ['what an older edition said', { ...answer, moment: '2025-02-28T08:00:00.000Z' }],
])('%s is no answer', async (_, body) => {
  await expect(asked(body)).rejects.toThrow();
});

test('a page of an error is no answer, whatever is on it', async () => {
  await expect(asked(answer, 500)).rejects.toThrow();
});

test.each(languages)('the script takes less than 2 KB, with every word in %s', async (language) => {
  const constants = features['live']?.({
    language,
    timeZone: 'UTC',
    addresses: createAddresses('https://news.example', '/', '/{slug}/'),
    pollSeconds: 3600,
  });
  const source = path.resolve('src/features/browser/live.ts');
  const { text } = await printBrowserScript('live', source, { 'virtual:feature': constants ?? {} });
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(2 * 1024);
});

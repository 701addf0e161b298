import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { printReplyScript } from '../../src/press/reply-script.ts';
import { languages } from '../../src/language/names.ts';
import { providerNames as providers } from '../../src/schemas/comments.ts';
import { commentSettings } from './comment-settings.ts';

const mail = 'letters@news.example';
const place = { language: 'en-GB', timeZone: 'Europe/Kyiv' };

const adapters = fileURLToPath(new URL('../../src/comments/browser/adapters', import.meta.url));

/** The providers whose adapters are in a script; an adapter may be a file or a folder. */
const adaptersIn = (sources: readonly string[]): string[] => [
  ...new Set(
    sources
      .filter((file) => file.startsWith(adapters))
      .map((file) => (dirname(file) === adapters ? basename(file) : basename(dirname(file))))
      .map((name) => name.replace(/\.\w+$/, '')),
  ),
];

describe.each(providers)('the script for %s', (provider) => {
  test('comes from the adapter of that name', () => {
    expect(existsSync(`${adapters}/${provider}.ts`), `${provider}.ts in ${adapters}`).toBe(true);
  });

  test('contains that provider’s code and settings, and no other’s', async () => {
    const { text: script, sources } = await printReplyScript(commentSettings[provider], place);
    expect(adaptersIn(sources)).toEqual([provider]);
    for (const value of Object.values(commentSettings[provider]).slice(1))
      expect(script).toContain(value);
  });

  test('runs under a strict policy', async () => {
    const { text: script, css } = await printReplyScript(
      { ...commentSettings[provider], mail },
      place,
    );
    expect(script).not.toMatch(
      /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    );
    expect(script).not.toMatch(/setAttribute\(.style/);
    expect(css).not.toMatch(/url\(|@import|expression\(/);
  });

  test('has a name derived from its content', async () => {
    const first = await printReplyScript(commentSettings[provider], place);
    const again = await printReplyScript(commentSettings[provider], place);
    const other = await printReplyScript({ ...commentSettings[provider], mail }, place);
    expect(again).toEqual(first);
    expect(first.path).toMatch(/^_astro\/reply\.[\da-f]{8}\.js$/);
    expect(other.path).not.toBe(first.path);
  });
});

test.each(languages)(
  'form and thread take at most 3 KB, with every word in %s',
  async (language) => {
    const { text: script } = await printReplyScript(
      { ...commentSettings.waline, mail },
      { ...place, language },
    );
    const weight = gzipSync(script, { level: 9 }).length;
    expect(weight).toBeLessThanOrEqual(3 * 1024);
    // A lower bound too: a script that shrinks this much has lost something.
    expect(weight).toBeGreaterThan(2 * 1024);
  },
);

test('an address for letters is in the script only if the paper has one', async () => {
  const withMail = await printReplyScript({ ...commentSettings.waline, mail }, place);
  const without = await printReplyScript(commentSettings.waline, place);
  expect(withMail.text).toContain(`mailto:${mail}`);
  expect(without.text).not.toContain('mailto:');
});

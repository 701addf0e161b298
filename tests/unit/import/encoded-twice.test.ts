import { expect, test } from 'vitest';
import { mendTwice } from '../../../src/import/readers/encoded-twice.ts';

/** What a text becomes that is encoded as UTF-8 and read as Windows-1252. */
const twice = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

test.each([
  'It’s what they called “the brown hand”',
  'a dash – and — an ellipsis… for 5 €',
  'café crème, garçon',
  'The word Привіт in it',
  '日本語の文',
  'a face 😀',
])('what had been encoded twice becomes %s', (text) => {
  expect(mendTwice(twice(text)).text).toBe(text);
});

test('one certain place proves the uncertain ones, before and after it', () => {
  expect(mendTwice(twice('À table, it’s 5 °C')).text).toBe('À table, it’s 5 °C');
});

test.each([
  'Café with naïve €5',
  '“AMANHÃ” e “MAÇÔ”',
  'l’été\u00a0» et à\u00a0« quelque chose\u00a0»',
  'Viel “Spaß” mit “É»',
  'Привіт, світе — “так”',
  'SÃO PAULO, MÃE, Â, â‘',
  '日本語',
])('%s stays as it is', (text) => {
  expect(mendTwice(text)).toEqual({ text, mended: 0 });
});

test('control characters of 0x80 to 0x9F are those of Windows-1252', () => {
  expect(mendTwice('\u0093quoted\u0094')).toEqual({ text: '“quoted”', mended: 2 });
});

test('right letters beside mended ones stay right', () => {
  const mixed = `${twice('It’s')} café, naïve, “so”`;
  expect(mendTwice(mixed).text).toBe('It’s café, naïve, “so”');
});

import { describe, expect, test } from 'vitest';
import { asked, indexed, shown } from '../../src/search/joined-words.ts';

const copy = [
  'The deal—brokered in Riyadh—collapsed. A Kyiv–Moscow train, and/or bus; Wait…what?',
  'Zelenskyy/Trump “said”“no” rock’n’roll O’Brien’s snake_case C++ 3.14 10,000 06:00 50/50',
  'L’école d’Orléans et l’œuvre. Aujourd’hui, c’est l’État qui paie. « Qu’est-ce ? » Straße',
  'У Кам’янці об’єднання. Київ–Москва',
  'المدينة والمدينة ولمدينة لبنان الله',
  '北京的新闻说 iPhone发布 東京タワー ปลา សារ',
  '<b>1 < 2</b> & 🙂👩‍👩‍👧‍👦☀️ می‌خواهم צה״ל col·lapse',
  '',
];

describe('a text from the index', () => {
  test.each(copy)('is shown as it was written: %s', (text) => {
    expect(shown(indexed(text))).toBe(text);
  });

  test('has no invisible characters of its own', () => {
    expect(shown(indexed('a\u00ADb\u2060c\uFEFFd'))).toBe('abcd');
  });

  test('keeps one mark around neighbours', () => {
    const words = indexed('A Kyiv–Moscow train').split(' ');
    const excerpt = words.map((word) => (/Kyiv|Moscow/.test(word) ? `<mark>${word}</mark>` : word));
    expect(shown(excerpt.join(' '))).toBe('A <mark>Kyiv–Moscow</mark> train');
  });

  test('keeps the mark around one part of joined words', () => {
    expect(shown(`A <mark>${indexed('Kyiv–Moscow').replace(' ', '</mark> ')}`)).toBe(
      'A <mark>Kyiv–</mark>Moscow',
    );
  });
});

describe('a query', () => {
  test.each([
    ['Kyiv–Moscow', 'Kyiv– Moscow'],
    ['l’école d’Orléans', 'école Orléans'],
    ["l'école", 'école'],
    ['О’Браєн', "О'Браєн"],
    ['Камʼянець', "Кам'янець"],
    ['والمدينة', 'مدينة'],
    ['لبنان', 'لبنان'],
    ['新闻', '新 闻'],
    ['Ки\u2060їв\u00AD', 'Київ'],
    ['"peace talks"', '"peace talks"'],
    ['NATO-led', 'NATO-led'],
  ])('%s asks for %s', (query, expected) => {
    expect(asked(query)).toBe(expected);
  });
});

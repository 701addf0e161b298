import { describe, expect, test } from 'vitest';
import { undrawableFinder } from '../../src/cards/faces.ts';
import { fit } from '../../src/cards/lines.ts';
import { sizesBetween } from '../../src/cards/block.ts';
import { type Typeset, typeset } from '../../src/cards/typeset.ts';

const set = (text: string, language = 'en-GB'): Promise<Typeset> =>
  typeset(text, { voice: 'headline', language });

/** The outlines of a line's glyphs, from left to right. */
const glyphs = async (text: string, language?: string): Promise<string[]> => {
  const line = await set(text, language);
  const svg = line.outline({ start: 0, end: line.text.length }, { x: 0, y: 0, size: 100 });
  const paths = [...svg.matchAll(/translate\((\S+) [^)]*\)[^"]*" d="([^"]+)"/g)];
  return paths.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , shape]) => shape ?? '');
};
const glyph = async (character: string): Promise<string> => (await glyphs(character))[0] ?? '';
const glyphsOf = (characters: string): Promise<string[]> =>
  Promise.all(Array.from(characters, glyph));

describe('the direction of a card’s text', () => {
  test('is that of most of its letters, or else the paper’s', async () => {
    expect((await set('The bridge is open')).direction).toBe('ltr');
    expect((await set('ראש הממשלה: נמשיך ב־NATO')).direction).toBe('rtl');
    expect((await set('NATO تعلن موعد القمة', 'ar')).direction).toBe('rtl');
    expect((await set('2025: 35 %', 'ar')).direction).toBe('rtl');
    expect((await set('2025: 35 %')).direction).toBe('ltr');
  });

  test('sets Hebrew from right to left, and Latin and numbers within it from left to right', async () => {
    expect(await glyphs('אבג 25 NA')).toEqual(await glyphsOf('NA25גבא'));
  });

  test('sets Hebrew in an English headline from right to left, in its place', async () => {
    expect(await glyphs('Who said אב, and why')).toEqual(await glyphsOf('Whosaidבא,andwhy'));
  });

  test('mirrors brackets', async () => {
    expect(await glyphs('(אבג)')).toEqual(await glyphsOf('(גבא)'));
  });

  test('follows direction controls in a headline, as the page does', async () => {
    expect(await glyphs('an \u202Eabc\u202C end')).toEqual(await glyphsOf('ancbaend'));
  });
});

describe('the letters of a card', () => {
  test('join and change shape in Arabic', async () => {
    const [last, first] = await glyphs('بب');
    const alone = await glyph('ب');
    expect(new Set([first, last, alone]).size).toBe(3);
  });

  test('form one glyph for an emoji with joiners, a flag or a keycap', async () => {
    for (const emoji of ['👩‍👩‍👧‍👦', '🏳️‍🌈', '👨🏽‍🚀', '🇳🇵', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])
      expect((await glyphs(emoji)).length, emoji).toBe(1);
  });

  test('are drawn as an emoji if written as one', async () => {
    expect(await glyphs('™\uFE0F')).not.toEqual(await glyphs('™'));
  });

  test('keep their accents, however these were typed', async () => {
    expect(await glyphs('cafe\u0301')).toEqual(await glyphs('café'));
    // No font file has both, so the tilde comes from another.
    expect((await glyphs('g\u0303')).length).toBe(2);
  });

  test('have Chinese shapes, but Japanese ones next to Japanese letters', async () => {
    const [chinese] = await glyphs('直');
    const [japanese] = await glyphs('直の');
    expect(chinese).not.toBe(japanese);
  });
});

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)).join('');

describe('the fonts of the cards', () => {
  test.each([
    ['Latin', range(0x20, 0x7e) + range(0xa0, 0x17f) + 'ẮẳỆệȘșȚțǼǽƠơƯư„“”«»‹›–—…•†‡€₴£¥№™−×'],
    ['Cyrillic', range(0x400, 0x45f) + 'ҐґӘәҒғҚқҢңӨөҰұҮүҺһІі'],
    ['Greek', 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ' + 'ἀἁὰᾶἐὴῆἡὁῦὑὸᾳῳ'],
    [
      'Arabic, Persian and Urdu',
      range(0x620, 0x63a) + range(0x640, 0x652) + range(0x660, 0x66d) + 'پچژگکیےٹڈڑںھہۀ،؛؟«»ﷺ',
    ],
    ['Hebrew', range(0x5d0, 0x5ea) + range(0x5b0, 0x5bc) + '״׳־₪'],
    [
      'Japanese',
      range(0x3041, 0x3093) +
        range(0x30a1, 0x30f6) +
        'ー、。「」『』・〜東京都知事選挙日本国内閣総理大臣',
    ],
    [
      'Chinese, simplified and traditional',
      '不存在的城市今日无事，。！？：；“”（）《》、中华人民共和国臺灣總統選舉國際新聞經濟學習體育',
    ],
    ['Korean', range(0xac00, 0xac5f) + '대한민국대통령선거힣ㄱㄴㅏㅑ'],
    ['emoji', '😀😂❤️👍🔥🚀🎉🇺🇦🇫🇷☀️⚽️✅❌⚠️🗳️🏛️📰'],
    ['symbols', '←↑→↓↔⇒★☆●○■□◆△▲▼♠♥♦♣♪✓∞≈≠≤≥±÷√∑°′″§¶©®'],
  ])('draw %s', async (_, characters) => {
    expect(await undrawableFinder()([characters])).toEqual([]);
  });

  test('do not cover everything, and missing characters are reported', async () => {
    expect(await undrawableFinder()(['A กข story', 'ก', 'გ'])).toEqual(['ก', 'ข', 'გ']);
  });
});

describe('the lines of a headline', () => {
  const sizes = sizesBetween(112, 42);
  const box = { width: 1072, height: 340, sizes };
  const linesOf = async (text: string, within = box) => {
    const words = await set(text);
    const { size, lines } = fit(words, within);
    return {
      size,
      lines: lines.map(({ start, end }) => words.text.slice(start, end)),
      widest: Math.max(...lines.map((line) => words.width(line) * size)),
      height: (words.ascent + (lines.length - 1) * words.leading) * size,
    };
  };

  test('are one, in the largest size, if it is short', async () => {
    expect(await linesOf('Egg')).toMatchObject({ size: 112, lines: ['Egg'] });
  });

  test('fill the box without overflowing, with words intact, at the limit of 120 characters', async () => {
    const long =
      'Trump promises Kyiv involvement in peace talks with Russia, and much more of it to come in the next days and weeks, okay';
    expect(long.length).toBe(120);
    const { lines, widest, height, size } = await linesOf(long);
    expect(lines.join(' ')).toBe(long);
    expect(lines.length).toBeGreaterThan(2);
    expect(widest).toBeLessThanOrEqual(box.width);
    expect(height).toBeLessThanOrEqual(box.height);
    expect(size).toBeGreaterThan(50);
  });

  test('are of similar length', async () => {
    const narrow = { ...box, width: 720, sizes: [58] };
    expect((await linesOf('It is already tomorrow in Nowhere', narrow)).lines).toEqual([
      'It is already',
      'tomorrow in Nowhere',
    ]);
  });

  test('are one fewer if that costs little in size', async () => {
    const { lines, size } = await linesOf('不存在的城市今日无事');
    expect(lines.length).toBe(1);
    expect(size).toBeGreaterThan(95);
  });

  test('break a word of 100 letters between characters, without losing any', async () => {
    const word = 'Unpronounceable'.repeat(7).slice(0, 100);
    const { lines, widest } = await linesOf(word);
    expect(lines.join('')).toBe(word);
    expect(widest).toBeLessThanOrEqual(box.width);
  });

  test('never split an emoji or a Korean word', async () => {
    const family = '👩‍👩‍👧‍👦';
    const { lines } = await linesOf(family.repeat(60));
    expect(lines.every((line) => line.replaceAll(family, '') === '')).toBe(true);
    const korean = await linesOf('대한민국 대통령이 오늘 기자회견을 열었습니다', {
      ...box,
      width: 420,
    });
    expect(korean.lines.join(' ')).toBe('대한민국 대통령이 오늘 기자회견을 열었습니다');
  });

  test('fit, whatever their text', async () => {
    for (const text of ['﷽'.repeat(120), '國'.repeat(120), 'W'.repeat(120), '😀'.repeat(120)]) {
      const { widest, height } = await linesOf(text, { width: 592, height: 240, sizes });
      expect(widest).toBeLessThanOrEqual(592);
      expect(height).toBeLessThanOrEqual(240);
    }
  });
});

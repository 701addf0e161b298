import { describe, expect, test } from 'vitest';
import { topicSlug, topicSlugs } from '../../src/edition/topic-slug.ts';
import { topicKey } from '../../src/schemas/topic.ts';

const slug = (topic: string): string => topicSlug(topicKey(topic));

describe('the address of a topic', () => {
  test.each([
    ['Peace talks', 'peace-talks'],
    ['NATO', 'nato'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['A+B', 'a-plus-b'],
    ['#MeToo', 'metoo'],
    ['R&D', 'r-d'],
    ['Editor’s choice', 'editors-choice'],
    ['a/b', 'a-b'],
    ['50%', '50'],
    ['</script>', 'script'],
    ['__proto__', 'proto'],
    ['Sun \u{2600}\u{FE0F}', 'sun'],
  ])('of %s is %s', (topic, expected) => {
    expect(slug(topic)).toBe(expected);
  });

  test.each([
    ['Що далі?', 'що-далі'],
    ['ёлка', 'ёлка'],
    ['أخبار اليوم', 'أخبار-اليوم'],
    ['می\u200Cخواهم', 'می-خواهم'],
    ['ஒன்றுமில்லை', 'ஒன்றுமில்லை'],
    ['हिन्दी भाषा', 'हिन्दी-भाषा'],
    ['新闻', '新闻'],
    ['Cafe\u0301', 'café'],
  ])('keeps its script: %s', (topic, expected) => {
    expect(slug(topic)).toBe(expected);
  });

  test.each([
    ['😀', '1f600'],
    ['👩‍👩‍👧‍👦', '1f469-200d-1f469-200d-1f467-200d-1f466'],
    ['☀\u{FE0F}', '2600-fe0f'],
    ['─', '2500'],
    ['.', '2e'],
    ['..', '2e-2e'],
    ['?', '3f'],
    ['#', '23'],
    ['++', '2b-2b'],
    ['\u0301', '301'],
  ])('of %s, which has no letter, is its code point in hex', (topic, expected) => {
    expect(slug(topic)).toBe(expected);
  });

  test('is never longer than a file system allows, and still distinguishes long names', () => {
    const long = 'ஒன்று'.repeat(80);
    const family = '👩‍👩‍👧‍👦'.repeat(80);
    for (const topic of [long, family]) {
      expect(Buffer.byteLength(slug(topic))).toBeLessThan(200);
      expect(slug(topic)).not.toBe(slug(`${topic}x`));
    }
  });
});

describe('topics that would share an address', () => {
  const keys = ['a/b', 'a\\b', 'a b'];

  test('get one each, and the first in the paper keeps the plain address', () => {
    const slugs = topicSlugs(keys);
    expect(slugs.get('a/b')).toBe('a-b');
    expect(new Set(slugs.values()).size).toBe(3);
    for (const one of slugs.values()) expect(one).toMatch(/^a-b(?:-[0-9a-f]{6})?$/);
  });

  test('keep their addresses when others come and go', () => {
    const alone = topicSlugs(['a/b', 'a b']);
    expect(topicSlugs(keys).get('a b')).toBe(alone.get('a b'));
    expect(topicSlugs([...keys, 'a-b'])).toEqual(
      new Map([...topicSlugs(keys), ['a-b', topicSlugs(['x', 'a/b', 'a-b']).get('a-b')]]),
    );
  });

  test('never take the address that another topic’s own name gives it', () => {
    const [, taken = ''] = [...topicSlugs(['a/b', 'a b']).values()];
    const slugs = topicSlugs(['a/b', 'a b', taken]);
    expect(slugs.get(taken)).toBe(taken);
    expect(new Set(slugs.values()).size).toBe(3);
  });
});

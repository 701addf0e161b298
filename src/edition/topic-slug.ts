import { createHash } from 'node:crypto';

/** Characters that distinguish names when they follow a letter or digit: C++ and C#. */
const spoken: Record<string, string> = { '+': 'plus', '#': 'sharp' };

/** In bytes. Most file systems allow 255 in a file name. */
const longest = 120;

/** How many bytes a text takes in UTF-8. */
const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

const digest = (key: string): string => createHash('sha256').update(key).digest('hex');

const codePoints = (text: string): string =>
  Array.from(text, (character) => character.codePointAt(0)?.toString(16)).join('-');

const cut = (slug: string): string => {
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(slug)) {
    if (bytesIn(short + segment) > longest) break;
    short += segment;
  }
  return short;
};

/**
 * The slug of a topic: letters, marks and digits of every script, in lower case, with hyphens between words. A name
 * without any (an emoji, a full stop) becomes its code points in hex. Never empty, never a path segment such as `..`.
 * @param key the topic's key
 */
export const topicSlug = (key: string): string => {
  const words = key
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<=[\p{L}\p{M}\p{N}][+#]*)[+#]/gu, (character) => `-${spoken[character] ?? ''}-`)
    .replaceAll(/['’ʼ\p{Me}\p{Variation_Selector}]|(?!\u200C)\p{Cf}/gu, '')
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .normalize('NFC');
  const slug = words === '' ? codePoints(key) : words;
  return bytesIn(slug) <= longest
    ? slug
    : `${cut(slug).replace(/-+$/, '')}-${digest(key).slice(0, 8)}`;
};

/**
 * Gives every topic a unique slug. If several topics would share one, the first keeps it and the others add a digest of
 * their names, so that no page moves when another topic comes or goes.
 * @param keys the topics' keys, in the order of their first appearance in the paper
 */
export const topicSlugs = (keys: readonly string[]): Map<string, string> => {
  const owners = new Map<string, string>();
  for (const key of keys) {
    const slug = topicSlug(key);
    if (!owners.has(slug)) owners.set(slug, key);
  }
  const slugs = new Map([...owners].map(([slug, key]) => [key, slug]));
  for (const key of keys) {
    if (slugs.has(key)) continue;
    let length = 6;
    const candidate = (): string => `${topicSlug(key)}-${digest(key).slice(0, length)}`;
    while (owners.has(candidate())) length += 1;
    owners.set(candidate(), key);
    slugs.set(key, candidate());
  }
  return slugs;
};

import { expect, test } from 'vitest';
import { printed } from './printed.ts';

test.each(['home', 'hostile', 'right-to-left'])(
  'no page has one house advertisement in three slots, on any day: %s',
  (name) => {
    const { pages } = printed(name);
    let slotsSeen = 0;
    for (const { $, path } of pages) {
      const slots = $('.slot').toArray();
      slotsSeen += slots.length;
      // With those that take turns there, which are in templates.
      const links = slots.flatMap((slot) => [
        ...new Set(
          [...$.html(slot).matchAll(/(?:<strong>|alt=")([^<"]+)/g)].map(([, title]) => title),
        ),
      ]);
      for (const title of new Set(links)) {
        expect(links.filter((other) => other === title).length, `${path}: ${title}`).toBeLessThan(
          3,
        );
      }
    }
    expect(slotsSeen).toBeGreaterThan(6);
  },
);

test('a story of a paper without a policy for corrections asks for no mistakes', () => {
  const { pages } = printed('one-article');
  for (const { html } of pages) expect(html).not.toContain('Found a mistake?');
});

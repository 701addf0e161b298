import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

/** The address of each story now, and its former ones under earlier permalinks, oldest first. */
const stories = [
  [
    '2025/01/тиха-балка-на-мапі/',
    'статті/2025/тиха-балка-на-мапі.html',
    'village/тиха-балка-на-мапі/',
  ],
  ['2025/02/stavok-zamerz/', 'статті/2025/stavok-zamerz.html', 'village/stavok-zamerz/'],
  [
    '2025/02/koleso-znovu-krutytsia/',
    'статті/2025/koleso-znovu-krutytsia.html',
    'mill/koleso-znovu-krutytsia/',
  ],
] as const;

describe.each(['moved', 'moved-below'])(
  'the paper %s, whose permalink has changed twice,',
  (name) => {
    const { base, redirects, page, files } = printed(name);
    const leads = new Map(
      redirects.map(({ path, $ }) => [
        path,
        decodeURI($('meta[http-equiv="refresh"]').attr('content')?.replace('0;url=', '') ?? ''),
      ]),
    );

    test.each(stories)(
      'redirects the old addresses of %s straight to it, in the text edition too',
      (now, ...old) => {
        for (const former of old) {
          expect(leads.get(base + former)).toBe(base + now);
          expect(leads.get(`${base}text/${former}`)).toBe(`${base}text/${now}`);
        }
        expect(files).toContain(`${base}${now}index.html`);
        expect(files).toContain(`${base}text/${now}index.html`);
      },
    );

    test.each(stories)('keeps the comment thread of %s under its oldest address', (now, oldest) => {
      expect(
        page(base + now)
          .$('.reply')
          .attr('data-thread'),
      ).toBe(encodeURI(base + oldest));
    });

    test('does not reveal drafts', () => {
      expect([...files, ...leads.keys()].filter((file) => file.includes('shche-ne-chas'))).toEqual(
        [],
      );
    });
  },
);

test('a paper whose permalink has not changed needs no thread ids, as the address is enough', () => {
  const articles = printed('home').pages.filter(({ $ }) => $('.reply').length > 0);
  expect(articles.length).toBeGreaterThan(10);
  for (const { $, path } of articles) expect($('.reply').attr('data-thread'), path).toBeUndefined();
});

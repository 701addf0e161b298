import { expect, test } from 'vitest';
import { ghostSource } from '../../../src/import/readers/ghost/read.ts';
import type { SourceItem } from '../../../src/import/model.ts';
import { itemsOf, ofType, streamOf } from './exports.ts';

const post = {
  id: 'p1',
  uuid: 'u-1',
  title: 'A  headline',
  slug: 'a-headline',
  html: '<p>See <a href="__GHOST_URL__/other/">it</a></p><img src="__GHOST_URL__/content/images/2024/03/weir.jpg">',
  feature_image: '__GHOST_URL__/content/images/2024/03/lead.jpg',
  featured: 1,
  type: 'post',
  status: 'published',
  visibility: 'public',
  published_at: '2024-03-15T07:30:00.000Z',
  updated_at: '2024-03-16 07:30:00',
  custom_excerpt: 'A standfirst',
};

const data = {
  posts: [post],
  posts_meta: [
    {
      post_id: 'p1',
      meta_description: 'For engines',
      feature_image_alt: 'A weir',
      feature_image_caption: 'Photo <b>Ann</b>',
    },
  ],
  tags: [
    { id: 't1', name: 'News', slug: 'news', visibility: 'public' },
    { id: 't2', name: 'Mills', slug: 'mills', visibility: 'public' },
    { id: 't3', name: '#internal', slug: 'hash-internal', visibility: 'internal' },
  ],
  posts_tags: [
    { post_id: 'p1', tag_id: 't2', sort_order: 2 },
    { post_id: 'p1', tag_id: 't3', sort_order: 0 },
    { post_id: 'p1', tag_id: 't1', sort_order: 1 },
  ],
  users: [
    {
      id: 'u1',
      name: 'Ann Other',
      email: 'ann@mail.example',
      slug: 'ann',
      bio: 'Writes.',
      website: 'https://ann.example',
    },
  ],
  posts_authors: [{ post_id: 'p1', author_id: 'u1', sort_order: 0 }],
  settings: [
    { key: 'title', value: 'The Lantern' },
    { key: 'timezone', value: 'Europe/Kyiv' },
  ],
};

const read = (tables: object, site?: string): Promise<SourceItem[]> =>
  itemsOf(
    ghostSource(
      streamOf(JSON.stringify({ db: [{ meta: {}, data: tables }] })),
      site === undefined ? {} : { site },
    ),
  );

test('a post comes with its tags, authors, pictures and moments', async () => {
  const items = await read(data, 'https://lantern.example/');
  expect(ofType(items, 'entry')).toMatchObject([
    {
      id: 'p1',
      kindOfEntry: 'post',
      state: 'public',
      slug: 'a-headline',
      link: 'https://lantern.example/a-headline/',
      title: 'A headline',
      published: { utc: '2024-03-15T07:30:00Z' },
      modified: { utc: '2024-03-16T07:30:00Z' },
      standfirsts: [{ html: 'A standfirst' }, { html: 'For engines' }],
      authors: ['u1'],
      sections: ['t1'],
      topics: ['t2'],
      leadPicture: { url: 'https://lantern.example/content/images/2024/03/lead.jpg' },
      isSticky: true,
    },
  ]);
  expect(ofType(items, 'entry')[0]?.text.value).toContain('href="https://lantern.example/other/"');
  expect(ofType(items, 'file')).toMatchObject([
    { path: '2024/03/lead.jpg', alt: 'A weir', caption: 'Photo Ann' },
    {
      path: '2024/03/weir.jpg',
      urls: [
        'https://lantern.example/content/images/2024/03/weir.jpg',
        '/content/images/2024/03/weir.jpg',
      ],
    },
  ]);
  expect(ofType(items, 'section')).toMatchObject([{ id: 't1', name: 'News' }]);
  expect(ofType(items, 'topic')).toMatchObject([{ id: 't2', name: 'Mills' }]);
  expect(ofType(items, 'author')).toMatchObject([
    { name: 'Ann Other', bio: 'Writes.', links: ['https://ann.example'] },
  ]);
  expect(ofType(items, 'site')).toMatchObject([{ title: 'The Lantern', timeZone: 'Europe/Kyiv' }]);
  expect(JSON.stringify(items)).not.toContain('mail.example');
});

test.each([
  ['published', 'public', 'public', undefined],
  ['published', 'members', 'withheld', 'members'],
  ['published', 'paid', 'withheld', 'paid'],
  ['sent', 'public', 'withheld', 'sent'],
  ['scheduled', 'public', 'withheld', 'future'],
  ['draft', 'public', 'draft', 'draft'],
])('a post that is %s for %s: %s', async (status, visibility, state, why) => {
  const items = await read({ ...data, posts: [{ ...post, status, visibility }] });
  const [entry] = ofType(items, 'entry');
  expect([entry?.state, entry?.why]).toEqual([state, why]);
  if (state === 'withheld') {
    expect(entry?.text.value).toBe('');
    expect(ofType(items, 'file')).toEqual([]);
  }
});

test.each([
  ['plaintext', { plaintext: 'One & two\n\nthree' }],
  [
    'lexical',
    {
      lexical: JSON.stringify({
        root: {
          children: [
            {
              type: 'paragraph',
              children: [
                { type: 'text', text: 'One & ' },
                { type: 'text', text: 'two' },
              ],
            },
            { type: 'paragraph', children: [{ type: 'text', text: 'three' }] },
          ],
        },
      }),
    },
  ],
  [
    'mobiledoc',
    {
      mobiledoc: JSON.stringify({
        version: '0.3.1',
        markups: [['em']],
        sections: [
          [
            1,
            'p',
            [
              [0, [], 0, 'One & '],
              [0, [0], 1, 'two'],
            ],
          ],
          [3, 'ul', [[[0, [], 0, 'three']]]],
        ],
      }),
    },
  ],
])('words are kept where there is %s instead of HTML, and it is said', async (_, words) => {
  const items = await read({ ...data, posts: [{ ...post, html: null, ...words }] });
  expect(ofType(items, 'entry')[0]?.text.value).toBe('<p>One &amp; two</p>\n<p>three</p>');
  expect(ofType(items, 'fault')).toMatchObject([
    { found: expect.stringContaining('post p1 has no HTML') as string },
  ]);
});

test('what is no export of Ghost is a fault', async () => {
  const fault = [{ type: 'fault', repaired: false }];
  expect(await itemsOf(ghostSource(streamOf('{"posts": '), {}))).toMatchObject(fault);
  expect(await itemsOf(ghostSource(streamOf('{"db": []}'), {}))).toMatchObject(fault);
});

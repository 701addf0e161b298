import { describe, expect, test } from 'vitest';
import { wxrSource } from '../../../src/import/readers/wxr/read.ts';
import {
  cdata,
  entryOf,
  exportOf,
  itemOf,
  itemsOf,
  meta,
  ofType,
  readExport,
  streamOf,
} from './exports.ts';

const term = (domain: string, nicename: string, name: string): string =>
  `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>\n`;

const category = (id: string, slug: string, name: string, parent = ''): string =>
  `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename>` +
  `<wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;

describe('whether an entry is public', () => {
  const cases: [status: string, password: string, state: string, why: string | undefined][] = [
    ['publish', '', 'public', undefined],
    ['publish', 'word', 'withheld', 'password'],
    ['draft', '', 'draft', 'draft'],
    ['draft', 'word', 'withheld', 'password'],
    ['pending', '', 'draft', 'pending'],
    ['private', '', 'withheld', 'private'],
    ['future', '', 'withheld', 'future'],
    ['trash', '', 'withheld', 'trash'],
    ['auto-draft', '', 'withheld', 'auto-draft'],
    ['inherit', '', 'withheld', 'revision'],
    ['in-review', '', 'withheld', 'in-review'],
    [' \n publish\n', ' \n', 'public', undefined],
  ];
  test.each(cases)('%j with the password %j: %s, %s', async (status, password, state, why) => {
    const entry = await entryOf({
      'wp:status': cdata(status),
      'wp:post_password': cdata(password),
    });
    expect([entry.state, entry.why]).toEqual([state, why]);
  });

  test('is never guessed: without a status it is a draft', async () => {
    expect((await entryOf({ 'wp:status': '' })).state).toBe('draft');
  });

  test('decides whether its words are handed over', async () => {
    const entry = await entryOf(
      { 'wp:status': 'private', 'excerpt:encoded': cdata('Secret excerpt') },
      `${meta('_thumbnail_id', '7')}${meta('td_subtitle', 'Secret subtitle')}` +
        `<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Secret remark</wp:comment_content>` +
        `<wp:comment_date_gmt>2024-01-01 10:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved></wp:comment>`,
    );
    expect(entry.text.value).toBe('');
    expect(entry.leadPicture).toBeUndefined();
    expect(JSON.stringify(entry)).not.toContain('Secret');
  });
});

describe('types of items', () => {
  test('that are furniture are counted', async () => {
    const types = ['nav_menu_item', 'revision', 'elementor_library', 'tdb_templates', 'custom_css'];
    const items = types.map((type, index) =>
      itemOf({ 'wp:post_id': String(index + 1), 'wp:post_type': type }),
    );
    const read = await readExport(exportOf(items.join('')));
    expect(ofType(read, 'rest').map(({ what }) => what)).toEqual(types);
    expect(ofType(read, 'entry')).toEqual([]);
  });

  test('of a site’s own are entries', async () => {
    expect((await entryOf({ 'wp:post_type': 'event' })).kindOfEntry).toBe('event');
  });

  test('that are reusable blocks are parts, public only if they are published', async () => {
    const block = (id: string, status: string, password = ''): string =>
      itemOf({
        'wp:post_id': id,
        'wp:post_type': 'wp_block',
        'wp:status': status,
        'wp:post_password': cdata(password),
      });
    const read = await readExport(
      exportOf(block('1', 'publish') + block('2', 'draft') + block('3', 'publish', 'x')),
    );
    expect(ofType(read, 'part').map(({ isPublic, text }) => [isPublic, text.value])).toEqual([
      [true, 'Words.'],
      [false, ''],
      [false, ''],
    ]);
  });
});

describe('a title', () => {
  test.each([
    [cdata('How &lt;script&gt; is &amp;amp; <em>was</em>'), 'How <script> is &amp; was'],
    [cdata('How <canvas> is drawn, a < b'), 'How <canvas> is drawn, a < b'],
    ['How &lt;script&gt; is &amp; was', 'How <script> is & was'],
    ['Lotok&#8217;s &amp;#8220;son&amp;#8221;', 'Lotok’s “son”'],
    [cdata('[Paper] two\n lines<br>three'), '[Paper] two lines three'],
  ])('%s is decoded exactly once', async (given, words) => {
    expect((await entryOf({ title: given })).title).toBe(words);
  });
});

describe('a slug', () => {
  test.each([
    ['%d0%bc%d0%bb%d0%b8%d0%bd', 'млин'],
    ['%d0%bc%d0%bb%d0', 'мл'],
    ['%d0%bc%d0%bb%d', 'мл'],
    ['a-b', 'a-b'],
  ])('%s is %s', async (given, slug) => {
    expect((await entryOf({ 'wp:post_name': cdata(given) })).slug).toBe(slug);
  });

  test('that is missing is that of the address, else of the title, else the number', async () => {
    const without = { 'wp:post_name': '' };
    expect(
      (await entryOf({ ...without, link: 'https://lantern.example/2024/old-name/' })).slug,
    ).toBe('old-name');
    const numbered = { ...without, link: 'https://lantern.example/?p=1' };
    expect((await entryOf(numbered)).slug).toBe('a-headline');
    expect((await entryOf({ ...numbered, title: cdata('?!') })).slug).toBe('1');
  });
});

describe('a moment', () => {
  test('keeps both halves, and leaves zero dates out', async () => {
    expect((await entryOf()).published).toEqual({
      local: '2024-03-15T09:30:00',
      utc: '2024-03-15T07:30:00Z',
    });
    expect((await entryOf({ 'wp:post_date_gmt': '0000-00-00 00:00:00' })).published).toEqual({
      local: '2024-03-15T09:30:00',
      utc: undefined,
    });
  });

  test('is that of the feed if there is no other', async () => {
    const entry = await entryOf({
      'wp:post_date': '0000-00-00 00:00:00',
      'wp:post_date_gmt': '',
      pubDate: 'Fri, 15 Mar 2024 07:30:00 +0000',
    });
    expect(entry.published).toEqual({ local: undefined, utc: '2024-03-15T07:30:00Z' });
  });

  test('is left out if it is nonsense', async () => {
    const entry = await entryOf({
      'wp:post_date': '2024-02-31 10:00:00',
      'wp:post_date_gmt': 'soon',
      pubDate: 'Mon, 30 Nov -0001 00:00:00 +0000',
    });
    expect(entry.published).toBeUndefined();
  });
});

describe('terms', () => {
  const head =
    category('2', 'news', 'News') +
    category('3', 'local', 'Local &amp; Regional', 'news') +
    '<wp:tag><wp:term_id>20</wp:term_id><wp:tag_slug>%d0%bc</wp:tag_slug><wp:tag_name>М</wp:tag_name></wp:tag>';

  test('of the head have numbers, parents and decoded names', async () => {
    const items = await readExport(exportOf('', { before: head }));
    expect(ofType(items, 'section')).toMatchObject([
      { id: '2', slug: 'news', name: 'News', parent: undefined },
      { id: '3', slug: 'local', name: 'Local & Regional', parent: '2' },
    ]);
    expect(ofType(items, 'topic')).toMatchObject([{ id: '20', slug: 'м', name: 'М' }]);
  });

  test('that only items name are said before them', async () => {
    const items = await readExport(exportOf(itemOf({}, term('category', 'sport', 'Sport'))));
    expect(ofType(items, 'section')).toMatchObject([{ id: 'sport', slug: 'sport', name: 'Sport' }]);
    expect(ofType(items, 'entry')).toMatchObject([{ sections: ['sport'] }]);
  });

  test('that WordPress 2 wrote twice, and without a domain, count once', async () => {
    const entry = await entryOf(
      {},
      `<category>${cdata('News')}</category>${term('category', 'news', 'News')}` +
        `<category domain="tag">${cdata('M')}</category>${term('tag', 'm', 'M')}`,
      head,
    );
    expect([entry.sections, entry.topics]).toEqual([['2'], ['m']]);
    expect((await entryOf({}, `<category>${cdata('News')}</category>`, head)).sections).toEqual([
      '2',
    ]);
  });

  test('prefer the section that the theme or a plugin names, if the entry is in it', async () => {
    const terms = term('category', 'news', 'News') + term('category', 'local', 'Local');
    const primary = async (more: string): Promise<string | undefined> =>
      (await entryOf({}, terms + more, head)).primarySection;
    expect(await primary(meta('_yoast_wpseo_primary_category', '3'))).toBe('3');
    expect(await primary(meta('rank_math_primary_category', '3'))).toBe('3');
    const theme = meta('td_post_theme_settings', 'a:1:{s:14:"td_primary_cat";s:1:"3";}');
    expect(await primary(meta('_yoast_wpseo_primary_category', '2') + theme)).toBe('3');
    expect(await primary(meta('_yoast_wpseo_primary_category', '99'))).toBeUndefined();
  });

  test('that go round in a circle have no parents', async () => {
    const before = category('1', 'a', 'A', 'b') + category('2', 'b', 'B', 'a');
    const items = await readExport(exportOf('', { before }));
    expect(ofType(items, 'section').map(({ parent }) => parent)).toEqual([undefined, undefined]);
  });
});

describe('authors', () => {
  test('have neither logins nor e-mail addresses', async () => {
    const before =
      '<wp:author><wp:author_id>2</wp:author_id><wp:author_login>joe@mail.example</wp:author_login>' +
      '<wp:author_email>joe@mail.example</wp:author_email><wp:author_display_name>Joe &amp;amp; Co</wp:author_display_name></wp:author>';
    const items = await readExport(
      exportOf(itemOf({ 'dc:creator': cdata('joe@mail.example') }), { before }),
    );
    expect(ofType(items, 'author')).toMatchObject([{ id: 'user-2', name: 'Joe & Co' }]);
    expect(ofType(items, 'entry')).toMatchObject([{ authors: ['user-2'] }]);
    expect(JSON.stringify(items)).not.toContain('joe@');
  });

  test('whom the head does not know are left out if only a login is known', async () => {
    const read = async (creator: string, version: string): Promise<unknown> => {
      const before = `<wp:wxr_version>${version}</wp:wxr_version>`;
      const items = await readExport(exportOf(itemOf({ 'dc:creator': creator }), { before }));
      return ofType(items, 'author').map(({ name }) => name);
    };
    expect(await read('jdoe', '1.2')).toEqual([]);
    expect(await read('Jane Doe', '1.2')).toEqual(['Jane Doe']);
    expect(await read('jdoe', '1.0')).toEqual(['jdoe']);
    expect(await read('jdoe@mail.example', '1.0')).toEqual([]);
  });

  test('that are several come in their order, guests with the name that they show', async () => {
    const guest = itemOf(
      { 'wp:post_id': '70', 'wp:post_type': 'guest-author', 'wp:post_name': 'cap-isa-b' },
      meta('cap-display_name', 'Ísa B') +
        meta('cap-user_email', 'isa@mail.example') +
        meta('cap-description', 'Draws.'),
    );
    const story = itemOf(
      {},
      term('author', 'cap-isa-b', 'isa-b') + term('author', 'cap-ann', 'ann'),
    );
    const items = await readExport(exportOf(story + guest));
    const [entry] = ofType(items, 'entry');
    const names = new Map(ofType(items, 'author').map(({ id, name }) => [id, name]));
    expect(entry?.authors.map((id) => names.get(id))).toEqual(['Ísa B', 'Ann Other']);
    expect(ofType(items, 'author').find(({ name }) => name === 'Ísa B')?.bio).toBe('Draws.');
    expect(JSON.stringify(items)).not.toContain('mail.example');
  });

  test('that are guests without an item of their own get the name of their term', async () => {
    const before =
      '<wp:wxr_version>1.2</wp:wxr_version><wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-isa-b</wp:term_slug>' +
      '<wp:term_name>isa-b</wp:term_name><wp:term_description>Dr Ísa B Ísa B isa-b 70 isa@mail.example</wp:term_description></wp:term>';
    const story = itemOf({}, term('author', 'cap-isa-b', 'isa-b'));
    const items = await readExport(exportOf(story, { before }));
    expect(ofType(items, 'author').map(({ name }) => name)).toEqual(['Dr Ísa B']);
  });
});

describe('an attachment', () => {
  const file = async (elements: Record<string, string>, more: string): Promise<unknown> => {
    const items = await readExport(
      exportOf(
        itemOf(
          {
            'wp:post_type': 'attachment',
            'wp:status': 'inherit',
            'wp:post_parent': '5',
            'excerpt:encoded': cdata('A &amp; <em>B</em>'),
            guid: 'https://old.example/wp-content/uploads/2024/03/weir.jpg',
            'wp:attachment_url': 'https://cdn.example/wp-content/uploads/2024/03/weir-scaled.jpg',
            ...elements,
          },
          more,
        ),
      ),
    );
    return ofType(items, 'file')[0];
  };

  test('is the upload, not what WordPress made of it', async () => {
    const packed =
      'a:2:{s:4:"file";s:23:"2024/03/weir-scaled.jpg";s:14:"original_image";s:8:"weir.jpg";}';
    expect(
      await file(
        {},
        meta('_wp_attached_file', '2024/03/weir-scaled.jpg') +
          meta('_wp_attachment_metadata', packed) +
          meta('_wp_attachment_image_alt', 'A &quot;weir&quot;'),
      ),
    ).toMatchObject({
      entry: '5',
      path: '2024/03/weir.jpg',
      urls: [
        'https://cdn.example/wp-content/uploads/2024/03/weir.jpg',
        'https://cdn.example/wp-content/uploads/2024/03/weir-scaled.jpg',
        'https://old.example/wp-content/uploads/2024/03/weir.jpg',
      ],
      alt: 'A "weir"',
      caption: 'A & B',
    });
  });

  test.each([
    ['', '2024/03/weir-scaled.jpg'],
    ['/var/www/wp-content/uploads/2008/01/old.jpg', '2008/01/old.jpg'],
    ['../../etc/passwd', undefined],
  ])('with the path %j is at %j', async (given, path) => {
    expect(await file({}, given === '' ? '' : meta('_wp_attached_file', given))).toMatchObject({
      path,
    });
  });
});

describe('post meta', () => {
  test('gives standfirsts, the best first, and no templates', async () => {
    const { standfirsts } = await entryOf(
      { 'excerpt:encoded': cdata('The excerpt') },
      meta('_yoast_wpseo_metadesc', '%%excerpt%% %%sitename%%') +
        meta('rank_math_description', '%excerpt%') +
        meta('_aioseo_description', 'A description, 100% true') +
        meta('td_post_theme_settings', 'a:1:{s:11:"td_subtitle";s:9:"Two words";}'),
    );
    expect(standfirsts).toEqual([
      { from: 'td_subtitle', html: 'Two words' },
      { from: 'excerpt', html: 'The excerpt' },
      { from: '_aioseo_description', html: 'A description, 100% true' },
    ]);
  });

  test('is read by its pattern where the lengths are wrong', async () => {
    const entry = await entryOf(
      {},
      meta(
        'td_post_theme_settings',
        'a:4:{s:11:"td_subtitle";s:99:"He said "no"; twice";s:9:"td_source";s:3:"The Wire";s:13:"td_source_url";s:1:"https://wire.example/a";s:6:"td_via";s:0:"";}',
      ),
    );
    expect(entry.standfirsts).toEqual([{ from: 'td_subtitle', html: 'He said "no"; twice' }]);
    expect(entry.source).toEqual({ name: 'The Wire', url: 'https://wire.example/a' });
  });

  test('gives pictures, films, notes and what the entry was before', async () => {
    const entry = await entryOf(
      { 'wp:is_sticky': '1', 'wp:comment_status': 'closed' },
      meta('_thumbnail_id', '44') +
        meta('td_post_video', 'a:1:{s:8:"td_video";s:27:"https://vimeo.com/246801357";}') +
        meta('footnotes', '[{"id":"n1","content":"By <em>hand</em>"}]') +
        meta('_wp_old_slug', '%d0%bc') +
        meta('_wp_old_slug', 'older') +
        meta('_wp_old_date', '2024-03-14'),
    );
    expect(entry).toMatchObject({
      leadPicture: { file: '44' },
      leadVideo: 'https://vimeo.com/246801357',
      notes: [{ id: 'n1', html: 'By <em>hand</em>' }],
      oldSlugs: ['м', 'older'],
      oldDays: ['2024-03-14'],
      isSticky: true,
      takesComments: false,
    });
  });
});

test('comments keep their threads, and nothing of readers’ machines', async () => {
  const remark = (id: string, elements: string): string =>
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata('B &amp; C')}</wp:comment_author>` +
    `<wp:comment_author_IP>203.0.113.7</wp:comment_author_IP><wp:comment_date>2024-03-16 12:00:00</wp:comment_date>${elements}</wp:comment>`;
  const entry = await entryOf(
    {},
    remark(
      '1',
      '<wp:comment_date_gmt>2024-03-16 10:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent><wp:comment_author_url>javascript:x</wp:comment_author_url>',
    ) +
      remark(
        '2',
        '<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent><wp:comment_type>pingback</wp:comment_type>',
      ) +
      remark('3', '<wp:comment_approved>spam</wp:comment_approved>') +
      remark(
        '4',
        '<wp:comment_approved>1</wp:comment_approved><wp:comment_type>order_note</wp:comment_type>',
      ),
  );
  expect(
    entry.comments.map(({ id, parent, name, link, moment, isApproved, isPing }) => [
      id,
      parent,
      name,
      link,
      moment,
      isApproved,
      isPing,
    ]),
  ).toEqual([
    ['1', undefined, 'B & C', undefined, '2024-03-16T10:00:00Z', true, false],
    ['2', '1', 'B & C', undefined, '2024-03-16T10:00:00Z', true, true],
    ['3', undefined, 'B & C', undefined, '2024-03-16T10:00:00Z', false, false],
    ['4', undefined, 'B & C', undefined, '2024-03-16T10:00:00Z', false, false],
  ]);
  expect(JSON.stringify(entry)).not.toContain('203.0.113');
});

describe('the format', () => {
  test.each(['1.0', '1.1', '1.2'])('%s is read', async (version) => {
    const whole = exportOf(itemOf())
      .replaceAll('export/1.2', `export/${version}`)
      .replace('version>1.2', `version>${version}`);
    const source = await wxrSource([streamOf(whole)]);
    expect(source.name).toBe(`WordPress export (WXR ${version})`);
    expect(ofType(await itemsOf(source), 'entry')).toHaveLength(1);
  });

  test('may have other prefixes, and several versions', async () => {
    const renamed = exportOf(itemOf())
      .replaceAll(/\bwp(?=[:=])/g, 'ns3')
      .replaceAll(/\bcontent(?=[:=])/g, 'c')
      .replaceAll(/\bexcerpt(?=[:=])/g, 'wp')
      .replaceAll(/\bdc(?=[:=])/g, 'x')
      .replace('<rss ', '<rss xmlns:w1="http://wordpress.org/export/1.0/" ')
      .replace(/<ns3:status>(.*?)<\/ns3:status>/, '<w1:status>$1</w1:status>');
    const plain = await readExport(exportOf(itemOf()));
    expect(await readExport(renamed)).toEqual(plain);
  });

  test('ends a namespace where its element ends', async () => {
    const foreign =
      '<wp:postmeta xmlns:wp="http://other.example/"><wp:status>private</wp:status></wp:postmeta>';
    const items = await readExport(
      exportOf(
        itemOf({}, foreign).replace('<item>', '<item xmlns:x="http://wordpress.org/export/1.1/">') +
          itemOf({ 'wp:post_id': '2' }),
      ),
    );
    expect(ofType(items, 'entry').map(({ id, state }) => [id, state])).toEqual([
      ['1', 'public'],
      ['2', 'public'],
    ]);
  });

  test('may have its namespaces at each element', async () => {
    const items = await readExport(
      exportOf(
        itemOf().replace(
          /<wp:status>(.*?)<\/wp:status>/,
          '<status xmlns="http://wordpress.org/export/1.2/">$1</status>',
        ),
      ),
    );
    expect(ofType(items, 'entry')[0]?.state).toBe('public');
  });
});

test('the site is told by what the export declares, and at the end by what its items show', async () => {
  const before =
    '<title>T &amp; U</title><link>http://www.lantern.example/</link><language>uk_UA</language>' +
    '<wp:base_site_url>http://wordpress.com/</wp:base_site_url><wp:base_blog_url>https://lantern.example/blog</wp:base_blog_url>';
  const items = await readExport(
    exportOf(
      itemOf({ guid: 'https://old.example/paper/?p=1' }) +
        itemOf({ 'wp:post_id': '2', guid: 'https://wire.example/story' }) +
        itemOf({
          'wp:post_id': '3',
          'wp:post_type': 'attachment',
          'wp:status': 'inherit',
          guid: 'https://cdn.example/x/wp-content/uploads/a.jpg',
        }),
      { before },
    ),
  );
  const declared = ['https://lantern.example/blog', 'http://www.lantern.example'];
  expect(ofType(items, 'site')).toMatchObject([
    { title: 'T & U', language: 'uk-UA', addresses: declared },
    { addresses: [...declared, 'https://old.example/paper', 'https://cdn.example/x'] },
  ]);
});

describe('entries that look alike', () => {
  test('are two if they have two numbers', async () => {
    const items = await readExport(
      exportOf(itemOf({ guid: 'same' }) + itemOf({ 'wp:post_id': '2', guid: 'same' })),
    );
    expect(ofType(items, 'entry').map(({ id, slug }) => [id, slug])).toEqual([
      ['1', 'a-headline'],
      ['2', 'a-headline'],
    ]);
  });

  test('are one if they stand in two parts of an export', async () => {
    const items = await readExport(
      exportOf(itemOf()),
      exportOf(itemOf() + itemOf({ 'wp:post_id': '2' })),
    );
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['1', '2']);
    expect(ofType(items, 'author')).toHaveLength(1);
    expect(ofType(items, 'fault')).toMatchObject([
      { file: '2.xml', found: 'an entry that stands in the export twice', repaired: true },
    ]);
  });

  test('are taken as they were last, for they may have been withdrawn', async () => {
    const changed = (date: string, status: string): string =>
      exportOf(itemOf({ 'wp:status': status, 'wp:post_modified_gmt': date }));
    const older = changed('2024-01-01 10:00:00', 'publish');
    const newer = changed('2024-02-01 10:00:00', 'private');
    for (const files of [
      [older, newer],
      [newer, older],
      [newer.replace('02-01', '01-01'), older],
    ]) {
      const items = await readExport(...files);
      expect(ofType(items, 'entry').map(({ state }) => state)).toEqual(['withheld']);
    }
  });

  test('are two if two sites gave them one number', async () => {
    const items = await readExport(
      exportOf(itemOf({ guid: 'a' })),
      exportOf(itemOf({ guid: 'b' })),
    );
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['1', '1-2']);
  });
});

test('a source can be read again, with the same items', async () => {
  const story = itemOf(
    { 'dc:creator': 'New Name' },
    term('category', 'sport', 'Sport') + term('author', 'x-y', 'x-y'),
  );
  const source = await wxrSource([streamOf(exportOf(story)), streamOf(exportOf(itemOf()))]);
  expect(await itemsOf(source)).toEqual(await itemsOf(source));
});

import { describe, expect, test } from 'vitest';
import { wxrSource } from '../../../src/import/readers/wxr/read.ts';
import { cdata, exportOf, itemOf, itemsOf, meta, ofType, readExport, streamOf } from './exports.ts';

/** What became of a text, and which repairs were counted. */
async function textOf(
  content: string,
  more = '',
): Promise<{ text: string | undefined; faults: string[] }> {
  const items = await readExport(exportOf(itemOf({ 'content:encoded': content }, more)));
  return {
    text: ofType(items, 'entry')[0]?.text.value,
    faults: ofType(items, 'fault').map(({ found }) => found),
  };
}

describe('CDATA', () => {
  test('that WordPress split over two sections is one text, and no fault', async () => {
    expect(await textOf('<![CDATA[run("]]]]><![CDATA[>");]]>')).toEqual({
      text: 'run("]]>");',
      faults: [],
    });
  });

  test('may have its end mark in the text', async () => {
    expect(await textOf('<![CDATA[<p>a ]]> b</p> ]]></p> c]]>')).toEqual({
      text: '<p>a ]]> b</p> ]]></p> c',
      faults: [']]> inside a CDATA section (2 times)'],
    });
  });

  test('may have sections of scripts in the text', async () => {
    const script = '<script>/* <![CDATA[ */ a(); /* ]]> */</script>';
    const { text } = await textOf(`<![CDATA[${script} words ${script} more]]>`);
    expect(text).toBe(`${script} words ${script} more`);
  });

  test('may be followed by text, as XML allows', async () => {
    expect((await textOf('<![CDATA[a <b>]]> &amp; <![CDATA[c]]>')).text).toBe('a <b> & c');
  });

  test('may end with brackets', async () => {
    expect((await textOf('<![CDATA[[a][/a]]]>')).text).toBe('[a][/a]');
  });

  test('that was left open ends with its element', async () => {
    const { text, faults } = await textOf('<![CDATA[Open <b>words</b>');
    expect(text).toBe('Open <b>words</b>');
    expect(faults).toEqual(['a CDATA section that was left open']);
  });

  test('may show how an export is written', async () => {
    const example =
      '<pre><item><content:encoded>x</content:encoded>\n<excerpt:encoded/></item></pre>';
    expect(await textOf(cdata(example))).toEqual({ text: example, faults: [] });
  });

  test('that swallowed what follows takes its item along, and no other', async () => {
    const broken = itemOf({ 'wp:post_id': '7' }).replace(
      '<![CDATA[Words.]]></content:encoded>',
      '<![CDATA[Words.',
    );
    const items = await readExport(exportOf(broken + itemOf({ 'wp:post_id': '8' })));
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['8']);
    expect(ofType(items, 'fault')).toMatchObject([
      { found: 'item 7 is left out: a CDATA section in it was left open', repaired: false },
    ]);
  });

  test('that swallowed a whole item without CDATA takes only its own along', async () => {
    const plain = {
      title: 'A',
      'dc:creator': 'ann',
      'excerpt:encoded': '',
      'wp:post_date': '2024-03-15 09:30:00',
      'wp:post_date_gmt': '2024-03-15 07:30:00',
      'wp:post_name': 'a',
      'wp:status': 'publish',
      'wp:post_type': 'post',
      'wp:post_password': '',
    };
    const broken = itemOf({ ...plain, 'wp:post_id': '7' }).replace(']]></content:encoded>', '');
    const next = itemOf({ ...plain, 'wp:post_id': '8', title: 'B' });
    const items = await readExport(exportOf(broken + next));
    expect(ofType(items, 'entry').map(({ id, title }) => [id, title])).toEqual([['8', 'B']]);
    expect(ofType(items, 'fault')).toMatchObject([{ repaired: false, line: 5 }]);
  });
});

describe('a file', () => {
  test('may have warnings before the document and after it', async () => {
    const items = await readExport(
      `<br />\n<b>Warning</b>: something on line <b>3</b><br />\n${exportOf(itemOf())}<br>Notice: <p>late`,
    );
    expect(ofType(items, 'entry')).toHaveLength(1);
    expect(ofType(items, 'fault').map(({ found, repaired }) => [found, repaired])).toEqual([
      ['text before the beginning of the document', true],
      [expect.stringContaining('text after the end of the document'), true],
    ]);
  });

  test('may have warnings between elements', async () => {
    const items = await readExport(
      exportOf(itemOf().replace('<wp:status>', '<br>Notice: <b>x</b><wp:status>')),
    );
    expect(ofType(items, 'entry')).toMatchObject([{ state: 'public', text: { value: 'Words.' } }]);
  });

  test('may have control characters, bare ampersands and HTML entities', async () => {
    const items = await readExport(
      exportOf(
        itemOf({
          title: 'Q&A: fish & chips&#8217;&nbsp;day',
          'content:encoded': cdata('a\u001fb\u000bc'),
        }),
      ),
    );
    expect(ofType(items, 'entry')).toMatchObject([
      { title: 'Q&A: fish & chips’ day', text: { value: 'ab c' } },
    ]);
    expect(ofType(items, 'fault').map(({ found }) => found)).toEqual([
      'a bare & outside CDATA (2 times)',
      'control characters (2 times)',
    ]);
  });

  test('may have bytes of Windows-1252 beside right letters', async () => {
    const bytes = Buffer.from(exportOf(itemOf({ 'content:encoded': cdata('café @quoted# €') })));
    bytes[bytes.indexOf('@')] = 0x93;
    bytes[bytes.indexOf('#')] = 0x94;
    const items = await readExport(bytes);
    expect(ofType(items, 'entry')[0]?.text.value).toBe('café “quoted” €');
    expect(ofType(items, 'fault')).toMatchObject([
      { found: 'bytes of Windows-1252 in a file that says UTF-8 (2 times)', repaired: true },
    ]);
  });

  test('is read in the encoding that it declares', async () => {
    const text = exportOf(itemOf({ 'content:encoded': cdata('Привіт, світе') })).replace(
      'UTF-8',
      'windows-1251',
    );
    const bytes = Buffer.from(
      Array.from(text, (letter) => {
        const code = letter.charCodeAt(0);
        if (letter === 'і') return 0xb3;
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );
    expect(ofType(await readExport(bytes), 'entry')[0]?.text.value).toBe('Привіт, світе');
    expect(ofType(await readExport(Buffer.from(text)), 'entry')[0]?.text.value).toBe(
      'Привіт, світе',
    );
    const wide = Buffer.from(`\ufeff${text.replace('windows-1251', 'UTF-16')}`, 'utf16le');
    expect(ofType(await readExport(wide), 'entry')[0]?.text.value).toBe('Привіт, світе');
  });

  test('that ends inside an item loses that item, for its status stands behind its text', async () => {
    const whole = exportOf(itemOf({ 'wp:post_id': '1' }) + itemOf({ 'wp:post_id': '2' }));
    for (const mark of ['</content:encoded>', '<wp:status>', '</item>\n\n</channel>']) {
      const items = await readExport(whole.slice(0, whole.lastIndexOf(mark)));
      expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['1']);
      expect(ofType(items, 'fault')).toEqual([
        {
          type: 'fault',
          file: '1.xml',
          line: expect.any(Number) as number,
          column: 1,
          found: 'the file ends inside an item, which is left out: it was cut off',
          repaired: false,
        },
      ]);
    }
  });

  test('that ends between items is said to be cut off', async () => {
    const whole = exportOf(itemOf());
    const items = await readExport(whole.slice(0, whole.lastIndexOf('</channel>')));
    expect(ofType(items, 'entry')).toHaveLength(1);
    expect(ofType(items, 'fault')).toMatchObject([{ repaired: false }]);
  });

  test('may lack the end of an item whose status is known', async () => {
    const open = itemOf({ 'wp:post_id': '1' }).replace('</item>', '');
    const items = await readExport(exportOf(open + itemOf({ 'wp:post_id': '2' })));
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['1', '2']);
    expect(ofType(items, 'fault')).toMatchObject([
      { found: 'an item that was left open', line: 5 },
    ]);
  });

  test('loses an item that lacks its end and its password', async () => {
    const open = itemOf({ 'wp:post_id': '1', 'wp:post_password': '' }).replace('</item>', '');
    const items = await readExport(exportOf(open + itemOf({ 'wp:post_id': '2' })));
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['2']);
    expect(ofType(items, 'fault')).toMatchObject([{ repaired: false }]);
  });

  test('loses an item that alone does not say whether it has a password', async () => {
    const silent = itemOf({ 'wp:post_id': '2', 'wp:post_password': '' });
    expect(ofType(await readExport(exportOf(itemOf() + silent)), 'entry')).toHaveLength(1);
    expect(ofType(await readExport(exportOf(silent)), 'entry')).toHaveLength(1);
  });

  test('names the line and column of what is left out', async () => {
    const twice = itemOf({ 'wp:post_id': '9' }, '<wp:status>private</wp:status>\n');
    const items = await readExport(exportOf(`${itemOf()}  ${twice}`));
    expect(ofType(items, 'entry').map(({ id }) => id)).toEqual(['1']);
    expect(ofType(items, 'fault')).toEqual([
      {
        type: 'fault',
        file: '1.xml',
        line: 21,
        column: 3,
        found: 'item 9 is left out: it says two different things in wp:status',
        repaired: false,
      },
    ]);
  });
});

test('comes out the same in whatever parts it is read', async () => {
  const broken = exportOf(
    itemOf(
      { 'content:encoded': '<![CDATA[one ]]> “two” ]]></p>]]>', title: 'A & B' },
      meta('_wp_old_slug', 'x'),
    ) +
      itemOf({ 'wp:post_id': '2', 'content:encoded': '<![CDATA[open </content:encoded> shown' }) +
      itemOf({
        'wp:post_id': '3',
        'content:encoded': cdata(`Itâ€™s <item></item> here, „так“ ${'і \u2028'.repeat(2000)}`),
      }),
  );
  const read = async (size: number): Promise<unknown> =>
    itemsOf(await wxrSource([streamOf(broken, { size })]));
  const whole = await read(1_000_000);
  for (const size of [1, 2, 7, 64, 700]) expect(await read(size)).toEqual(whole);
});

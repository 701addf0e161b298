import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UnusableSourceError, openSource } from '../../../src/import/readers/open-source.ts';
import { exportOf, itemOf, itemsOf, ofType, zipOf } from './exports.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let work: string;
beforeAll(async () => {
  await mkdir(path.join(root, '.test'), { recursive: true });
  work = await mkdtemp(path.join(root, '.test', 'open-source-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function put(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(work, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const first = exportOf(itemOf({ 'wp:post_id': '1' }));
const second = exportOf(itemOf({ 'wp:post_id': '2' }));

const idsIn = async (...paths: string[]): Promise<string[]> =>
  ofType(await itemsOf(await openSource(paths)), 'entry').map(({ id }) => id);

describe('an export', () => {
  test('is told by its content, whatever its name', async () => {
    expect(await idsIn(await put('a.txt', first))).toEqual(['1']);
    expect(await idsIn(await put('b.xml', gzipSync(first)))).toEqual(['1']);
    expect(await idsIn(await put('c.gz', zipOf({ 'a.xml': first })))).toEqual(['1']);
  });

  test('may come in several files, in an archive or in a folder', async () => {
    const parts = [await put('parts/1.xml', first), await put('parts/2.xml.gz', gzipSync(second))];
    expect(await idsIn(...parts)).toEqual(['1', '2']);
    expect(await idsIn(path.join(work, 'parts'))).toEqual(['1', '2']);
    const archive = await put(
      'parts.zip',
      zipOf({
        'x/2.xml': second,
        '__MACOSX/x/._1.xml': 'x',
        'x/1.xml': first,
        'x/readme.txt': 'x',
      }),
    );
    expect(await idsIn(archive)).toEqual(['1', '2']);
    expect((await openSource([archive])).name).toBe('WordPress export (WXR 1.2, 2 files)');
  });

  test('that is cut off in its compression gives what came before, and says so', async () => {
    const long = exportOf(
      Array.from({ length: 400 }, (_, index) =>
        itemOf({
          'wp:post_id': String(index + 1),
          'content:encoded': `<![CDATA[${Array.from({ length: 99 }, (__, word) => (index * word * 7919) % 10007).join(' ')}]]>`,
        }),
      ).join(''),
    );
    const packed = gzipSync(long);
    const file = await put('cut.xml.gz', packed.subarray(0, packed.length / 2));
    const items = await itemsOf(await openSource([file]));
    expect(ofType(items, 'entry').length).toBeGreaterThan(100);
    expect(ofType(items, 'fault')).toMatchObject([
      { found: expect.stringContaining('cannot be read to its end') as string, repaired: false },
    ]);
  });

  test('that unpacks to more than it may is not read on', async () => {
    const bomb = await put('bomb.xml.gz', gzipSync(first + ' '.repeat(3_000_000)));
    const items = await itemsOf(await openSource([bomb], { mostUnpacked: 1_000_000 }));
    expect(ofType(items, 'fault')).toMatchObject([
      { found: expect.stringContaining('it unpacks to more than 1 MB') as string },
    ]);
    const archive = await put('bomb.zip', zipOf({ 'a.xml': first + ' '.repeat(3_000_000) }));
    await expect(openSource([archive], { mostUnpacked: 1_000_000 })).rejects.toThrow(
      'more than 1 MB',
    );
  });
});

describe('what cannot be used', () => {
  test.each([
    ['nothing.xml', '', 'it is no WordPress export'],
    ['page.xml', '<!doctype html><html><p>x</p></html>', 'it is no WordPress export'],
    ['data.json', '{"a": 1}', 'it is no WordPress export'],
    ['broken.zip', 'PK\u0003\u0004 not really', ''],
    ['empty.zip', zipOf({}), 'there is no export in this archive'],
  ])('%s is refused with a reason', async (name, content, reason) => {
    const file = await put(name, content);
    await expect(openSource([file])).rejects.toThrow(UnusableSourceError);
    await expect(openSource([file])).rejects.toThrow(`${name}: ${reason}`);
  });

  test('is said of files that do not exist, and of empty folders', async () => {
    await mkdir(path.join(work, 'empty'), { recursive: true });
    await expect(openSource([path.join(work, 'no.xml')])).rejects.toThrow('there is no such file');
    await expect(openSource([path.join(work, 'empty')])).rejects.toThrow(
      'neither Markdown nor an export',
    );
    await expect(openSource([])).rejects.toThrow('no file or folder was named');
  });

  test('is a fault beside what can be used', async () => {
    const items = await itemsOf(
      await openSource([await put('x.xml', 'x'), await put('y.xml', first)]),
    );
    expect(ofType(items, 'entry')).toHaveLength(1);
    expect(ofType(items, 'fault')).toMatchObject([
      { repaired: false, file: expect.stringContaining('x.xml') as string },
    ]);
  });
});

test('a row of any size goes by without being held', () => {
  // 64 MB of a page builder's history, in a process that may hold 40 MB.
  const script = `
    import { wxrSource } from './src/import/readers/wxr/read.ts';
    const [before, after] = ${JSON.stringify(exportOf(itemOf({}, '<wp:postmeta><wp:meta_key>tdc_history</wp:meta_key><wp:meta_value><![CDATA[#]]></wp:meta_value></wp:postmeta>') + itemOf({ 'wp:post_id': '2' })))}.split('#');
    async function* open() {
      yield Buffer.from(before);
      const part = Buffer.from('[vc_row] the history of a page, &amp; nothing else '.repeat(4000) + '</item> <b>');
      for (let sent = 0; sent < 64e6; sent += part.length) yield part;
      yield Buffer.from(after);
    }
    const source = await wxrSource([{ name: 'big.xml', open }]);
    let entries = 0;
    for await (const item of source.items()) if (item.type === 'entry') entries += 1;
    console.log(entries);`;
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=40', '--input-type=module-typescript', '--eval', script],
    { cwd: root, encoding: 'utf8' },
  );
  expect(run.stdout.trim(), run.stderr.slice(-500)).toBe('2');
});

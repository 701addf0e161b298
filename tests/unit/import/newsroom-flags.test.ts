import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../fixtures/moving-in/write.ts';
import { cdata, exportOf, itemOf, meta } from './exports.ts';
import {
  bytesOf,
  checked,
  expected,
  importNewsroom,
  newContent,
  reportIn,
  stateOf,
  textIn,
  threadsIn,
  usual,
} from './newsroom.ts';

let whole: string;
beforeAll(async () => {
  whole = await newContent();
  await importNewsroom(whole);
});

/** An export of its own, beside the content folder. */
const exported = (content: string, items: string): string => {
  const file = path.join(path.dirname(content), 'export.xml');
  writeFileSync(file, exportOf(items));
  return file;
};

const found = async (content: string): Promise<string[]> =>
  (await checked(content)).mistakes.map(({ file, found: fault }) => `${file}: ${fault}`);

describe('a dry run', () => {
  test('writes nothing, and prints the whole report', async () => {
    const content = path.join(path.dirname(await newContent()), 'not-there');
    const { code, out } = await importNewsroom(content, ['--dry-run']);
    expect(code).toBe(2);
    expect(existsSync(content)).toBe(false);
    expect(out.replace('Nothing was written: this was a dry run.\n\n', '').trimEnd()).toBe(
      textIn(whole, 'import/report.md').trimEnd(),
    );
    expect(out).toContain('dry run');
  });

  test('touches nothing that is there', async () => {
    const before = stateOf(whole);
    await importNewsroom(whole, ['--dry-run']);
    await runImport(whole, [...usual, '--dry-run', '--only', '101']);
    expect(stateOf(whole)).toEqual(before);
  });
});

describe('a part of the export', () => {
  test('is brought by --only, and the rest later', async () => {
    const content = await newContent();
    const { out } = await importNewsroom(content, ['--only', '109', '--only', '301']);
    expect(out).toContain('stories: 1\npages: 1\n');
    expect([...bytesOf(content).keys()].filter((file) => file.endsWith('index.md'))).toEqual([
      'articles/2024/spring-flood-2/index.md',
      'pages/team/index.md',
    ]);
    // Stories that are not there cannot be linked to.
    expect(textIn(content, 'articles/2024/spring-flood-2/index.md')).not.toContain('/2023/04/');
    expect((await found(content)).filter((one) => !one.includes('publication.ts'))).toEqual([]);
    await importNewsroom(content);
    const reports = /^import\/(?:report|written)/;
    const without = (files: Map<string, string>) =>
      [...files].filter(([file]) => !reports.test(file));
    expect(without(bytesOf(content))).toEqual(without(bytesOf(whole)));
  });

  test('leaves what is not asked for as it is', async () => {
    const before = [...stateOf(whole)].filter(
      ([file]) => !/^import\/(?:report|written)/.test(file),
    );
    await importNewsroom(whole, ['--only', '103']);
    expect(threadsIn(whole)).toHaveLength(2);
    expect(
      [...stateOf(whole)].filter(([file]) => !/^import\/(?:report|written)/.test(file)),
    ).toEqual(before);
    await importNewsroom(whole);
  });

  test('is what was published or changed since a day', async () => {
    const content = await newContent();
    await importNewsroom(content, ['--since', '2024-05-01']);
    expect(
      reportIn(content)
        .entries.filter(({ result }) => result === 'story')
        .map(({ id }) => id),
    ).toEqual(['103', '104', '110']);
    expect((await found(content)).filter((one) => !one.includes('publication.ts'))).toEqual([]);
  });
});

test('drafts come as drafts, and only if they are asked for', async () => {
  const content = await newContent();
  const { out } = await importNewsroom(content, ['--drafts']);
  expect(out).toContain('stories: 12\npages: 3\ndrafts: 2\n');
  const { copy, heldBack, mistakes } = await checked(content);
  expect(mistakes.map(({ found: fault }) => fault)).toEqual([]);
  expect(heldBack.map(({ until }) => until)).toEqual([undefined, undefined]);
  const drafts = copy.articles.filter(({ data }) => data.draft);
  const text = drafts.map(({ body, data }) => body + JSON.stringify(data)).join(' ');
  expect(text).toContain('tessovantic');
  expect(text).toContain('hollobrand');
  const asked = ['tessovantic', 'hollobrand'];
  for (const file of bytesOf(content).keys()) {
    const written = textIn(content, file);
    for (const secret of expected.mustNotContainAnywhere.filter((one) => !asked.includes(one)))
      expect(written.includes(secret), `${file}: ${secret}`).toBe(false);
  }
});

test('types of their own are brought as they are mapped, by a flag or by the mapping file', async () => {
  const content = await newContent();
  const file = exported(
    content,
    itemOf({
      'wp:post_id': '7',
      'wp:post_name': 'fair',
      'wp:post_type': 'event',
      title: cdata('The fair'),
    }) + itemOf({ 'wp:post_id': '8', 'wp:post_name': 'news' }),
  );
  await runImport(content, [file]);
  expect(reportIn(content).entries).toMatchObject([
    { id: '7', result: 'held back' },
    { id: '8', result: 'story' },
  ]);
  expect(textIn(content, 'import.yaml')).toContain('event: skip');
  await runImport(content, [file, '--type', 'event=page']);
  expect(reportIn(content).entries[0]).toMatchObject({
    id: '7',
    result: 'page',
    file: 'pages/fair/index.md',
  });
  await runImport(content, [file, '--type', 'event=article']);
  expect(reportIn(content).entries[0]).toMatchObject({ id: '7', result: 'story' });
  expect(existsSync(path.join(content, 'pages/fair/index.md'))).toBe(false);
});

describe('the exit code', () => {
  test('is 0 if nothing was lost', async () => {
    const content = await newContent();
    expect(await runImport(content, [exported(content, itemOf())])).toMatchObject({ code: 0 });
  });

  test.each([
    ['no file is named', []],
    ['the file is not there', ['/nowhere/export.xml']],
    ['the file is no export', [path.join(import.meta.dirname, 'newsroom.ts')]],
    ['a flag is not known', [...usual, '--fast']],
    ['a zone is not known', [...usual, '--time-zone', 'Europe/Nowhere']],
    ['a day is none', [...usual, '--since', 'yesterday']],
    ['a type is not mapped to anything', [...usual, '--type', 'event']],
    ['the uploads are not there', [...usual.slice(0, 1), '--uploads', '/nowhere']],
    ['the mapping is not there', [...usual, '--mapping', '/nowhere/import.yaml']],
  ])('is 1 if %s, and nothing is written', async (_, args) => {
    const content = await newContent();
    const { code, errors } = await runImport(content, args);
    expect(code).toBe(1);
    expect(errors).not.toMatch(/^\s+at /m);
    expect(errors.trim()).not.toBe('');
    expect(readdirSync(content)).toEqual(['logo.png']);
  });

  test('is 1 if nothing in the export is public', async () => {
    const content = await newContent();
    const file = exported(content, itemOf({ 'wp:status': cdata('private') }));
    expect(await runImport(content, [file])).toMatchObject({ code: 1 });
  });

  test('is 1 if the mapping file is not valid, and it stays as it is', async () => {
    const content = await newContent();
    writeFileSync(path.join(content, 'import.yaml'), 'types:\n  post: novel\n');
    const { code, errors } = await runImport(content, [exported(content, itemOf())]);
    expect(code).toBe(1);
    expect(errors).toContain('import.yaml: types → post');
    expect(textIn(content, 'import.yaml')).toBe('types:\n  post: novel\n');
  });
});

test('nothing is read from outside the uploads or written outside the content folder', async () => {
  const content = await newContent();
  const folder = path.dirname(content);
  const uploads = path.join(folder, 'uploads');
  mkdirSync(path.join(uploads, '2024'), { recursive: true });
  const secret = await sharp({
    create: { width: 30, height: 30, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer();
  writeFileSync(path.join(folder, 'secret.png'), secret);
  writeFileSync(path.join(folder, 'secret.pdf'), 'secret');
  mkdirSync(path.join(folder, 'private'));
  writeFileSync(path.join(folder, 'private/secret.png'), secret);
  symlinkSync(path.join(folder, 'secret.png'), path.join(uploads, '2024/linked.png'));
  symlinkSync(path.join(folder, 'private'), path.join(uploads, '2024/folder'));
  const at = 'https://lantern.example/wp-content/uploads';
  const text = [
    `${at}/../../../secret.png`,
    `${at}/2024/%2e%2e/%2e%2e/secret.png`,
    `${at}/2024/..%2f..%2fsecret.png`,
    `${at}/2024/linked.png`,
    `${at}/2024/folder/secret.png`,
    `file://${folder}/secret.png`,
    `${folder}/secret.png`,
    '../../secret.png',
  ]
    .map((src) => `<p><img src="${src}" alt="A picture"></p>`)
    .join('\n');
  const file = exported(
    content,
    [
      ['1', '../../../up'],
      ['2', '%2e%2e%2f%2e%2e%2fup'],
      ['3', '/etc/up'],
      ['4', String.raw`..\..\up`],
      ['5', '..'],
      ['6', 'a\u0000b'],
      ['7', '.hidden'],
      ['8', 'con'],
    ]
      .map(([id = '', slug = '']) =>
        itemOf({
          'wp:post_id': id,
          'wp:post_name': cdata(slug),
          'wp:post_type': id === '8' ? 'page' : 'post',
          'content:encoded': cdata(
            `${text}<p><a href="${at}/../../../secret.pdf">The file</a></p>`,
          ),
        }),
      )
      .join('') +
      itemOf(
        {
          'wp:post_id': '50',
          'wp:post_type': 'attachment',
          'wp:attachment_url': `${at}/2024/x.png`,
        },
        '<wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key><wp:meta_value>../secret.png</wp:meta_value></wp:postmeta>',
      ),
  );
  const outside = (): [string, string][] =>
    [...stateOf(folder)].filter(([name]) => !/^(?:content|cache)\//.test(name));
  const before = outside();
  const { errors } = await runImport(content, [file, '--uploads', uploads]);
  expect(errors).toBe('');
  expect(outside()).toEqual(before);
  const written = [...bytesOf(content).keys()];
  expect(written.filter((name) => /\.(?:png|pdf)$/.test(name))).toEqual(['logo.png']);
  expect(written.filter((name) => name.endsWith('index.md'))).toHaveLength(8);
  expect((await found(content)).filter((one) => !one.includes('publication.ts'))).toEqual([]);
});

test('pages may be called what WordPress and the paper call their own', async () => {
  const content = await newContent();
  const names = ['page', 'feed', 'comments', 'category', 'tag', 'author', 'archive', 'topics'];
  const items = names.map((name, index) =>
    itemOf({
      'wp:post_id': String(index + 1),
      'wp:post_name': name,
      'wp:post_type': 'page',
      link: `https://lantern.example/${name}/`,
    }),
  );
  const story = itemOf({ 'wp:post_id': '99', 'wp:post_name': 'news' });
  await runImport(content, [exported(content, items.join('') + story)]);
  const { copy, redirects, mistakes } = await checked(content);
  expect(copy.pages).toHaveLength(names.length);
  expect(
    mistakes
      .filter(({ file }) => !file.includes('publication'))
      .map(({ file, found: fault }) => `${file}: ${fault}`),
  ).toEqual([]);
  for (const [index] of names.entries())
    expect(redirects.queried).toContainEqual(
      expect.objectContaining({ query: [['page_id', String(index + 1)]] }),
    );
});

test('a lead picture has the caption that its story gives it, and is shown once', async () => {
  const content = await newContent();
  const uploads = path.join(path.dirname(content), 'uploads');
  mkdirSync(path.join(uploads, '2024'), { recursive: true });
  await sharp({ create: { width: 900, height: 600, channels: 3, background: '#123456' } })
    .png()
    .toFile(path.join(uploads, '2024/weir.png'));
  const url = 'https://lantern.example/wp-content/uploads/2024/weir.png';
  const file = exported(
    content,
    itemOf(
      {
        'content:encoded': cdata(
          `[caption id="attachment_50" width="900"]<img class="wp-image-50" src="${url}" alt="A weir" /> In the story[/caption]\n\nWords.`,
        ),
      },
      meta('_thumbnail_id', '50'),
    ) +
      itemOf(
        {
          'wp:post_id': '50',
          'wp:post_type': 'attachment',
          'wp:status': 'inherit',
          'wp:attachment_url': url,
          'excerpt:encoded': cdata('In the library'),
        },
        meta('_wp_attached_file', '2024/weir.png'),
      ),
  );
  await runImport(content, [file, '--uploads', uploads]);
  const [story] = (await checked(content)).copy.articles;
  expect(story?.data.leadImage).toMatchObject({ src: './weir.png', caption: 'In the story' });
  expect(story?.body.trim()).toBe('Words.');
});

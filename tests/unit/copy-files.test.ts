import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicFiles } from '../../src/check/public-files.ts';
import { listCopy } from '../../src/copy/copy-files.ts';
import { idOf, readCopy } from '../../src/copy/read.ts';
import { dropLeftovers } from '../../src/press/drop-leftovers.ts';
import { awkwardFolders } from '../fixtures/awkward/names.ts';
import { oddPaper, storyWith } from './odd-paper.ts';

describe('a name', () => {
  test.each(Object.entries(awkwardFolders))('may be %j, and gives the id %s', (name, id) => {
    expect(idOf(`/articles/2025/${name}/index.md`)).toBe(id);
  });

  test('that a system or a program left behind is passed over, in every folder', async () => {
    const { write, mistakes, check } = await oddPaper();
    const leftovers = [
      ...['Thumbs.db', 'desktop.ini', '.DS_Store', '._index.md', 'ehthumbs.db', 'Icon\r'],
      ...['~$notes.docx', 'index.md~', '.index.md.swp', '#index.md#', 'index.md.bak', 'x.tmp'],
      ...['@eaDir/index.md', '__MACOSX/index.md', '$RECYCLE.BIN/x.md', '.Trash-1000/x.md'],
      ...['lost+found/x.md', 'System Volume Information/x.md'],
    ];
    for (const folder of ['articles/2025/first', 'articles', 'sections', 'authors', 'pages']) {
      for (const name of leftovers) await write(`${folder}/${name}`, 'Not for readers.');
    }
    expect(await mistakes()).toEqual([]);
    expect((await check()).copy.articles).toHaveLength(1);
  });

  test('of a story’s folder may look like that of a program’s file', async () => {
    const { write, check } = await oddPaper();
    for (const name of ['~why~', 'x.bak', '#1 of #']) {
      await write(`articles/2025/${name}/index.md`, storyWith());
    }
    const { copy, mistakes } = await check();
    expect(mistakes).toEqual([]);
    expect(copy.articles.map(({ id }) => id).sort()).toEqual(['1-of-', 'first', 'why', 'xbak']);
  });

  test('may end in capitals', async () => {
    const { write, mistakes, check } = await oddPaper();
    await write('articles/2025/second/INDEX.MD', storyWith());
    await write('sections/Town.YAML', 'title: Town\ndescription: Ours.\norder: 2\n');
    expect(await mistakes()).toEqual([]);
    const { copy } = await check();
    expect(copy.articles.map(({ id }) => id)).toContain('second');
    expect(copy.sections.map(({ id }) => id)).toContain('town');
  });

  test.each([
    ['articles/2025/first/notes.markdown', 'a file that ends in ".markdown"'],
    ['articles/2025/first/notes', 'a file without an ending'],
    ['sections/sport.yml', 'a file that ends in ".yml"'],
    ['sections/more/sport.yaml', 'a file in a folder of its own'],
    ['pages/more/other.md', 'a page that is too deep in folders'],
    ['Topics.yaml', 'a file named Topics.yaml'],
    ['front.yml', 'a file that ends in ".yml"'],
    ['Articles/2025/x.md', 'a folder named Articles'],
  ])('that would be ignored is told: %s', async (name, found) => {
    const { write, mistakes } = await oddPaper();
    await write(name, 'Words.');
    const file = name.startsWith('Articles') ? 'Articles' : name;
    expect(await mistakes()).toEqual([`${file}: ${found}`]);
  });

  test('is written on one line in a mistake', async () => {
    const { write, mistakes } = await oddPaper();
    await write('articles/2025/new\nline\u202E/index.md', 'No frontmatter.');
    expect(await mistakes()).toEqual([
      'articles/2025/new\\nline\\u{202e}/index.md: no frontmatter',
    ]);
  });
});

describe('a page', () => {
  test('may be a file or a folder, with pictures beside it', async () => {
    const { write, check, at } = await oddPaper();
    await mkdir(at('pages/team'), { recursive: true });
    await rename(at('pages/about.md'), at('pages/team/index.md'));
    await write('pages/about.md', '---\ntitle: A\ndescription: B.\n---\n\nC.\n');
    for (const name of ['pages/office.jpg', 'pages/team/us.PNG', 'pages/team/small/me.webp']) {
      await write(name, '');
    }
    const { copy, mistakes } = await check();
    expect(mistakes).toEqual([]);
    expect(copy.pages.map(({ id }) => id)).toEqual(['about', 'team']);
  });

  test('cannot be both', async () => {
    const { write, mistakes } = await oddPaper();
    await write('pages/about/index.md', '---\ntitle: A\ndescription: B.\n---\n\nC.\n');
    expect(await mistakes()).toEqual([
      'pages/about/index.md: the address /about/, already used by content/pages/about.md',
    ]);
  });
});

describe('a reference', () => {
  test('finds a name in either Unicode form', async () => {
    const { write, mistakes } = await oddPaper();
    await write('authors/jose\u0301.yaml', 'name: José\ntype: person\n');
    await write('articles/2025/caf\u00E9/index.md', storyWith('related: [first]'));
    await write(
      'articles/2025/second/index.md',
      storyWith('related: [cafe\u0301]').replace('[reporter]', '[jos\u00E9]'),
    );
    expect(await mistakes()).toEqual([]);
  });

  test.each(['Reporter', 'reporter.yaml', 'REPORTER '])(
    'in another spelling is told the right one: %j',
    async (name) => {
      const { write, check } = await oddPaper();
      const text = storyWith().replace('[reporter]', JSON.stringify([name]));
      await write('articles/2025/second/index.md', text);
      expect((await check()).mistakes).toMatchObject([
        { field: 'authors.0', expected: 'reporter' },
      ]);
    },
  );
});

describe('a link', () => {
  test('to a folder or a file of the paper is followed', async () => {
    const { at, write, mistakes, check } = await oddPaper();
    await write('../elsewhere/linked/index.md', storyWith());
    await write('../elsewhere/other.md', storyWith());
    await symlink('../../../elsewhere/linked', at('articles/2025/linked'));
    await symlink('../../../elsewhere/other.md', at('articles/2025/other.md'));
    expect(await mistakes()).toEqual([]);
    const { copy } = await check();
    expect(copy.articles.map(({ id }) => id)).toEqual(['first', 'linked', 'other']);
  });

  test('out of the paper is told, and names nothing that is missing elsewhere', async () => {
    const { at, write, mistakes } = await oddPaper();
    await symlink(path.resolve('docs'), at('articles/2025/docs'));
    await symlink(path.resolve('README.md'), at('pages/readme.md'));
    await write('articles/2025/second/index.md', storyWith('related: [docs]'));
    expect(await mistakes()).toEqual([
      'articles/2025/docs: a link that leads out of the paper’s folder',
      'pages/readme.md: a link that leads out of the paper’s folder',
    ]);
  });

  test('in a circle is told', async () => {
    const { at, write, mistakes } = await oddPaper();
    await write('articles/2025/second/index.md', storyWith());
    await symlink('../..', at('articles/2025/first/up'));
    await symlink('../../../..', at('articles/2025/second/out'));
    const found = 'a link that leads back to a folder that it is in';
    expect(await mistakes()).toEqual([
      `articles/2025/first/up: ${found}`,
      `articles/2025/second/out: ${found}`,
    ]);
  });

  test('to links to each other ends', async () => {
    const { at, write, mistakes } = await oddPaper();
    await write('articles/2025/a/index.md', storyWith());
    await write('articles/2025/b/index.md', storyWith());
    await symlink('../b', at('articles/2025/a/to-b'));
    await symlink('../a', at('articles/2025/b/to-a'));
    const told = await mistakes();
    expect(told.filter((each) => each.includes('leads back'))).toHaveLength(2);
  });

  test('to folders of links is not followed for ever', async () => {
    const { at, write, mistakes } = await oddPaper();
    for (let n = 0; n < 14; n += 1) {
      await mkdir(at(`../heap/${n}`), { recursive: true });
      for (const side of ['left', 'right']) {
        await symlink(`../${n + 1}`, at(`../heap/${n}/${side}`));
      }
    }
    await write('../heap/14/picture.png', '');
    await symlink('../../heap/0', at('articles/heap'));
    const told = await mistakes();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('a link to a folder, after ten thousand others');
  });
});

describe('what is no file', () => {
  test.each([
    'articles/2025/x/index.md',
    'authors/x.yaml',
    'topics.yaml',
    'redirects.yaml',
    'front.yaml',
  ])('is told by its name, whatever it is: %s', async (name) => {
    const { at, mistakes } = await oddPaper();
    await mkdir(path.dirname(at(name)), { recursive: true });
    const told = async (make: () => unknown): Promise<string[]> => {
      await make();
      const found = await mistakes();
      execFileSync('rm', ['-r', at(name)]);
      return found;
    };
    expect(await told(() => mkdir(at(name)))).toEqual([`${name}: a folder`]);
    expect(await told(() => execFileSync('mkfifo', [at(name)]))).toEqual([`${name}: a named pipe`]);
    expect(await told(() => symlink('gone', at(name)))).toEqual([
      `${name}: a link to something that does not exist`,
    ]);
    expect(await told(() => symlink(path.basename(name), at(name)))).toEqual([
      `${name}: a link that leads back to itself`,
    ]);
  });

  test('still has its name, so that no other file is told of a missing one', async () => {
    const { at, write, mistakes } = await oddPaper();
    await mkdir(at('articles/2025/second'));
    execFileSync('mkfifo', [at('articles/2025/second/index.md')]);
    await write('articles/2025/third/index.md', storyWith('related: [second]'));
    expect(await mistakes()).toEqual(['articles/2025/second/index.md: a named pipe']);
  });

  test('is not a folder of the copy either', async () => {
    const { at, write, mistakes } = await oddPaper();
    await rename(at('pages'), at('kept'));
    await write('pages', 'Words.');
    expect(await mistakes()).toContain('pages: a file');
  });
});

test('A folder that may not be opened is told, and nobody is told that its story is missing', async () => {
  const { at, write } = await oddPaper();
  await write('articles/2025/second/index.md', storyWith());
  await write('articles/2025/third/index.md', storyWith('related: [second]'));
  await chmod(at('articles/2025/second'), 0o000);
  await chmod(at('..'), 0o755);
  const code = `Promise.all(${JSON.stringify([
    path.resolve('src/copy/copy-files.ts'),
    path.resolve('src/check/known-names.ts'),
  ])}.map((module) => import(module))).then(([{ listCopy }, { knownIds, unknownName }]) => {
    const listed = listCopy(${JSON.stringify(at('.'))}, ${JSON.stringify(at('..'))});
    const named = unknownName('third', 'related', 'second', 'articles', knownIds(listed));
    console.log(JSON.stringify([...listed.mistakes, ...named]));
  })`;
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const said = execFileSync(process.execPath, ['-e', code], { ...somebody, encoding: 'utf8' });
  expect(JSON.parse(said)).toMatchObject([
    { file: 'content/articles/2025/second', found: 'a folder that may not be read' },
  ]);
});

test('Reading a content folder that is not there finds nothing', () => {
  expect(listCopy('/no/such/folder', '/no/such').mistakes).toEqual([]);
  expect(readCopy('/no/such/folder', '/no/such').articles).toEqual([]);
});

describe('a file to be served as it is', () => {
  test('may have a name with a dot, and may not be a pipe or lead out of the paper', async () => {
    const { at, write, mistakes } = await oddPaper();
    await write('../public/.well-known/x.txt', 'Words.');
    expect(await mistakes()).toEqual([]);
    execFileSync('mkfifo', [at('../public/pipe')]);
    await symlink(path.resolve('docs'), at('../public/docs'));
    await symlink('missing', at('../public/gone'));
    expect(await mistakes()).toEqual([
      'public/docs: a link that leads out of the paper’s folder',
      'public/gone: a link to something that does not exist',
      'public/pipe: a named pipe',
    ]);
  });

  test('is not what a system left behind', async () => {
    const { at, write } = await oddPaper();
    for (const name of ['a.txt', 'Thumbs.db', 'x/.DS_Store', 'x/b.txt~', '__MACOSX/a.txt']) {
      await write(`../public/${name}`, 'Words.');
    }
    expect(publicFiles(at('../public'))).toEqual(['a.txt']);
    dropLeftovers(at('../public'));
    expect((await readdir(at('../public'), { recursive: true })).sort()).toEqual(['a.txt', 'x']);
  });
});

test('A file of the theme that is no file, or not UTF-8, is told', async () => {
  const { at, write, mistakes } = await oddPaper();
  await write('../theme/parts/Note.astro', Buffer.from('<p>Caf\xe9</p>', 'latin1'));
  execFileSync('mkfifo', [at('../theme/theme.css')]);
  expect(await mistakes()).toEqual([
    'theme/theme.css: a named pipe',
    expect.stringContaining('theme/parts/Note.astro: letters that are not UTF-8, at line 1'),
  ]);
});

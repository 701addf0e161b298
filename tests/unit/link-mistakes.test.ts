import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = path.join(root, 'tests/fixtures/mistakes');
const moment = String(Date.parse('2025-03-01T08:00:00Z') / 1000);

let work: string;
beforeAll(async () => {
  await mkdir(path.join(root, '.test'), { recursive: true });
  work = await mkdtemp(path.join(root, '.test', 'links-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

const story = (body: string, fields = ''): string =>
  `---\nheadline: A\nstandfirst: B.\nsection: world\nauthors: [reporter]\n` +
  `${fields.includes('published') ? '' : 'published: 2025-02-13T20:15:00+02:00\n'}${fields}---\n${body}\n`;

/** Checks a paper with a story of this body, and others that it may link to; at `/{slug}/` each. */
async function check(
  body: string,
  {
    fields = '',
    env = {},
    files = {},
  }: {
    fields?: string;
    env?: Record<string, string>;
    files?: Record<string, string>;
  } = {},
) {
  const paper = await mkdtemp(path.join(work, 'paper-'));
  const content = path.join(paper, 'content');
  for (const name of ['sections/world.yaml', 'authors/reporter.yaml', 'pages/about.md', 'logo.png'])
    await cp(path.join(fixture, 'content', name), path.join(content, name));
  const all: Record<string, string> = {
    'content/articles/2025/from/index.md': story(body, fields),
    'content/articles/2025/other-story/index.md': story(
      'Text.\n\n## The plan\n\nMore.',
      'formerUrls: [/old-place/]\ntopics: [Bridges]\n',
    ),
    'content/articles/2025/tomorrow/index.md': story(
      'Text.',
      'published: 2025-03-02T08:00:00Z\ntopics: [Ferries]\n',
    ),
    'content/articles/2025/later/index.md': story('Text.', 'published: 2025-03-05T08:00:00Z\n'),
    'content/articles/2025/unfinished/index.md': story('Text.', 'draft: true\n'),
    'content/redirects.yaml': '/blog/*: /\n',
    'public/report.pdf': 'x',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(paper, name)), { recursive: true });
    await writeFile(path.join(paper, name), text);
  }
  const publication = path.join(paper, 'publication.ts');
  const settings = await readFile(path.join(fixture, 'publication.ts'), 'utf8');
  await writeFile(
    publication,
    settings
      .replace(/^import .*$/m, '')
      .replace(/: PublicationCopy/, '')
      .replace("language: 'en", "permalink: '/{slug}/', language: 'en"),
  );
  return checkPaper(readSwitches({ PAPER_DIR: paper, SOURCE_DATE_EPOCH: moment, ...env }));
}

const mistakesOf = async (...of: Parameters<typeof check>) =>
  (await check(...of)).mistakes.map(({ found, fix }) => [found, fix].join(' → '));

describe('a link within the paper', () => {
  test.each([
    '/',
    '/about/',
    '/about',
    '/about/index.html',
    '/other-story/?a=1#at-the-plan',
    '/other-story/#leave-a-reply',
    '/old-place/',
    '/blog/anything/',
    '/world/',
    '/world/rss.xml',
    '/author/reporter/',
    '/topic/bridges/',
    '/archive/2025/02/',
    '/search/?q=x',
    '/rss.xml',
    '/report.pdf',
    '/text/other-story/',
    'https://mistaken.example/about/',
    '#here',
    '#at-here',
    '#',
    '#top',
    'mailto:desk@paper.example',
    'tel:+380441234567',
    'sms:+380441234567',
    'https://other.example/a b',
  ])('to %s is right', async (address) => {
    expect(await mistakesOf(`## Here\n\n[a](<${address}>) <a href="${address}">b</a>`)).toEqual([]);
  });

  test.each([
    [
      '/no/such/page/',
      'column 1: /no/such/page/, which does not exist → Correct it: look the address up in the built paper.',
    ],
    ['/2025/02/other-story/', 'which does not exist → Write /other-story/.'],
    ['/topic/ships/', 'which does not exist'],
    ['/report.txt', 'which does not exist'],
    ['/%E9t%E9/', 'which does not exist'],
    ['/About/', 'which differs from /about/ in capitals or accents → Write /about/.'],
    ['https://mistaken.example/no/', '/no/, which does not exist'],
    ['/unfinished/', '/unfinished/, which is a draft'],
    ['/text/unfinished/', 'which is a draft'],
    ['/tomorrow/', 'which opens later than this: 2025-03-02T08:00:00Z'],
    ['/topic/ferries/', 'which has nothing in it before a story that is held back'],
    ['#gone', '#gone, an anchor that is not there'],
    ['/other-story/#the-plan', '#the-plan, an anchor that is not there → Write #at-the-plan'],
    ['/other-story/#gone', '#gone, an anchor that is not there'],
    ['../other-story/index.md', 'relative to a file or page → Write /other-story/.'],
    ['../other-story/', 'relative to a file or page → Write /other-story/.'],
    ['../../../pages/about.md', 'relative to a file or page → Write /about/.'],
    ['./setup.exe', './setup.exe, a kind of file that readers are not given'],
    ['./page.html', './page.html, a kind of file that readers are not given'],
    ['./none.pdf', './none.pdf, which does not exist'],
    ['other', 'relative to a file or page → Write such a path'],
    ['?page=2', 'relative to a file or page'],
    ['example.com/page', 'without its scheme → Write https://example.com/page.'],
    ['www.example.com', 'without its scheme → Write https://www.example.com.'],
    [
      'https://ann:secret@example.com/',
      'an address with a name or password: https://…@example.com/',
    ],
    ['https://[', 'https://[, which no browser could follow'],
  ])('to %s is a mistake', async (address, told) => {
    const files = Object.fromEntries(
      ['setup.exe', 'page.html'].map((name) => [`content/articles/2025/from/${name}`, 'x']),
    );
    const linked = [
      `[a](<${address}>)`,
      `<a href="${address}">a</a>`,
      `[a][1]\n\n[1]: <${address}>`,
    ];
    // A file beside a story is a mistake of its own.
    const found = (await mistakesOf(linked.join('\n\n'), { files })).filter((one) =>
      one.startsWith('line'),
    );
    expect(found.map((one) => /^line \d+/.exec(one)?.[0])).toEqual([
      'line 8',
      'line 10',
      'line 14',
    ]);
    for (const one of found) expect(one).toContain(told);
  });

  test('may lead to what opens no later than its own story', async () => {
    const fields = 'published: 2025-03-05T08:00:00Z\n';
    const body = '[a](/tomorrow/) [b](/later/) [c](/topic/ferries/)';
    expect(await mistakesOf(body, { fields })).toEqual([]);
    expect(await mistakesOf(`${body} [d](/unfinished/)`, { fields })).toHaveLength(1);
  });

  test('may lead to anything that there is, in a draft', async () => {
    expect(await mistakesOf('[a](/later/) [b](/unfinished/)', { fields: 'draft: true\n' })).toEqual(
      [],
    );
    expect(await mistakesOf('[a](/no/)', { fields: 'draft: true\n' })).toHaveLength(1);
  });

  test('does not name the base path', async () => {
    const env = { BASE_PATH: '/paper/' };
    expect(await mistakesOf('[a](/about/) [b](/report.pdf)', { env })).toEqual([]);
    const [told] = await mistakesOf('[a](/paper/about/)', { env });
    expect(told).toContain('Leave out /paper: it is added where the paper needs it.');
  });

  test('has the base path in its absolute address, and what is beside the paper is another site', async () => {
    const env = { BASE_PATH: '/paper/' };
    const own = '[a](https://mistaken.example/paper/about/) [b](https://mistaken.example/shop/)';
    expect(await mistakesOf(own, { env })).toEqual([]);
    expect(await mistakesOf('[a](https://mistaken.example/paper/no/)', { env })).toHaveLength(1);
  });

  test('is told in no time, however many there are', async () => {
    const { mistakes } = await check('[a](/no/) '.repeat(20_000));
    expect(mistakes).toHaveLength(20_000);
    expect(mistakes.at(-1)?.found).toMatch(/^line 8, column 199991: /);
  }, 20_000);

  test('is checked in the layout of the front page', async () => {
    const breaking = 'breaking:\n  text: A\n  until: 2026-01-01T00:00:00Z\n  link: ';
    const found = (link: string) =>
      mistakesOf('x', { files: { 'content/front.yaml': breaking + link } });
    expect(await found('/about/')).toEqual([]);
    expect((await found('/no/'))[0]).toContain('/no/, which does not exist');
  });
});

describe('a link that is printed without its address', () => {
  test.each([
    'javascript:alert(1)',
    'java&#10;script:alert(1)',
    '&#14; javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'ftp://files.example/',
    '//other.example/',
    '/&#92;other.example/',
    '',
  ])('is told, and no mistake: %s', async (address) => {
    const { mistakes, warnings } = await check(`<a href="${address}">a</a>`);
    expect(mistakes).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.found).toMatch(/^line 8, column 1: /);
  });
});

test('an address with a password is refused in frontmatter', async () => {
  const fields = 'source: { name: A, url: "https://ann:secret@example.com/" }\n';
  expect(await mistakesOf('x', { fields })).toEqual([
    expect.stringContaining('Leave out what stands before the @'),
  ]);
});

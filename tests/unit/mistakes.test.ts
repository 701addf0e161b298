import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mistakesAsText, warningsAsText } from '../../src/copy/mistakes.ts';
import { type Checked, checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = 'tests/fixtures/mistakes';
const report = '../fixtures/mistakes/report.txt';
const goodPublication = `${fixture}/publication.ts`;

/** Checks a paper as the build does; by default, the fixture with every mistake in its copy. */
function check(env: Record<string, string> = {}): Promise<Checked> {
  return checkPaper(
    readSwitches({ CONTENT_DIR: `${fixture}/content`, PUBLICATION: goodPublication, ...env }),
  );
}

let work: string;
beforeAll(async () => {
  await mkdir(path.join(root, '.test'), { recursive: true });
  work = await mkdtemp(path.join(root, '.test', 'mistakes-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

/** A paper of one article with these fields, and these files next to it. */
async function paperWith(
  fields: string,
  {
    body = 'Text.',
    files = {},
    others = [],
    env = {},
  }: {
    body?: string;
    files?: Record<string, Buffer>;
    /** Names of further articles, which do not get these fields. */
    others?: string[];
    env?: Record<string, string>;
  } = {},
): Promise<Checked> {
  const content = await mkdtemp(path.join(work, 'paper-'));
  const article = path.join(content, 'articles/2025/grain');
  for (const name of ['sections/world.yaml', 'authors/reporter.yaml', 'pages/about.md', 'logo.png'])
    await cp(path.join(root, fixture, 'content', name), path.join(content, name));
  await mkdir(article, { recursive: true });
  for (const [name, data] of Object.entries(files)) {
    await writeFile(path.join(article, name), data);
  }
  const copyWith = (more: string): string =>
    `---\nheadline: A\nstandfirst: B.\nsection: world\nauthors: [reporter]\n` +
    `published: 2025-02-13T20:15:00+02:00\n${more}\n---\n\n${body}\n`;
  await writeFile(path.join(article, 'index.md'), copyWith(fields));
  for (const name of others) {
    await writeFile(path.join(content, `articles/2025/${name}.md`), copyWith(''));
  }
  return check({ CONTENT_DIR: content, ...env });
}

/** A black picture, at one byte per pixel, so that even a large one is made quickly. */
const picture = (width: number, height: number): Promise<Buffer> =>
  sharp(Buffer.alloc(width * height), { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();

describe('a paper with every mistake', () => {
  test('gets a report of all of them at once, in the expected words', async () => {
    const { mistakes } = await check();
    await expect(`${mistakesAsText(mistakes)}\n`).toMatchFileSnapshot(report);
  });

  test('gets each mistake with its file, what was found, what was expected and how to fix it', async () => {
    const { mistakes } = await check();
    for (const mistake of mistakes) {
      const where = mistake.file;
      expect(where).toMatch(/^tests\/fixtures\/mistakes\/content\/.+\.(md|ya?ml|vtt)$/);
      for (const text of [mistake.found, mistake.expected, mistake.fix]) {
        expect(text, where).toMatch(/^\S.*\S$/);
        // A list of all fields of a story is the longest.
        expect(text.length, where).toBeLessThan(400);
      }
    }
  });

  test('gets a report of every faulty file, and of no other', async () => {
    const content = path.join(root, fixture, 'content');
    const right = [
      'authors/reporter.yaml',
      'pages/about.md',
      'sections/world.yaml',
      // Each of these is the first to use a name, an address, a thread or a part that another file also uses.
      'articles/2024/told-every-year/index.md',
      'articles/2025/former-address-of-two-again/index.md',
      'articles/2025/guid-of-two-again/index.md',
      'articles/2025/part-three-again/index.md',
      'articles/2025/same-name!/index.md',
      'articles/2025/thread-of-two-again/index.md',
    ];
    const wrong = globSync('**/*.{md,yaml,yml,vtt}', { cwd: content })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !right.includes(file));
    const { mistakes } = await check();
    expect([...new Set(mistakes.map(({ file }) => file))].sort()).toEqual(
      wrong.map((file) => `${fixture}/content/${file}`).sort(),
    );
  });

  test('gets the same report on every run', async () => {
    const [first, second] = await Promise.all([check(), check()]);
    expect(first.mistakes).toEqual(second.mistakes);
  });
});

describe('a publication with a mistake', () => {
  const anyText = expect.stringMatching(/^\S.*\S$/) as string;

  test.each([
    ['unknown-field', 'tagLine', 'an unknown field'],
    ['bad-time-zone', 'timeZone', '"Europe/Kyyiv"'],
    ['permalink-without-slug', 'permalink', '"/{yyyy}/{mm}/"'],
    ['former-permalink-without-slug', 'formerPermalinks.0', '"/{yyyy}/{mm}/"'],
    ['former-permalink-that-is-the-present', 'formerPermalinks.1', '"/{yyyy}/{mm}/{slug}"'],
    ['unknown-language', 'language', '"tlh"'],
    ['unknown-section', 'navigation.1', '"wrold", which is not among the sections'],
    ['unknown-policy', 'publisher.policies.privacy', '"privcy", which is not among the pages'],
    ['missing-logo', 'publisher.logo', 'lgoo.png, which does not exist'],
    ['javascript-link', 'advertising.houseAds.poster.link', '"javascript:alert(1)"'],
    ['unknown-advertisement', 'advertising.slots.top', '"postre"'],
    ['unknown-slot', 'advertising.slots.botom', 'an unknown field'],
    [
      'picture-of-the-wrong-size',
      'advertising.houseAds.poster.pictures.rectangle',
      'logo.png, 512 × 512 pixels',
    ],
    ['banner-without-strip', 'advertising.houseAds.poster.pictures', '{"banner":"logo.png"}'],
    ['unknown-comments', 'comments.provider', '"pigeons"'],
    ['incomplete-comments', 'comments.server', 'nothing'],
    ['comments-on-this-machine', 'comments.server', '"http://127.0.0.1:8360"'],
    ['seller-with-a-line-break', 'adsTxt.sellers.0.account', '"1\\nevil.example, 2, DIRECT"'],
    ['insecure-contact', 'security.contact.0', '"http://mistaken.example/report/"'],
    ['expired-security', 'security.expires', '"2020-01-01T00:00:00Z", which is in the past'],
    ['lasting-security', 'security.expires', '"9999-12-31T00:00:00Z", more than a year ahead'],
    ['crawlers-with-no-choice', 'rights.training', '"maybe"'],
    ['renamed-setting', 'aiCrawlers', '{"training":"disallow"}'],
    ['nothing-exported', undefined, 'no publication'],
  ])('is reported: %s', async (name, field, found) => {
    const file = `${fixture}/publications/${name}.ts`;
    const { mistakes } = await check({ PUBLICATION: file });
    const ours = mistakes.filter((mistake) => mistake.file === file);
    expect(ours).toEqual([{ file, field, found, expected: anyText, fix: anyText }]);
  });

  test('is reported along with the mistakes in the copy', async () => {
    const file = `${fixture}/publications/unknown-field.ts`;
    const [alone, both] = [await check(), await check({ PUBLICATION: file })];
    // What a publication asks of stories, it asks once it can be read.
    const inCopy = alone.mistakes.filter(
      ({ field }) => !/^reporting\.(?:method|ai)$/.test(field ?? ''),
    );
    expect(both.mistakes.slice(1)).toEqual(inCopy);
  });

  test('that does not exist is reported once', async () => {
    const { mistakes } = await check({ PUBLICATION: 'no-such-file.ts' });
    const ours = mistakes.filter(({ file }) => !file.startsWith(fixture));
    expect(ours.map(({ file, field }) => [file, field])).toEqual([['environment', 'PUBLICATION']]);
  });
});

describe('the end of security.txt', () => {
  const expires = '2025-12-31T00:00:00+02:00';
  const at = async (moment: string) => {
    const file = path.join(work, 'secure.ts');
    const good = JSON.stringify(path.join(root, goodPublication));
    const security = JSON.stringify({ contact: ['tel:1'], expires });
    await writeFile(
      file,
      `import { publication as good } from ${good};\n` +
        `export const publication = { ...good, security: ${security} };\n`,
    );
    const seconds = String(Date.parse(moment) / 1000);
    const { mistakes, warnings } = await paperWith('', {
      env: { PUBLICATION: file, SOURCE_DATE_EPOCH: seconds },
    });
    return {
      refused: mistakes.filter(({ field }) => field === 'security.expires').length,
      warned: warnings.map(({ field, found }) => `${field ?? ''}: ${found}`),
    };
  };

  test.each([
    ['2024-12-30T21:59:59Z', 1],
    ['2024-12-30T22:00:00Z', 0],
    ['2025-11-30T22:00:00Z', 0],
    ['2025-12-30T21:59:59Z', 0],
    ['2025-12-30T22:00:00Z', 1],
  ])(
    'in an edition of %s gives %i mistakes: it must be in the future, and at most a year away',
    async (moment, count) => {
      expect((await at(moment)).refused).toBe(count);
    },
  );

  test('gets a warning in the last thirty days', async () => {
    expect((await at('2025-11-30T22:00:00Z')).warned).toEqual([]);
    expect((await at('2025-12-20T22:00:00Z')).warned).toEqual([
      `security.expires: "${expires}", 10 days ahead`,
    ]);
  });
});

describe('a static file', () => {
  const report = async (names: string[]) => {
    const publicDir = await mkdtemp(path.join(work, 'public-'));
    for (const name of names) {
      await mkdir(path.dirname(path.join(publicDir, name)), { recursive: true });
      await writeFile(path.join(publicDir, name), '');
    }
    const switches = readSwitches({
      CONTENT_DIR: `${fixture}/content`,
      PUBLICATION: goodPublication,
    });
    const { mistakes } = await checkPaper({ ...switches, publicDir });
    const file = path.relative(root, publicDir).replaceAll('\\', '/');
    return mistakes.flatMap((mistake) =>
      mistake.file.startsWith(file) ? [mistake.file.slice(file.length + 1)] : [],
    );
  };

  test('may not have the name of a file that the build writes', async () => {
    const names = [
      ...['.htaccess', '404.html', '_headers', '_redirects', 'about/index.html'],
      ...['corrections/rss.xml', 'favicon.ico', 'index.html', 'offline/index.html'],
      ...['robots.txt', 'rss.xml', 'search/index/pagefind.js', 'site.webmanifest'],
      ...[
        'sitemap-2025-02.xml',
        'sitemap-news.xml',
        'sitemap.xml',
        'text/index.html',
        'vercel.json',
      ],
    ];
    expect(await report(names)).toEqual(names);
  });

  test('may have any other name, even that of a file that the publisher has not configured', async () => {
    expect(
      await report([
        '.well-known/security.txt',
        'ads.txt',
        'icon.svg',
        'газета 100%.pdf',
        'about/a.pdf',
      ]),
    ).toEqual([]);
  });
});

describe('an article', () => {
  test('without mistakes passes', async () => {
    expect((await paperWith('')).mistakes).toEqual([]);
  });

  test('may not take the thread of another story, which is by default its address', async () => {
    const other = '/2025/02/other/';
    const { mistakes } = await paperWith(`thread: ${other}`, { others: ['other'] });
    expect(mistakes).toMatchObject([
      { field: 'thread', found: expect.stringContaining(other) as string },
    ]);
    expect((await paperWith('thread: /2009/old/', { others: ['other'] })).mistakes).toEqual([]);
  });

  test('with a picture over 50 megapixels is reported, along with its size', async () => {
    const files = {
      'huge.png': await picture(10_000, 5_001),
      'large.png': await picture(10_000, 5_000),
    };
    const image = (name: string) => `leadImage:\n  src: ./${name}\n  alt: A bridge`;
    expect((await paperWith(image('large.png'), { files })).mistakes).toEqual([]);
    expect((await paperWith(image('huge.png'), { files })).mistakes).toMatchObject([
      {
        field: 'leadImage.src',
        found: './huge.png, 10000 × 5001 pixels',
        expected: 'at most 50 megapixels',
      },
    ]);
  });

  test('may have a picture with a percent sign in its name', async () => {
    const files = { '50%.png': await picture(2, 1) };
    const fields = 'leadImage:\n  src: ./50%.png\n  alt: Half';
    expect((await paperWith(fields, { files })).mistakes).toEqual([]);
  });

  test('with a former address in an encoding other than UTF-8 is reported', async () => {
    const { mistakes } = await paperWith('formerUrls: [/%CD%EE%E2%EE%F1%F2%E8/]');
    expect(mistakes).toMatchObject([{ field: 'formerUrls.0' }]);
  });

  test('may not have the address of a page as a former one, with or without the slash', async () => {
    for (const url of ['/about/', '/about', '/About/']) {
      const { mistakes } = await paperWith(`formerUrls: [${url}]`);
      expect(mistakes, url).toMatchObject([{ field: 'formerUrls.0' }]);
    }
  });

  test('may not use a reference link for a picture', async () => {
    const files = { 'map.png': await picture(2, 1) };
    const body = 'Text.\n\n![A map][map]\n\n[map]: ./map.png "Where it is"';
    const { mistakes } = await paperWith('', { body, files });
    expect(mistakes).toMatchObject([{ field: 'body', expected: 'a picture in inline Markdown' }]);
  });

  test('may have a picture in its body, linked inline', async () => {
    const files = { 'a map.png': await picture(2, 1) };
    const { mistakes } = await paperWith('', { body: '![A map](./a%20map.png "Where")', files });
    expect(mistakes).toEqual([]);
  });

  test.each(['<script>alert(1)</script>', '<style>p {}</style>', '&nbsp;', '[^1]: A note.'])(
    'without anything visible but %s is reported',
    async (body) => {
      const { mistakes } = await paperWith('', { body });
      expect(mistakes).toMatchObject([{ field: 'body', found: 'nothing that readers would see' }]);
    },
  );

  test('that shows a missing picture in its body is reported', async () => {
    const { mistakes } = await paperWith('', { body: '![A map](./map.png)' });
    expect(mistakes).toMatchObject([{ field: 'body', found: './map.png, which does not exist' }]);
  });

  test('that is held back is checked too, and its former addresses do not redirect to it', async () => {
    const draft = await paperWith('draft: true\nformerUrls: [/old/]');
    expect(draft.heldBack).toMatchObject([{ until: undefined }]);
    expect(draft.redirects.exact).toEqual([]);
    const live = await paperWith('formerUrls: [/old/]');
    expect(live.heldBack).toEqual([]);
    expect(live.redirects.exact).toEqual([{ path: '/old', to: '/2025/02/grain/' }]);
    const env = { BASE_PATH: '/paper/' };
    const below = await paperWith('formerUrls: [/old/]', { env });
    expect(below.redirects.exact).toEqual([{ path: '/paper/old', to: '/paper/2025/02/grain/' }]);
  });
});

test('one mistake is counted in the singular', () => {
  const mistake = { file: 'a.md', field: 'b', found: 'c', expected: 'd', fix: 'e' };
  expect(mistakesAsText([mistake])).toBe(
    [
      '✗ a.md',
      '    field     b',
      '    found     c',
      '    expected  d',
      '    fix       e',
      '',
      '1 mistake. Nothing was published; the last edition is untouched.',
    ].join('\n'),
  );
});

test('a warning has the same format, but does not say that nothing was published', () => {
  const warning = { file: 'a.ts', field: 'b', found: 'c', expected: 'd', fix: 'e' };
  expect(warningsAsText([warning])).toBe(
    '! a.ts\n    field     b\n    found     c\n    expected  d\n    fix       e',
  );
});

interface Run {
  code: number | null;
  stderr: string;
}

const switchNames = [
  ...['SITE_URL', 'BASE_PATH', 'PAPER_DIR', 'CONTENT_DIR', 'PUBLICATION', 'OUT_DIR', 'CACHE_DIR'],
  ...['SOURCE_DATE_EPOCH', 'NODE_ENV'],
];

/** Runs a program as an editor would in a terminal, with only these switches set. */
function run(args: string[], switches: Record<string, string>): Promise<Run> {
  const inherited = Object.entries(process.env).filter(([name]) => !switchNames.includes(name));
  const env = {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...switches,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 60_000,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stderr });
    });
  });
}

const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
const wrong = { CONTENT_DIR: `${fixture}/content`, PUBLICATION: goodPublication };

describe('for an editor', { timeout: 90_000 }, () => {
  test('a build of a paper with mistakes reports them, fails, and leaves the last edition untouched', async () => {
    const out = path.join(work, 'out');
    await mkdir(out);
    for (const name of ['index.html', '404.html', 'sitemap.xml'])
      await writeFile(path.join(out, name), 'the last paper');

    const { code, stderr } = await run([astro, 'build'], {
      ...wrong,
      OUT_DIR: out,
      CACHE_DIR: path.join(work, 'cache'),
    });

    expect(code).toBe(1);
    expect(stderr).toContain(await readFile(path.resolve(import.meta.dirname, report), 'utf8'));
    expect(await readFile(path.join(out, 'index.html'), 'utf8')).toBe('the last paper');
  });

  test('the check reports the same mistakes, without a build', async () => {
    const { code, stderr } = await run(['src/commands/check.ts'], wrong);
    expect(code).toBe(1);
    expect(stderr).toBe(await readFile(path.resolve(import.meta.dirname, report), 'utf8'));
  });

  test('the check reports a publication file that does not parse', async () => {
    const file = path.join(work, 'publication.ts');
    await writeFile(file, `export const publication = {\n  name: 'A'\n  tagline: 'B',\n};\n`);
    const { code, stderr } = await run(['src/commands/check.ts'], { PUBLICATION: file });
    expect(code).toBe(1);
    expect(stderr).toContain(path.relative(root, file).replaceAll('\\', '/'));
    expect(stderr).toContain('expected  TypeScript that runs');
    expect(stderr).toContain('fix       Look for a missing comma, bracket or quotation mark.');
    expect(stderr).toContain('1 mistake.');
    expect(stderr).not.toContain('    at ');
  });

  test('the paper that comes with the project has no mistakes', async () => {
    expect(await run(['src/commands/check.ts'], {})).toEqual({ code: 0, stderr: '' });
  });
});

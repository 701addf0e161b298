import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, leadArticle, marks, partsOf, test } from './comments.ts';

const run = `document.title='run'`;

const comments = [
  {
    id: '1',
    name: 'Ann Reader',
    link: 'https://ann.example/',
    moment: '2019-01-05T21:30:00Z',
    text: 'The *first* word.\n\nAnd a second.',
  },
  { id: '2', parent: '1', name: 'Ben', moment: '2019-01-06T08:00:00Z', text: 'To Ann' },
  { id: '3', parent: '2', name: 'Cy', moment: '2019-01-07T08:00:00Z', text: 'To Ben' },
  {
    id: '4',
    name: `<img src=x onerror="${run}">`,
    moment: '2019-02-01T12:00:00Z',
    text: `<script>${run}</script>\n\n[here](javascript:${run})\n\n<iframe src="https://evil.example/"></iframe>`,
  },
];

test('comments of an older site are shown under their story, as they were', async ({
  reader,
  comments: server,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'imported-'));
  const file = path.join(folder, 'comments.json');
  const threads = [{ path: `/${leadArticle}`, comments }];
  await writeFile(file, JSON.stringify({ version: 1, threads }));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['comments-server/start.ts', '--import', file],
    {
      encoding: 'utf8',
      env: { ...process.env, SQLITE_PATH: server.folder, BASE_PATH: '/paper/' },
    },
  );
  await rm(folder, { recursive: true });
  expect(status, stderr).toBe(0);

  const { page, open } = reader;
  await open(leadArticle);
  await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
  const under = (name: string) =>
    page.locator(marks.comment, { has: page.locator(`> p :text-is("${name}")`) });
  await expect(under('Ann Reader').locator(`> ol > ${marks.comment} > p bdi`)).toHaveText('Ben');
  await expect(under('Ben').locator(`> ol > ${marks.comment} > p bdi`)).toHaveText('Cy');
  await expect(under('Ann Reader').locator('> [dir="auto"] p')).toHaveText([
    'The first word.',
    'And a second.',
  ]);
  await expect(under('Ann Reader').locator('> p bdi a')).toHaveAttribute(
    'href',
    'https://ann.example/',
  );
  // In the paper's time zone.
  await expect(under('Ann Reader').locator('> p time')).toHaveAttribute(
    'datetime',
    '2019-01-05T21:30:00.000Z',
  );
  await expect(under('Ann Reader').locator('> p time')).toHaveText('5 January 2019 at 23:30');
  const hostile = page.locator(marks.comment, { hasText: '<img src=x' });
  await expect(hostile.locator('bdi')).toHaveText(`<img src=x onerror="${run}">`);
  await expect(page.locator(`${marks.words} :is(script, iframe, img)`)).toHaveCount(0);
  await expect(page.locator(`${marks.words} a[href^="javascript"]`)).toHaveCount(0);
  await expect(partsOf(page).items).toHaveCount(4);
  expect(await page.title()).not.toBe('run');
});

import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { startDesk, type TestDesk, withoutVitest } from '../desk/desk-fixture.ts';
import { startExiftool, tagsOf } from '../exiftool.ts';
import { isSaved } from './desk.ts';

// A newsroom's day on the paper that everybody begins with, through the desk alone, from an empty story to the built page.

const run = promisify(execFile);
const stories = 'content/articles/2025';
const live = `${stories}/at-the-bridge/index.md`;
const corrected = `${stories}/how-to-write-a-story/index.md`;
const scheduled = `${stories}/how-to-make-it-yours/index.md`;
const hostile = `${stories}/our-first-edition/index.md`;
const year = new Date().getFullYear();
const begun = `content/articles/${year}/the-bridge-is-open/index.md`;

const liveStory = `---
headline: At the bridge
standfirst: As it happens.
section: news
authors: [newsroom]
published: "2025-02-21T09:00:00+02:00"
kind: live
state: live
---

## 2025-02-21T09:30:00+02:00 The keeper arrives

She has the key.
`;

/** Says in every frame if anything that was typed has run. */
const attack = 'globalThis.hasRun = true';
const attacks = `

<script>${attack}</script>

<img src="x" onerror="${attack}" alt="A picture">

[A link](javascript:${attack.replaceAll(' ', '%20')}) and <a href="javascript:${attack}">another</a>

<svg onload="${attack}"></svg><details open ontoggle="${attack}"><summary>More</summary></details>

<iframe srcdoc="<script>${attack}</script>"></iframe>
`;

let work: string;
let folder: string;
let desk: TestDesk;

test.beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'desk-day-'));
  folder = path.join(work, 'paper');
  cpSync('templates/paper', folder, { recursive: true });
  const publication = path.join(folder, 'publication.ts');
  const inKyiv = readFileSync(publication, 'utf8').replace("'UTC'", "'Europe/Kyiv'");
  writeFileSync(publication, inKyiv);
  cpSync(
    path.join(folder, stories, 'our-first-edition'),
    path.join(folder, stories, 'at-the-bridge'),
    {
      recursive: true,
    },
  );
  writeFileSync(path.join(folder, live), liveStory);
  desk = await startDesk(folder);
});

test.afterAll(async () => {
  await desk.stop();
  rmSync(work, { recursive: true, force: true });
});

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

/** The page beside the form. */
const preview = (page: Page) => page.frameLocator('iframe.shown').locator('body');

const go = (page: Page, view: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, `#/${view}`);

const open = async (page: Page, file: string): Promise<void> => {
  await go(page, `story/${file}`);
  await page.locator('.save-bar').waitFor();
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isSaved(page);
};

const drop = async (page: Page, name: string, bytes: Buffer): Promise<void> => {
  await text(page).evaluate(
    (area, given) => {
      const file = Uint8Array.from(atob(given.base64), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file], given.name, { type: 'image/jpeg' }));
      const init = { bubbles: true, cancelable: true, dataTransfer };
      area.dispatchEvent(new DragEvent('drop', init));
    },
    { name, base64: bytes.toString('base64') },
  );
};

const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#4a7' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Canon' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: '30/1 31/1 0/1' },
      },
    })
    .toBuffer();

const writeNewStory = async (page: Page): Promise<void> => {
  await go(page, 'new');
  await page.getByLabel('Headline').fill('The bridge is open');
  await page.getByLabel('Section').selectOption('news');
  await page.getByLabel('Author').selectOption('newsroom');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Standfirst').fill('It took two attempts.');
  await text(page).fill('\nThe first cart went over at noon.\n');
  const bytes = await photograph();
  expect(await tagsOf(bytes, 'jpg')).toMatchObject({ 'GPS:GPSLatitude': 50.45 });
  await drop(page, '../../<img src=x onerror=globalThis.hasRun=true>.jpg', bytes);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What the picture shows').fill('A cart on a bridge.');
  await dialog.getByLabel('Credit').fill('Jane Doe');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('checkbox', { name: 'Draft' }).uncheck();
  await save(page);
};

const schedule = async (page: Page, day: string): Promise<void> => {
  await open(page, scheduled);
  const published = page.getByRole('group', { name: 'Published' });
  await published.getByLabel('Day').fill(day);
  await published.getByLabel('Time').fill('18:00');
  await expect(page.getByText(/Scheduled: it appears with the first build after/)).toBeVisible();
  await save(page);
};

const addEntry = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add entry' }).click();
  await page.getByRole('textbox', { name: 'What happened' }).fill(words);
  await page.getByRole('button', { name: 'Publish entry' }).click();
  await expect(page.getByText(`The entry is published: ${words}`)).toBeVisible({ timeout: 20_000 });
};

test('from an empty story to the built page, through the desk alone', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(desk.url);
  await page.getByRole('heading', { name: 'Stories' }).waitFor();

  await test.step('a new story, with a picture whose name and place are nobody’s business', async () => {
    await writeNewStory(page);
    expect(read(begun)).toMatch(
      /headline: "?The bridge is open"?\n[^]*published: "\S+\+0[23]:00"\n[^]*A cart on a bridge\.[^]*Jane Doe/,
    );
    expect(read(begun)).not.toContain('draft');
    const files = globSync(`${path.dirname(begun)}/*`, { cwd: folder });
    expect(files).toHaveLength(2);
    for (const file of files) expect(path.basename(file)).toMatch(/^[a-z0-9-]+\.(?:md|jpg)$/);
    const [picture = ''] = files.filter((file) => file.endsWith('.jpg'));
    const stored = await tagsOf(readFileSync(path.join(folder, picture)), 'jpg');
    expect(Object.keys(stored).filter((tag) => tag.includes('GPS'))).toEqual([]);
    await expect(preview(page)).toContainText('The first cart went over at noon.', {
      timeout: 60_000,
    });
    await expect(preview(page).getByRole('img', { name: 'A cart on a bridge.' })).toBeVisible();
  });

  await test.step('what is hostile in a text runs nowhere, in the desk and in its page', async () => {
    await open(page, hostile);
    await text(page).fill(`\nA paragraph that is new.\n${attacks}`);
    await expect(preview(page)).toContainText('A paragraph that is new.', { timeout: 20_000 });
    for (const frame of page.frames()) {
      expect(await frame.evaluate('globalThis.hasRun'), frame.url()).toBeUndefined();
    }
    const body = preview(page).locator('main');
    await expect(body.locator('script:not([src]), [onerror], [onload], [ontoggle]')).toHaveCount(0);
    await expect(body.locator('[href^="javascript:"], iframe')).toHaveCount(0);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
  });

  await test.step('the page beside a text follows, also if it is never told to load itself again', async () => {
    const deaf = await page.context().newPage();
    await deaf.routeWebSocket(/./, () => undefined);
    await deaf.goto(desk.url);
    // The page takes the token from the address first.
    await deaf.getByRole('heading', { name: 'Stories' }).waitFor();
    await open(deaf, hostile);
    await expect(preview(deaf)).toContainText('three stories long', { timeout: 20_000 });
    await text(deaf).fill('A page that hears nothing.');
    await expect(preview(deaf)).toContainText('A page that hears nothing.', { timeout: 20_000 });
    await deaf.getByRole('button', { name: 'Discard changes' }).click();
    await deaf.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await deaf.close();
  });

  await test.step('a story is corrected, and readers are told', async () => {
    await open(page, corrected);
    await page.getByRole('button', { name: 'Correct this story' }).click();
    await page.getByRole('textbox', { name: 'What was wrong' }).fill('It said two arches.');
    await page.getByRole('textbox', { name: 'What is right' }).fill('There are three.');
    await page.getByRole('button', { name: 'Add the correction' }).click();
    await save(page);
    const moment = String.raw`"?${year}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[23]:00"?`;
    expect(read(corrected)).toMatch(new RegExp(`^updated: ${moment}$`, 'm'));
    expect(read(corrected)).toMatch(
      new RegExp(`- date: ${moment}\\n +text: "?It said two arches. There are three.`),
    );
    await expect(preview(page)).toContainText('There are three.', { timeout: 20_000 });
  });

  await test.step('a story is held until tomorrow', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await schedule(page, tomorrow);
    expect(read(scheduled)).toMatch(
      new RegExp(`^published: "?${tomorrow}T18:00:00\\+0[23]:00`, 'm'),
    );
  });

  await test.step('a front page that nobody has arranged yet gets its lead', async () => {
    await go(page, 'front');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Choose a story' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /How to write a story/ })
      .click();
    await expect(preview(page).getByRole('heading', { level: 2 }).first()).toHaveText(
      'How to write a story',
      { timeout: 20_000 },
    );
    await save(page);
    expect(read('content/front.yaml')).toMatch(/^lead: "?how-to-write-a-story"?\n$/);
  });

  await test.step('two reporters add to a live story at once', async () => {
    const other = await page.context().newPage();
    await other.goto(desk.url);
    await other.getByRole('heading', { name: 'Stories' }).waitFor();
    for (const reporter of [page, other]) await open(reporter, live);
    await Promise.all([addEntry(page, 'The ribbon is cut'), addEntry(other, 'The first cart')]);
    expect(
      read(live).match(/^## \S+ The (?:ribbon is cut|first cart|keeper arrives)$/gm),
    ).toHaveLength(3);
    await other.close();
  });

  await test.step('the built paper has all of it, but not what is held', async () => {
    await desk.stop();
    const dist = path.join(work, 'dist');
    await run(process.execPath, ['src/commands/build.ts'], {
      env: {
        ...withoutVitest,
        NODE_ENV: 'production',
        ...{ PAPER_DIR: folder, OUT_DIR: dist, CACHE_DIR: path.join(work, 'cache') },
      },
    });
    const pages = globSync('**/index.html', { cwd: dist });
    const built = (name: string): string => {
      const found = pages.find(
        (page) => page.includes(`${name}/index.html`) && !page.startsWith('text'),
      );
      return found === undefined ? '' : readFileSync(path.join(dist, found), 'utf8');
    };
    expect(built('the-bridge-is-open')).toContain('The first cart went over at noon.');
    expect(built('the-bridge-is-open')).toMatch(/<img[^>]+alt="A cart on a bridge\."/);
    expect(built('the-bridge-is-open')).toContain('Jane Doe');
    expect(built('how-to-write-a-story')).toContain('There are three.');
    const entries =
      read(live)
        .match(/(?<=^## )\S+/gm)
        ?.toSorted()
        .toReversed() ?? [];
    const onPage = entries.map((moment) => built('at-the-bridge').indexOf(`datetime=${moment}`));
    expect(entries).toHaveLength(3);
    expect(Math.min(...onPage)).toBeGreaterThan(0);
    expect(onPage).toEqual(onPage.toSorted((one, another) => one - another));
    expect(built('our-first-edition')).not.toBe('');
    expect(built('how-to-make-it-yours')).toBe('');
    const pictures = globSync('**/*.{jpg,jpeg,webp,avif}', { cwd: dist });
    expect(pictures.length).toBeGreaterThan(0);
    const tool = startExiftool();
    for (const file of pictures) {
      const tags = await tool.read(
        readFileSync(path.join(dist, file)),
        path.extname(file).slice(1),
      );
      expect(
        Object.keys(tags).filter((tag) => tag.includes('GPS')),
        file,
      ).toEqual([]);
    }
    await tool.end();
  });
});

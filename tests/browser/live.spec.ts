import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { load } from 'cheerio';
import { findPaper, pathIn } from '../papers.ts';

const place = '/a-live-story/';
const file = (path: string) => pathIn(findPaper('style-guide'), path);
const printed = readFileSync(file(`${place}index.html`), 'utf8');
/** The days and entries of the story as it is in the end, from the top of the page. */
const whole = [
  'How to get there',
  '21 February 2025',
  'The first cart goes over',
  'The ribbon is cut',
  'The keeper arrives',
  '20 February 2025',
  'The evening before',
];
const minute = 60_000;

interface Answer {
  state: string;
  label: string;
  moment: string;
  entries: { id: string; day: string; pin?: true; html: string }[];
  parts: Record<string, string>;
}
const answer = JSON.parse(readFileSync(file(`${place}live.json`), 'utf8')) as Answer;

/** The page an edition earlier: without these entries, nor the line of their day if it has no other. */
const earlierWithout = (ids: readonly string[]): string => {
  const $ = load(printed);
  for (const id of ids) $(`#${id}`).remove();
  for (const line of $('[data-story] > .entry-day').toArray()) {
    if (!$(line).next().is('.entry')) $(line).remove();
  }
  $('[data-story]').attr('data-moment', '2025-03-01T07:00:00.000Z');
  return $.html();
};
const ofThatDay = ['at-20250221T084000Z', 'at-20250221T081500Z', 'at-20250221T073000Z'];

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers as hosts do: with a mark, and with nothing but that if the browser has the same. */
const reply =
  (body: string): Reply =>
  (request, response) => {
    const mark = `"${createHash('sha256').update(body).digest('hex')}"`;
    response.setHeader('ETag', mark);
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'public, max-age=15');
    response.statusCode = request.headers['if-none-match'] === mark ? 304 : 200;
    response.end(response.statusCode === 304 ? '' : body);
  };

let server: Server;
let origin = '';
let html = printed;
let next: Reply;
let asked: number[] = [];

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/live.json')) {
      next(request, response);
      asked.push(response.statusCode);
    } else if (path === place) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    } else {
      try {
        const bytes = readFileSync(file(path.endsWith('/') ? `${path}index.html` : path));
        const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
        response.setHeader('Content-Type', type).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
test.afterAll(() => server.close());
test.beforeEach(async ({ page }) => {
  asked = [];
  html = earlierWithout(ofThatDay);
  next = reply(JSON.stringify(answer));
  await page.setViewportSize({ width: 360, height: 640 });
  await page.clock.install();
  await page.addInitScript(() => {
    // What hangs is given up at once.
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(200);
  });
});

const notice = (page: Page) => page.locator('[data-story] [role=status]');
const later = async (page: Page, time: number, answers: number): Promise<void> => {
  await page.clock.fastForward(time);
  await expect.poll(() => asked.length).toBe(answers);
  await page.waitForTimeout(100);
};
const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
const outline = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.body > .entry-day, .body > .entry > h2')].map((line) =>
      line.textContent.trim(),
    ),
  );

test('new entries are announced, and come where they belong without moving what is read', async ({
  page,
}) => {
  await page.goto(origin + place);
  const read = '#at-20250220T160000Z';
  await page.locator(`${read} h2`).evaluate((head) => {
    head.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  const link = page.locator('.breadcrumb a, nav a').first();
  await link.evaluate((element) => {
    element.focus({ preventScroll: true });
  });
  const before = await topOf(page, read);
  await later(page, minute, 1);
  await expect(notice(page)).toHaveText('3 new entries');
  await expect(link).toBeFocused();
  expect(await topOf(page, read)).toBe(before);
  expect(await page.locator('.entry').count()).toBe(2);

  await notice(page)
    .getByRole('button')
    .evaluate((button: HTMLButtonElement) => {
      button.click();
    });
  await expect(page.locator('.entry')).toHaveCount(5);
  expect(Math.abs((await topOf(page, read)) - before)).toBeLessThan(1);
  await expect(link).toBeFocused();
  expect(await outline(page)).toEqual(whole);
  await expect(page.locator('.contents li').first()).toContainText('The first cart goes over');

  await notice(page).getByRole('button', { name: 'Go to the newest entry' }).press('Enter');
  await expect(page.locator('#at-20250221T084000Z')).toBeFocused();
  await expect(page.locator('#at-20250221T084000Z')).toBeInViewport();
  await expect(notice(page)).toHaveText('');
});

test('entries that come late or one by one stand in the order of time, each below its day', async ({
  page,
}) => {
  html = earlierWithout(['at-20250221T084000Z', 'at-20250221T073000Z', 'at-20250220T160000Z']);
  await page.goto(origin + place);
  await later(page, minute, 1);
  await expect(notice(page)).toHaveText('3 new entries');
  await notice(page).getByRole('button').click();
  expect(await outline(page)).toEqual(whole);
});

test('entries that were taken back before anybody saw them are announced no more', async ({
  page,
}) => {
  await page.goto(origin + place);
  await later(page, minute, 1);
  await expect(notice(page)).toHaveText('3 new entries');
  const entries = answer.entries.filter(({ id }) => !ofThatDay.includes(id));
  next = reply(JSON.stringify({ ...answer, entries }));
  await later(page, minute, 2);
  await expect(notice(page)).toHaveText('');
  next = reply(JSON.stringify(answer));
  await later(page, minute, 3);
  await expect(notice(page)).toHaveText('3 new entries');
});

test('who has missed more entries than an answer has loads the page again', async ({ page }) => {
  const entries = answer.entries.filter(({ id, pin }) => pin ?? ofThatDay.includes(id));
  next = reply(JSON.stringify({ ...answer, last: ofThatDay.at(-1), entries }));
  await page.goto(`${origin}${place}#at-20250220T160000Z`);
  await later(page, minute, 1);
  await expect(notice(page).getByRole('button')).toHaveCount(0);
  const link = notice(page).getByRole('link', { name: 'Reload the page for new entries' });
  const look = await link.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });
  expect(look).toEqual(['rgb(255, 254, 251)', 'rgb(168, 30, 30)']);
  html = printed;
  await link.click();
  await expect(page.locator('.entry')).toHaveCount(5);
  await expect(notice(page)).toHaveCount(0);

  html = earlierWithout(ofThatDay);
  next = reply(JSON.stringify({ ...answer, last: 'at-20250220T160000Z' }));
  await page.reload();
  await later(page, minute, 2);
  await expect(notice(page)).toHaveText('3 new entries');
});

test('nothing is loaded before it is time, and a host that has nothing new says so in a line', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  html = printed;
  await page.goto(origin + place);
  await page.clock.fastForward(minute - 5000);
  await page.waitForTimeout(200);
  expect([scripts, asked]).toEqual([[], []]);
  await later(page, 5000, 1);
  await later(page, minute, 2);
  await later(page, minute, 3);
  expect(asked).toEqual([200, 304, 304]);
  expect(scripts).toHaveLength(1);
  await expect(notice(page)).toHaveText('');
});

const older = { ...answer, moment: '2025-02-28T07:00:00.000Z' };
const failures: Record<string, Reply> = {
  'that is not there': (_, response) => response.writeHead(404).end('<h1>Not found</h1>'),
  'that is garbage': (_, response) => response.end('{"state":'),
  'that is something else': (_, response) => response.end('{"entries":[{"id":1}]}'),
  'that a host makes itself': (_, response) => response.end('{"state":"error","entries":[]}'),
  'that is nothing': (_, response) => response.end('null'),
  'that leads elsewhere': (_, response) => response.writeHead(302, { Location: '/' }).end(),
  'of an older edition': reply(JSON.stringify(older)),
  'that never comes': () => undefined,
};
for (const [name, failing] of Object.entries(failures)) {
  test(`an answer ${name} changes nothing, and the next is asked for later`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    next = failing;
    await page.goto(origin + place);
    await later(page, minute, 1);
    await page.waitForTimeout(300);
    await later(page, minute, 1);
    await later(page, minute, 2);
    await page.waitForTimeout(300);
    next = reply(JSON.stringify(answer));
    await later(page, 3 * minute, 2);
    await expect(notice(page)).toHaveText('');
    expect(await page.locator('.entry').count()).toBe(2);
    await later(page, minute, 3);
    await expect(notice(page)).toHaveText('3 new entries');
    expect(errors).toEqual([]);
  });
}

const reasons: Record<
  string,
  [stop: (page: Page) => Promise<unknown>, go?: (page: Page) => Promise<unknown>]
> = {
  'its tab is hidden': [
    (page) =>
      page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
    (page) =>
      page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: false });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  ],
  'there is no network': [
    (page) => page.context().setOffline(true),
    (page) => page.context().setOffline(false),
  ],
  'the reader is saving data': [
    (page) =>
      page.evaluate(() => {
        const { connection } = navigator as unknown as { connection: EventTarget };
        Object.defineProperty(connection, 'saveData', { value: true });
        connection.dispatchEvent(new Event('change'));
      }),
  ],
};
for (const [reason, [stop, go]] of Object.entries(reasons)) {
  test(`nothing is asked for while ${reason}`, async ({ page }) => {
    next = (_, response) => response.writeHead(404).end();
    await page.goto(origin + place);
    await later(page, minute, 1);
    next = reply(JSON.stringify(answer));
    await stop(page);
    await later(page, 60 * minute, 1);
    if (!go) return;
    await go(page);
    await later(page, 0, 2);
    await expect(notice(page)).toHaveText('3 new entries');
  });
}

for (const [state, label] of [
  ['over', 'Coverage ended'],
  ['paused', 'Coverage paused'],
] as const) {
  test(`coverage that is ${state} says so, is not red, and is asked for no more`, async ({
    page,
  }) => {
    next = reply(JSON.stringify({ ...answer, state, label }));
    await page.goto(origin + place);
    await later(page, minute, 1);
    const kicker = page.locator('.head .kicker');
    await expect(kicker).toHaveText(label);
    const colours = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.head .kicker') ?? document.body).backgroundColor,
      getComputedStyle(document.querySelector('.entry-time') ?? document.body).color,
    ]);
    expect(colours).toEqual(['rgba(0, 0, 0, 0)', 'rgb(88, 91, 96)']);
    await expect(notice(page)).toHaveText('3 new entries');
    await later(page, 60 * minute, 1);
  });
}

test('nothing in an answer runs', async ({ page }) => {
  const attack = 'document.title="taken"';
  const evil = `<img src=x onerror='${attack}'><script>${attack}</script><svg onload='${attack}'></svg><iframe srcdoc="<script>parent.${attack}</script>"></iframe><a href='javascript:${attack}' id=evil>x</a>`;
  const [first] = answer.entries;
  const entries = [
    { ...first, html: first?.html.replace('</article>', `${evil}</article>`) },
    { id: 'at-x', day: evil, html: `<article id="at-y">${evil}</article>` },
  ];
  next = reply(
    JSON.stringify({ ...answer, entries, parts: { contents: `<aside>${evil}</aside>` } }),
  );
  await page.goto(origin + place);
  const title = await page.title();
  await later(page, minute, 1);
  await notice(page).getByRole('button').click();
  await expect(page.locator('.entry')).toHaveCount(3);
  await page
    .locator('#evil')
    .first()
    .evaluate((link: HTMLAnchorElement) => {
      link.click();
    });
  await page.waitForTimeout(300);
  expect(await page.title()).toBe(title);
  expect(await page.locator('#at-y').count()).toBe(0);
});

import type { Page } from '@playwright/test';
import { expect, leadArticle, marks, partsOf, test } from './comments.ts';

const url = `/paper/${leadArticle}`;
const run = `document.title='run'`;

const hostileBody = [
  `<img src=x onerror="${run}">`,
  `<script>${run}</script>`,
  `<iframe src="https://evil.example/"></iframe>`,
  `<form action="https://evil.example/"><input name=a><button>Go</button></form>`,
  `<style>body{display:none}</style>`,
  `<svg onload="${run}"><a href="https://evil.example/svg"><text>s</text></a></svg>`,
  `<p onclick="${run}" style="position:fixed" id="story" class="skip">paragraph</p>`,
  `<a href="javascript:${run}">scripted</a>`,
  `<a href=" \u0001javascript:${run}">hidden</a>`,
  `<a href="//evil.example/">relative</a>`,
  `<a href="https://good.example/" target="_blank" onclick="${run}">good</a>`,
  `<math><mi xlink:href="javascript:${run}">m</mi></math>`,
  `<b>bold</b> & <i>italic</i>`,
].join('\n');

const allowed = [
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'i', 'li', 'ol', 'p', 'pre'],
  ...['strong', 'ul'],
];

/** Collects the content of all comments and whatever is unsafe in it. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.locator(marks.words).evaluateAll((bodies) => ({
    names: bodies.flatMap((body) => [...body.querySelectorAll('*')].map((node) => node.localName)),
    attributes: bodies.flatMap((body) =>
      [...body.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()),
    ),
    links: bodies.flatMap((body) =>
      [...body.querySelectorAll('a')].map((link) => `${link.href} ${link.rel}`),
    ),
  }));
  expect([...new Set(found.names)].filter((name) => !allowed.includes(name))).toEqual([]);
  expect([...new Set(found.attributes)].filter((name) => !/^(?:href|rel)$/.test(name))).toEqual([]);
  for (const link of found.links) expect(link).toMatch(/^https?:\/\/\S+ ugc nofollow$/);
  expect(await page.title()).not.toBe('run');
  await expect(page.locator('body')).toBeVisible();
}

test('a hostile name, link and body do nothing when they come from the real server', async ({
  reader,
  comments,
}) => {
  const { page, open } = reader;
  const name = `<img src=x onerror="${run}"> \u202Eeman $& {name}`;
  const scripted = { nick: name, link: `javascript:${run}`, comment: hostileBody, url };
  expect(await comments.post(scripted)).toMatchObject({ status: 400 });
  await comments.post({ nick: name, comment: hostileBody, url });
  await comments.post({ nick: 'Linked', link: 'https://good.example/', comment: 'Hello', url });
  await open(leadArticle);
  const { items } = partsOf(page);
  await expect(items).toHaveCount(2);
  await expect(items.filter({ hasText: 'bold' }).locator('bdi')).toHaveText(name);
  await expect(items.locator('bdi a')).toHaveAttribute('href', 'https://good.example/');
  await expect(items.locator('bdi a')).toHaveAttribute('rel', 'ugc nofollow');
  await expect(items.locator('bdi a')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'good' })).toBeVisible();
  await expectHarmless(page);
  await items.filter({ hasText: 'bold' }).getByRole('button', { name: 'Reply to' }).click();
  await expect(page.getByText(`Replying to ${name}`)).toBeVisible();
});

test('hostile content does nothing even if the server does not sanitise it', async ({ reader }) => {
  const { page, open, found } = reader;
  await page.route('**/api/comment**', (route) =>
    route.fulfill({
      headers: { 'Access-Control-Allow-Origin': '*' },
      json: {
        errno: 0,
        data: {
          count: 1,
          totalPages: 1,
          data: [
            {
              objectId: '<b>1</b>',
              nick: `</bdi><script>${run}</script>`,
              link: `data:text/html,<script>${run}</script>`,
              comment: hostileBody,
              time: Date.now(),
              status: 'approved',
            },
          ],
        },
      },
    }),
  );
  await open(leadArticle);
  await expect(partsOf(page).items).toHaveCount(1);
  await expect(page.getByText('bold & italic')).toBeVisible();
  await expect(page.locator(`${marks.comment} bdi a`)).toHaveCount(0);
  await expectHarmless(page);
  // The policy reports while the markup is parsed, before any of it is shown.
  for (const text of found.splice(0)) expect(text).toMatch(/inline event handler|inline style/);
});

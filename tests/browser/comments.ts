import { expect, type Page } from '@playwright/test';
import { localAddress } from '../../comments-server/address.ts';
import { type CommentsServer, startCommentsServer } from '../comments-server.ts';
import { test as base } from './paper.ts';

/** A reader of a paper with a real comments server, under the policy in its pages. */
export type Reader = {
  page: Page;
  /** The address of a page, from its path relative to the front page. */
  at: (path: string) => string;
  /** Opens an article and scrolls down to its comments. */
  open: (path: string) => Promise<void>;
  /** All requests, including those for the paper's own pages. */
  asked: string[];
  /** Policy violations and errors; must be empty at the end of a test. */
  found: string[];
  /** A second reader, in a separate browser context. */
  another: () => Promise<Page>;
};

type Fixtures = { reader: Reader; paperName: string };
type WorkerFixtures = { moderated: boolean; comments: CommentsServer };

/** Collects policy violations and uncaught errors on every page of a context. */
const watch = (page: Page, found: string[]): void => {
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
};

/**
 * A test with its own Waline server and an empty database. The paper was built with the address of `npm run comments`;
 * the browser resolves that address to the server, whatever its port.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  moderated: [false, { option: true, scope: 'worker' }],
  comments: [
    async ({ moderated }, use) => {
      const server = await startCommentsServer(moderated ? { COMMENT_AUDIT: 'true' } : {});
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, comments }, use) => {
      const rule = `MAP ${new URL(localAddress).host} 127.0.0.1:${comments.port}`;
      await use({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`],
      });
    },
    { scope: 'worker' },
  ],
  paperName: ['sub-folder', { option: true }],
  reader: async ({ paper, page, browser, paperName, comments }, use) => {
    await comments.clear();
    const url = await paper(paperName);
    const found: string[] = [];
    const asked: string[] = [];
    watch(page, found);
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) asked.push(request.url());
    });
    const others: Page[] = [];
    await use({
      page,
      asked,
      found,
      at: (path) => url + path,
      open: async (path) => {
        await page.goto(url + path);
        await page.locator(marks.section).scrollIntoViewIfNeeded();
      },
      another: async () => {
        const other = await (await browser.newContext()).newPage();
        watch(other, found);
        others.push(other);
        return other;
      },
    });
    expect(found, 'violations of the policy, and errors').toEqual([]);
    const hosts = new Set(asked.map((address) => new URL(address).origin));
    expect(
      [...hosts].filter((host) => host !== new URL(url).origin && host !== localAddress),
      'other hosts',
    ).toEqual([]);
    for (const other of others) await other.context().close();
  },
});

export { expect } from '@playwright/test';
export { leadArticle } from './paper.ts';

/** The section, the link with the count, each comment and its text, located by their data attributes. */
export const marks = {
  section: '[data-comments="section"]',
  count: '[data-comments="count"] b',
  comment: '[data-comments="comment"]',
  words: '[data-comments="comment"] > [dir="auto"]',
};

/** The form, its parts and the thread, located as a reader would find them. */
export const partsOf = (page: Page) => ({
  section: page.getByRole('region', { name: 'Leave a reply' }),
  comment: page.getByRole('textbox', { name: 'Comment' }),
  name: page.getByRole('textbox', { name: 'Name' }),
  send: page.getByRole('button', { name: 'Post comment' }),
  status: page.getByRole('status'),
  items: page.locator(marks.comment),
});

/** Waits until all requests so far have been recorded: once one more is answered, those before it were sent. */
export const seeRequests = async (page: Page): Promise<void> => {
  await page.evaluate(() => fetch(location.href, { cache: 'no-store' }).then((all) => all.text()));
};

/** Fills in the form and sends it. */
export const write = async (page: Page, name: string, comment: string): Promise<void> => {
  const parts = partsOf(page);
  await parts.comment.fill(comment);
  await parts.name.fill(name);
  await parts.send.click();
};

import type { Page, Route } from '@playwright/test';
import { printReplyScript } from '../../src/press/reply-script.ts';
import { partsOf } from '../../src/policy/parts.ts';
import { policyOf, withPolicy } from '../../src/policy/policy.ts';
import { sitePolicy } from '../../src/policy/site-policy.ts';
import { publication as home } from '../../src/publication.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import type { CommentsOf, Provider } from '../../src/schemas/comments.ts';
import { marks, seeRequests } from './comments.ts';
import { expect, leadArticle, test as base } from './paper.ts';

/**
 * Contracts: what each provider's published embed expects of a page, simulated by scripts of our own. They test our
 * side of it, under the policy that we declare for the provider; the live services are never contacted.
 */
const server = 'https://comments.news.example';
const key = `/paper/${leadArticle}`;
const address = `https://bevolve-news.example${key}`;
const mail = 'letters@news.example';

type Contract = {
  page: Page;
  /** Requests to other hosts, in order. */
  asked: string[];
  /** Opens the lead article with a provider's own script, and scrolls down to its comments. */
  open: (comments: CommentsOf<Provider>, plays: Record<string, Play>) => Promise<void>;
};
/** The response at one of the provider's addresses. */
type Play = { script: string } | { page: string } | { json: unknown } | 'nothing';

const answer = (play: Play): Parameters<Route['fulfill']>[0] => {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  if (play === 'nothing') return { status: 404, headers };
  if ('json' in play) return { headers, json: play.json };
  return 'script' in play
    ? { headers, contentType: 'text/javascript', body: play.script }
    : { headers, contentType: 'text/html', body: play.page };
};

/** The page with the policies it would have in its markup and headers. */
const printedFor = (
  comments: CommentsOf<Provider>,
  html: string,
): { body: string; sent: string } => {
  const publication = publicationSchema.parse({ ...home, comments });
  const page = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const policy = policyOf(page, partsOf(publication));
  return { body: withPolicy(page, policy), sent: sitePolicy([policy]) };
};

const test = base.extend<{ contract: Contract }>({
  contract: async ({ paper, page }, use) => {
    const found: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(error.message));
    await use({
      page,
      asked,
      open: async (comments, plays) => {
        const front = await paper('sub-folder');
        await page.route(front + leadArticle, async (route) => {
          const response = await route.fetch();
          const { body, sent } = printedFor(comments, await response.text());
          const headers = { ...response.headers(), 'content-security-policy': sent };
          await route.fulfill({ response, headers, body });
        });
        const files = await printReplyScript(comments, { language: 'uk', timeZone: 'Europe/Kyiv' });
        await page.route('**/_astro/reply.*.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: files.text }),
        );
        await page.route('**/_astro/reply.*.css', (route) =>
          route.fulfill({ contentType: 'text/css', body: files.css }),
        );
        await page.route(
          (url) => url.hostname !== '127.0.0.1',
          (route) => {
            const url = route.request().url();
            asked.push(url);
            const [, play] = Object.entries(plays).find(([start]) => url.startsWith(start)) ?? [];
            return play ? route.fulfill(answer(play)) : route.abort();
          },
        );
        await page.goto(front + leadArticle);
        await page.locator(marks.section).scrollIntoViewIfNeeded();
      },
    });
    expect(found, 'violations of the policy, and errors').toEqual([]);
  },
});

/** What a contract script recorded on the page. */
const noted = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => (window as unknown as { noted: Record<string, unknown> }).noted);

const attributes = `
  window.noted = Object.fromEntries(
    [...document.currentScript.attributes].map(({ name, value }) => [name, value]),
  );`;

const ask = 'Показати коментарі';
const retry = 'Спробувати ще раз';

test('the contract of Isso: script, thread and language, with its form in the page, in our colours', async ({
  contract,
}) => {
  const { page, asked, open } = contract;
  const script = `${attributes}
    const thread = document.getElementById('isso-thread');
    Object.assign(window.noted, thread.dataset);
    requestAnimationFrame(() => {
      thread.innerHTML =
        '<h4>Коментарі</h4><div class="isso-postbox"><textarea class="isso-textarea"></textarea></div>';
    });`;
  await open(
    { provider: 'isso', server },
    { [`${server}/js/embed.min.js`]: { script }, [`${server}/count`]: { json: [7] } },
  );
  await expect(page.locator('.isso-postbox')).toBeVisible();
  await expect(page.locator(marks.count)).toHaveText('7');
  expect(asked).toEqual([`${server}/js/embed.min.js`, `${server}/count`]);
  expect(await noted(page)).toMatchObject({
    src: `${server}/js/embed.min.js`,
    'data-isso': `${server}/`,
    'data-isso-lang': 'uk',
    'data-isso-css': 'false',
    issoId: key,
    title: 'Trump promises Kyiv involvement in peace talks with Russia',
  });
  const colour = () =>
    page
      .locator('.isso-textarea')
      .evaluate((box) => getComputedStyle(box).backgroundColor + getComputedStyle(box).color);
  const before = await colour();
  // The first click loads the toggle's script.
  await page.locator('.bar .theme').click();
  await expect.poll(colour).not.toBe(before);
});

test('the contract of Remark42: configuration, thread by full address, count and theme', async ({
  contract,
}) => {
  const { page, asked, open } = contract;
  const script = `
    const { host, ...rest } = window.remark_config;
    window.noted = { host, ...rest, themes: [] };
    const frame = document.createElement('iframe');
    frame.src = host + '/web/iframe.html';
    document.getElementById('remark42').append(frame);
    window.REMARK42 = {
      changeTheme: (theme) => window.noted.themes.push(theme),
      destroy: () => frame.remove(),
    };`;
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(
    { provider: 'remark42', server, site: 'news' },
    {
      [`${server}/web/embed.mjs`]: { script },
      [`${server}/web/iframe.html`]: { page: '<title>comments</title>' },
      [`${server}/api/v1/count`]: { json: { count: 3 } },
    },
  );
  await expect(page.locator('#remark42 iframe')).toBeVisible();
  await expect(page.locator(marks.count)).toHaveText('3');
  expect(await noted(page)).toEqual({
    host: server,
    site_id: 'news',
    url: address,
    theme: 'dark',
    locale: 'ua',
    components: ['embed'],
    themes: [],
  });
  // The first click loads the toggle's script.
  await page.locator('.bar .theme').click();
  await expect.poll(() => noted(page)).toMatchObject({ themes: ['light'] });
  await page.locator('.bar .theme').click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => noted(page)).toMatchObject({ themes: ['light', 'dark'] });
  const count = new URL(asked.find((url) => url.includes('/count')) ?? '');
  expect(Object.fromEntries(count.searchParams)).toEqual({ site: 'news', url: address });
});

const giscus: CommentsOf<'giscus'> = {
  provider: 'giscus',
  repository: 'news/letters',
  repositoryId: 'R_abc',
  category: 'Announcements',
  categoryId: 'DIC_abc',
};
/** Acts as giscus's client does: inserts a frame into the element with its class; the frame listens once loaded. */
const giscusClient = `${attributes}
  const frame = document.createElement('iframe');
  frame.className = 'giscus-frame giscus-frame--loading';
  frame.src = 'https://giscus.app/uk/widget';
  frame.addEventListener('load', () => frame.classList.remove('giscus-frame--loading'));
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = 'https://giscus.app/default.css';
  document.head.prepend(style);
  document.querySelector('.giscus').append(frame);
  window.noted.heard = [];
  addEventListener('message', ({ data }) => data.heard && window.noted.heard.push(data.heard));`;
const giscusFrame = `<script>
  addEventListener('message', ({ data, origin }) =>
    parent.postMessage({ heard: { ...data.giscus, origin } }, '*'));
  parent.postMessage({ giscus: { discussion: { totalCommentCount: 4, totalReplyCount: 2 } } }, '*');
</script>`;

test('the contract of giscus: nothing before the click, then script, thread, count and theme', async ({
  contract,
}) => {
  const { page, asked, open } = contract;
  await open(giscus, {
    'https://giscus.app/client.js': { script: giscusClient },
    'https://giscus.app/uk/widget': { page: giscusFrame },
    'https://giscus.app/default.css': 'nothing',
  });
  await expect(page.locator(marks.section)).toContainText('GitHub');
  await seeRequests(page);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: ask }).click();
  await expect(page.locator('.giscus iframe')).toBeVisible();
  await expect(page.locator(marks.count)).toHaveText('6');
  expect(asked[0]).toBe('https://giscus.app/client.js');
  expect(await noted(page)).toMatchObject({
    'data-repo': 'news/letters',
    'data-repo-id': 'R_abc',
    'data-category': 'Announcements',
    'data-category-id': 'DIC_abc',
    'data-mapping': 'specific',
    'data-term': key,
    'data-strict': '1',
    'data-theme': 'light',
    'data-lang': 'uk',
    crossorigin: 'anonymous',
  });
  await page.locator('.bar .theme').click();
  const heard = { setConfig: { theme: 'dark' }, origin: new URL(page.url()).origin };
  await expect.poll(async () => (await noted(page))['heard']).toEqual([heard]);
});

test('the contract of Disqus: nothing before the click, then script, thread and theme', async ({
  contract,
}) => {
  const { page, asked, open } = contract;
  const script = `${attributes}
    const tell = (config) => {
      const configured = { page: {} };
      config.call(configured);
      return configured;
    };
    Object.assign(window.noted, tell(window.disqus_config), { resets: [] });
    const frame = document.createElement('iframe');
    frame.src = 'https://disqus.com/embed/comments/';
    document.getElementById('disqus_thread').append(frame);
    window.DISQUS = {
      reset: ({ reload, config }) => window.noted.resets.push({ reload, ...tell(config) }),
    };`;
  await open(
    { provider: 'disqus', shortname: 'news' },
    {
      'https://news.disqus.com/embed.js': { script },
      'https://disqus.com/embed/': { page: '<title>comments</title>' },
    },
  );
  await expect(page.locator(marks.section)).toContainText('Disqus');
  await seeRequests(page);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: ask }).click();
  await expect(page.locator('#disqus_thread iframe')).toBeVisible();
  await expect
    .poll(() => asked)
    .toEqual(['https://news.disqus.com/embed.js', 'https://disqus.com/embed/comments/']);
  const thread = {
    language: 'uk',
    page: {
      identifier: key,
      url: address,
      title: 'Trump promises Kyiv involvement in peace talks with Russia',
    },
  };
  expect(await noted(page)).toMatchObject(thread);
  expect((await noted(page))['data-timestamp']).toMatch(/^\d+$/);
  await page.locator('.bar .theme').click();
  await expect.poll(() => noted(page)).toMatchObject({ resets: [{ reload: true, ...thread }] });
});

test('every script that fails to load leaves a message, a retry and a letter', async ({
  contract,
}) => {
  const { page, asked, open } = contract;
  const plays: Record<string, Play> = { 'https://giscus.app/client.js': 'nothing' };
  await open({ ...giscus, mail }, plays);
  await page.getByRole('button', { name: ask }).click();
  await expect(page.getByText('Коментарі зараз недоступні.')).toBeVisible();
  const letter = page.locator(marks.section).getByRole('link', { name: 'Написати нам листа' });
  await expect(letter).toHaveAttribute('href', new RegExp(`^mailto:${mail}\\?subject=Trump`));
  plays['https://giscus.app/client.js'] = { script: giscusClient };
  plays['https://giscus.app/uk/widget'] = { page: giscusFrame };
  plays['https://giscus.app/default.css'] = 'nothing';
  await page.getByRole('button', { name: retry }).click();
  await expect(page.locator('.giscus iframe')).toBeVisible();
  expect(asked.filter((url) => url.endsWith('client.js'))).toHaveLength(2);
});

test('every script that renders nothing is given up after eight seconds', async ({ contract }) => {
  const { page, open } = contract;
  await page.clock.install();
  await open({ provider: 'isso', server }, { [`${server}/js/embed.min.js`]: { script: 'void 0' } });
  const waiting = page.getByText('Завантажуємо коментарі…');
  await expect(waiting).toBeVisible();
  // Some of the eight seconds passed while the page was loading.
  await page.clock.runFor(4_000);
  await expect(waiting).toBeVisible();
  await page.clock.runFor(4_000);
  await expect(page.getByText('Коментарі зараз недоступні.')).toBeVisible();
  await expect(page.locator('#isso-thread')).toHaveCount(0);
});

test('a letter to the paper includes the comment that could not be sent', async ({ contract }) => {
  const { page, open } = contract;
  const plays: Record<string, Play> = {
    [`${server}/api/comment`]: { json: { errno: 0, data: { data: [], count: 0, totalPages: 0 } } },
  };
  await open({ provider: 'waline', server, mail }, plays);
  await page.locator(`${marks.section} textarea`).fill('Words & more');
  await page.locator(`${marks.section} input`).fill('Ann');
  plays[`${server}/api/comment`] = 'nothing';
  await page.locator(`${marks.section} form button`).last().click();
  const letter = page.getByRole('status').getByRole('link', { name: 'Написати нам листа' });
  await expect(letter).toHaveAttribute('href', /&body=Words%20%26%20more$/);
});

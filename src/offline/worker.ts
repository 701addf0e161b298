import { escapeHtml } from '../escape-html.ts';
import { front, language, note, offlinePage, stories, timeZone, withdrawn } from 'virtual:offline';
import { cachedPages, cacheOf } from './caches.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

const { scope } = self.registration;
const always = [front, offlinePage].map((path) => new URL(path, scope).href);
const [frontUrl = '', offlineUrl = ''] = always;

const withoutQuery = (url: string): string => url.replace(/[?#].*/, '');

/** When a page was cached, ISO 8601. */
const keptHeader = 'X-Kept';

/** Caches a fresh copy of a page, in a cache of its own. If that fails, an older copy stays. */
const keepPage = async (url: string): Promise<void> => {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok || response.redirected) return;
  const headers = new Headers(response.headers);
  headers.set(keptHeader, new Date().toISOString());
  const page = new Response(await response.blob(), { headers });
  await (await caches.open(cacheOf(scope, url))).put(url, page);
};

/** Caches the pictures and fonts of a page with it; the browser's HTTP cache still has them. */
const keepFiles = async (url: string, files: readonly string[]): Promise<void> => {
  const kept = await caches.open(cacheOf(scope, url));
  if (!(await kept.match(url))) return;
  await Promise.allSettled(
    files.map(async (file) => {
      if (await kept.match(file)) return;
      const response = await fetch(file, { cache: 'force-cache' });
      if (response.ok) await kept.put(file, response);
    }),
  );
};

const keptAt = async (url: string): Promise<string> =>
  (await caches.match(url))?.headers.get(keptHeader) ?? '';

/** The pages that the reader opened, the least recent first. */
const opened = async (): Promise<string[]> => {
  const urls = (await cachedPages(scope)).filter((url) => !always.includes(url));
  const dated = await Promise.all(urls.map(async (url) => ({ url, at: await keptAt(url) })));
  return dated.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ url }) => url);
};

/** Caches the page that is being read, after deleting the oldest ones beyond the limit. */
const keepOpened = async (url: string): Promise<void> => {
  if (!always.includes(url)) {
    const others = (await opened()).filter((other) => other !== url);
    const old = others.slice(0, Math.max(0, others.length - (stories - 1)));
    await Promise.all(old.map((page) => caches.delete(cacheOf(scope, page))));
  }
  await keepPage(url);
};

/** Refreshes the front page after an hour, so that it is recent even for a reader who only follows links to stories. */
const renewFront = async (): Promise<void> => {
  const age = Date.now() - Date.parse((await keptAt(frontUrl)) || '1970');
  if (age > 60 * 60 * 1000) await keepPage(frontUrl);
};

/** Adds a note to a cached page that says when it was cached. */
const dated = async (response: Response): Promise<Response> => {
  const when = new Date(response.headers.get(keptHeader) ?? 0).toLocaleString(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const html = await response.text();
  return new Response(
    html.replace(
      /<body[^>]*>/,
      (body) => `${body}<p class="kept" data-kept>${note.replace('{when}', when)}`,
    ),
    response,
  );
};

/** The page for a story that is not cached, with links to those that are. */
const listed = async (): Promise<Response> => {
  const page = await caches.match(offlineUrl);
  if (!page) return Response.error();
  const links = (await opened()).toReversed().map(async (url) => {
    const html = (await (await caches.match(url))?.text()) ?? '';
    const headline = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? url;
    return `<li><a href="${escapeHtml(url)}">${headline}</a>`;
  });
  const items = (await Promise.all(links)).join('');
  const html = await page.text();
  return new Response(
    html.replace(/<ul [^>]*\bdata-stories\b[^>]*>.*?(?=<\/ul>)/s, (list) => list + items),
    page,
  );
};

const fromDevice = async (url: string): Promise<Response> => {
  const path = withoutQuery(url);
  const kept = await caches.match(path);
  return kept && path !== offlineUrl ? dated(kept) : listed();
};

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([...always.map(keepPage), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  const gone = withdrawn.map((path) => caches.delete(cacheOf(scope, new URL(path, scope).href)));
  // The browser sends the request while this script starts, so that a reader who is online does not wait for it.
  event.waitUntil(Promise.all([self.registration.navigationPreload.enable(), ...gone]));
});

self.addEventListener('message', (event) => {
  if (!event.source) return;
  const url = withoutQuery(event.source.url);
  const { files, leaves } = event.data as { files: string[]; leaves: boolean };
  const page = leaves ? Promise.resolve() : keepOpened(url).then(renewFront);
  event.waitUntil(page.then(() => keepFiles(url, files)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, mode, url, headers } = request;
  if (method !== 'GET' || !url.startsWith(scope) || headers.has('Range')) return;
  // Network first, so that nobody who is online reads an old page.
  event.respondWith(
    mode === 'navigate'
      ? event.preloadResponse.then((ahead) => ahead ?? fetch(request)).catch(() => fromDevice(url))
      : fetch(request).catch(async () => (await caches.match(url)) ?? Response.error()),
  );
});

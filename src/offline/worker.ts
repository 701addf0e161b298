import { front, language, note, offlinePage, stories, timeZone } from 'virtual:offline';
import { cacheOf, pagesKept } from './caches.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

const { scope } = self.registration;
const always = [front, offlinePage].map((path) => new URL(path, scope).href);
const [frontUrl = '', offlineUrl = ''] = always;

const withoutQuery = (url: string): string => url.replace(/[?#].*/, '');

const escaped = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/**
 * Keeps a page in a cache of its own, so that what goes with it goes when it does.
 * @param files the pictures and the type that it showed
 * @param cache what a browser has of it already serves: the reader has just read that very page
 */
const keep = async (url: string, files: string[], cache: RequestCache): Promise<void> => {
  const response = await fetch(url, { cache });
  if (!response.ok || response.redirected) return;
  const headers = new Headers(response.headers);
  headers.set('X-Kept', new Date().toISOString());
  const body = await response.blob();
  const name = cacheOf(scope, url);
  await caches.delete(name);
  const kept = await caches.open(name);
  await kept.put(url, new Response(body, { headers }));
  await Promise.allSettled(
    files.map(async (file) => {
      const answer = await fetch(file, { cache: 'force-cache' });
      if (answer.ok) await kept.put(file, answer);
    }),
  );
};

/** The pages that a reader opened, the one opened longest ago first. */
const opened = async (): Promise<string[]> =>
  (await pagesKept(scope)).filter((url) => !always.includes(url));

const keepOpened = async (url: string, files: string[]): Promise<void> => {
  await keep(url, files, 'force-cache');
  const old = (await opened()).slice(0, -stories);
  await Promise.all(old.map((page) => caches.delete(cacheOf(scope, page))));
};

/** Keeps the front page anew after an hour, so that a reader who comes by links alone finds a late one too. */
const renewFront = async (): Promise<void> => {
  const kept = (await caches.match(frontUrl))?.headers.get('X-Kept') ?? '1970';
  if (Date.now() - Date.parse(kept) > 60 * 60 * 1000) await keep(frontUrl, [], 'no-cache');
};

/** Says on a kept page that it is one, and since when. */
const dated = async (response: Response): Promise<Response> => {
  const when = new Date(response.headers.get('X-Kept') ?? 0).toLocaleString(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const html = await response.text();
  return new Response(
    html.replace(/<body[^>]*>/, (body) => `${body}<p class="kept">${note.replace('{when}', when)}`),
    response,
  );
};

/** The page for a story that is not on the device, with links to those that are. */
const listed = async (): Promise<Response> => {
  const page = await caches.match(offlineUrl);
  if (!page) return Response.error();
  const links = (await opened()).toReversed().map(async (url) => {
    const html = (await (await caches.match(url))?.text()) ?? '';
    const headline = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? url;
    return `<li><a href="${escaped(url)}">${headline}</a>`;
  });
  const items = (await Promise.all(links)).join('');
  const html = await page.text();
  return new Response(
    html.replace(/<ul class="body"[^>]*>.*?(?=<\/ul>)/s, (list) => list + items),
    page,
  );
};

const fromDevice = async (url: string): Promise<Response> => {
  const path = withoutQuery(url);
  const kept = await caches.match(path);
  return kept && path !== offlineUrl ? dated(kept) : listed();
};

self.addEventListener('install', (event) => {
  event.waitUntil(
    Promise.all([...always.map((url) => keep(url, [], 'no-cache')), self.skipWaiting()]),
  );
});

self.addEventListener('activate', (event) => {
  // The network is asked while this script starts: a reader who is online waits for nothing.
  event.waitUntil(self.registration.navigationPreload.enable());
});

self.addEventListener('message', (event) => {
  if (!event.source) return;
  const url = withoutQuery(event.source.url);
  const files = event.data as string[];
  event.waitUntil(keepOpened(url, files).then(renewFront));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, mode, url, headers } = request;
  if (method !== 'GET' || !url.startsWith(scope) || headers.has('Range')) return;
  // The network always comes first, so that nobody who is online reads an old page.
  event.respondWith(
    mode === 'navigate'
      ? event.preloadResponse.then((ahead) => ahead ?? fetch(request)).catch(() => fromDevice(url))
      : fetch(request).catch(async () => (await caches.match(url)) ?? Response.error()),
  );
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { createBareRepository } from '../desk/forges/bare-repository.ts';
import type { ContractServer } from '../desk/forges/contract-server.ts';
import { startGithubServer } from '../desk/forges/github-server.ts';
import { gitlabClientId, startGitlabServer } from '../desk/forges/gitlab-server.ts';

/*
 * Sign-in, the forges' rules for other origins, and texts kept on the device need a real browser. The forges are contract
 * servers over real git repositories, not the live services.
 */

const anna = { login: 'anna', name: 'Anna Lind', email: 'anna@paper.example', mayWrite: true };

/** A desk that does nothing but sign in and read: what it came to stands in its title. */
const source = `
import { openForge } from '/src/desk/forge/open-forge.ts';
import { createSignIn } from '/src/desk/forge/sign-in.ts';
const { backend } = await (await fetch('paper.json')).json();
const signIn = createSignIn(backend);
await signIn.begin();
const read = async () => {
  const forge = openForge({ backend, review: false }, signIn.token, signIn.stays());
  const texts = await forge.readTexts(await forge.list('content/'));
  document.title = [...texts.values()].join();
};
document.querySelector('#redirect').onclick = () => signIn.byRedirect(true);
document.querySelector('#popup').onclick = async () => { await signIn.byPopup(false); await read(); };
document.querySelector('#out').onclick = async () => { await signIn.signOut(); document.title = 'out'; };
if (signIn.isSignedIn()) await read();
`;

const page =
  '<!doctype html><title>-</title><button id="redirect">r</button><button id="popup">p</button><button id="out">o</button><script type="module" src="desk.js"></script>';

/** The window of an OAuth proxy, as Decap's documentation has it. */
const proxyPage = `<!doctype html><script>
addEventListener('message', ({ data, origin }) => {
  if (data === 'authorizing:github') opener.postMessage('authorization:github:success:{"token":"t"}', origin);
});
opener.postMessage('authorizing:github', '*');
</script>`;

let code = '';
test.beforeAll(async () => {
  const name = '\0sign-in-page';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'sign-in-page',
        resolveId: (id) => (id === 'sign-in-page' ? name : undefined),
        load: (id) => (id === name ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: 'sign-in-page' },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  code = chunk?.code ?? '';
});

const started: { close: () => unknown }[] = [];
test.afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.close()));
});

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  started.push(server);
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

/** Serves the desk with the strictest headers under which it must sign in. */
const serveDesk = (backend: object, forge: ContractServer, opener: string): Promise<string> =>
  listen(
    createServer(({ url = '' }, response) => {
      const [type, body] = url.endsWith('.js')
        ? ['text/javascript', code]
        : url.endsWith('.json')
          ? ['application/json', JSON.stringify({ backend })]
          : ['text/html', page];
      response.writeHead(200, {
        'content-type': type,
        'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self' ${forge.origin}; base-uri 'none'; form-action 'none'`,
        'cross-origin-opener-policy': opener,
        'referrer-policy': 'no-referrer',
      });
      response.end(body);
    }),
  );

const paper = { 'content/a.md': 'The first story' };
const storedIn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));

test('signs in by leaving for the forge, and keeps texts on this device until the editor signs out', async ({
  page,
}) => {
  const forge = await startGitlabServer(createBareRepository(paper), { t: anna });
  started.push(forge);
  const { origin: site, log } = forge;
  const api = `${site}/api/v4`;
  const backend = { name: 'gitlab', repo: 'press/paper', branch: 'main', api, site };
  const origin = await serveDesk({ ...backend, appId: gitlabClientId }, forge, 'same-origin');
  await page.goto(`${origin}/desk/#/stories/a`);
  await page.click('#redirect');
  await expect(page).toHaveTitle('The first story');
  expect(page.url()).toBe(`${origin}/desk/#/stories/a`);

  const reads = (): number => log.filter((line) => line.endsWith('/graphql')).length;
  expect(reads()).toBe(1);
  await page.reload();
  await expect(page).toHaveTitle('The first story');
  expect(reads()).toBe(1);

  await page.click('#out');
  await expect(page).toHaveTitle('out');
  expect(await storedIn(page)).toBe('[{},{}]');
  const kept = await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    return new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const all = opening.result.transaction('texts').objectStore('texts').count();
        all.onsuccess = () => {
          resolve(all.result);
        };
      };
    });
  });
  expect(kept).toBe(0);
});

test('signs in to GitHub through the window of a proxy, for this tab alone', async ({ page }) => {
  const forge = await startGithubServer(createBareRepository(paper), { t: anna });
  started.push(forge);
  const proxy = await listen(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(proxyPage);
    }),
  );
  const { origin: site } = forge;
  const backend = { name: 'github', repo: 'press/paper', branch: 'main', api: site, site, proxy };
  await page.goto(`${await serveDesk(backend, forge, 'unsafe-none')}/desk/`);
  await page.click('#popup');
  await expect(page).toHaveTitle('The first story');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  // Nothing of the paper stays on a device on which nobody asked to stay signed in.
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

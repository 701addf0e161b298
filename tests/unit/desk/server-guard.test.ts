import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDesk, openLocalDesk, repo } from '../../desk/local-desk.ts';

let desk: LocalDesk;
beforeAll(async () => {
  desk = await openLocalDesk('tests/fixtures/one-article');
});
afterAll(() => desk.stop());

interface Raw {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** `fetch` sets some of these headers itself. */
const ask = (path: string, headers: Record<string, string>, method = 'GET', body = '') =>
  new Promise<Raw>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: desk.port, path, method, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode, headers: answer.headers, body: text });
        });
      },
    );
    sent.on('error', reject).end(body);
  });

const signedIn = () => ({ authorization: `token ${desk.token}` });
const list = `${repo}/git/trees/main?recursive=true`;

test('only who has the token of this start is let in', async () => {
  expect((await ask(list, {})).status).toBe(401);
  expect((await ask(list, { authorization: `token ${desk.token}x` })).status).toBe(401);
  expect((await ask('/desk-api/changes', {})).status).toBe(401);
  expect((await ask(list, signedIn())).status).toBe(200);
  expect(desk.token).toMatch(/^[\w-]{43}$/);
});

test('a name that somebody else made lead to this machine is refused', async () => {
  for (const host of [`evil.example:${desk.port}`, '127.0.0.1', 'localhost:80']) {
    for (const path of ['/', '/paper.json', list]) {
      expect((await ask(path, { ...signedIn(), host })).status).toBe(403);
    }
  }
  const host = `localhost:${desk.port}`;
  expect((await ask(list, { ...signedIn(), host })).status).toBe(200);
});

test('a page of another origin is refused, also one of this machine', async () => {
  for (const origin of ['https://evil.example', 'http://localhost:4321', 'null']) {
    expect((await ask(list, { ...signedIn(), origin })).status).toBe(403);
    expect((await ask(`${repo}/contents`, { ...signedIn(), origin }, 'POST', '{}')).status).toBe(
      403,
    );
  }
  for (const site of ['cross-site', 'same-site']) {
    expect((await ask(list, { ...signedIn(), 'sec-fetch-site': site })).status).toBe(403);
  }
  const own = { origin: `http://127.0.0.1:${desk.port}`, 'sec-fetch-site': 'same-origin' };
  const answer = await ask(list, { ...signedIn(), ...own });
  expect(answer.status).toBe(200);
  expect(Object.keys(answer.headers).join()).not.toContain('access-control');
});

test('the page allows nothing but its own files', async () => {
  const { headers, body } = await ask('/', {});
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(body).not.toMatch(/<script(?! src)|<style|style=| on\w+=/);
});

test('what is no JSON, or too much of it, is refused in a sentence', async () => {
  const headers = { ...signedIn(), 'content-type': 'application/json' };
  const contents = `${repo}/contents`;
  expect((await ask(contents, headers, 'POST', '{"files"')).status).toBe(400);
  expect((await ask(contents, headers, 'POST', '{}')).status).toBe(422);
  expect((await ask(contents, signedIn(), 'POST', '{}')).status).toBe(415);
  const publish = '/desk-api/publish';
  const message = `{"message":"${'a'.repeat(200_000)}"}`;
  expect((await ask(publish, headers, 'POST', message)).status).toBe(413);
  const inPieces = { ...headers, 'transfer-encoding': 'chunked' };
  expect((await ask(publish, inPieces, 'POST', message)).status).toBe(413);
});

test('a request that is cut off in the middle does no harm', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(desk.port, '127.0.0.1', () => {
      socket.write(
        `POST ${repo}/contents HTTP/1.1\r\nHost: 127.0.0.1:${desk.port}\r\nAuthorization: token ${desk.token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"files":[`,
        () => {
          socket.destroy();
          resolve();
        },
      );
    });
  });
  expect((await ask(list, signedIn())).status).toBe(200);
});

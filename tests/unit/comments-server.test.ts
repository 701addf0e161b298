import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../comments-server/install.ts';
import { languages } from '../../src/language/names.ts';
import { wordsFor } from '../../src/language/words.ts';
import { type CommentsServer, startCommentsServer } from '../comments-server.ts';

// Minutes: the packages may have to be installed first.
beforeAll(install, 300_000);

/** Makes a program print every connection that it opens. */
const tellConnections = `--import=data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...to) {
    console.log('CONNECTS', JSON.stringify(to));
    return connect.apply(this, to);
  };`)}`;

describe('the comments server', () => {
  const url = '/2025/02/story/';
  const comment = { nick: 'Ann', comment: 'Hello', url };
  let server: CommentsServer;

  beforeAll(async () => {
    server = await startCommentsServer({
      SITE_NAME: 'The Gazette',
      SITE_HOSTS: 'news.example',
      NODE_OPTIONS: tellConnections,
    });
  });
  afterAll(() => server.stop());

  test.each<[field: string, values: unknown[]]>([
    ['nick', ['', '  ', '\u200B\u2060', 'x'.repeat(101), '\u0000\u0001']],
    ['comment', ['', ' \n', '\u2060', 'x'.repeat(10_001), '\u0000']],
    ['url', ['', 'x'.repeat(1001)]],
    ['mail', ['not an address', '<b>@b.example', `${'x'.repeat(250)}@b.example`]],
    ['link', ['javascript:alert(1)', `https://a.example/${'x'.repeat(500)}`]],
    ['ua', ['x'.repeat(501)]],
    ['pid', [999_999, -1, 1.5, 'one', '1,2']],
  ])('refuses a comment whose %s is wrong, and says so', async (field, values) => {
    const types = [['exp', '1=1'], ['!=', ''], { a: 'b' }, true, field === 'pid' ? 0 : 7];
    for (const value of [...values, ...types]) {
      const { status, errmsg } = await server.post({ ...comment, [field]: value });
      expect([status, errmsg.length > 10], JSON.stringify(value)).toEqual([400, true]);
    }
    expect(await server.thread(url)).toEqual([]);
  });

  test.each(['text', 7, null, ['list']])('refuses a body that is %j', async (body) => {
    expect(await server.ask('POST', 'comment', body)).toMatchObject({ status: 400 });
  });

  test('refuses a body that is not JSON, or too large', async () => {
    const form = { 'Content-Type': 'text/plain' };
    expect(await server.post(comment, form)).toMatchObject({ status: 415 });
    const large = { ...comment, other: 'x'.repeat(70_000) };
    expect(await server.post(large)).toMatchObject({ status: 413 });
  });

  test('keeps every word as it was written', async () => {
    const words = `it's %TABLE% %WHERE% $& $1 \`__USERS__\` \\' -- ; '' ""`;
    const thread = '/words/';
    await server.post({ nick: `%FIELD%'`, comment: words, url: thread });
    const list = await server.askAsEditor('GET', 'comment?type=list&status=approved');
    expect(list.data).toMatchObject({ data: [{ nick: `%FIELD%'`, orig: words }] });
    const odd = { ...comment, comment: 'a\u0000b\u0001 \uD800', url: '/odd/' };
    expect(await server.post(odd)).toMatchObject({ status: 200, data: { orig: 'ab \uFFFD' } });
  });

  test('takes a reply only to a comment that is there, in its thread', async () => {
    const thread = '/replies/';
    const { data: first } = await server.post({ ...comment, url: thread });
    const reply = { ...comment, comment: 'A reply', pid: first.objectId };
    expect(await server.post(reply)).toMatchObject({ status: 400 });
    // Where it belongs is for the server to say.
    const posted = await server.post({ ...reply, url: thread, rid: 999 });
    expect(posted).toMatchObject({ status: 200, data: { rid: first.objectId } });
    await server.askAsEditor('PUT', `comment/${first.objectId}`, { status: 'spam' });
    const late = { ...reply, comment: 'Too late', url: thread };
    expect(await server.post(late)).toMatchObject({ status: 400 });
  });

  test.each([
    ...[
      'Editor',
      'EDITOR',
      ' e d i t o r ',
      'Edi\u200Btor',
      'Ｅｄｉｔｏｒ',
      '𝐄𝐝𝐢𝐭𝐨𝐫',
      'Éditor',
      'Editor ✓',
    ],
    // Cyrillic letters in a Latin word, and the other way round.
    ...['Еdіtоr', 'ЕDІТОR', 'Редактор', 'Peдaктop', 'РЕДАКЦІЯ', 'La rédaction', 'هيئة التحرير'],
    // What a page marks their comments with.
    ...languages.map((language) => wordsFor(language).comments.form.editor),
    ...['The Gazette', 'the_gazette', 'The Gazette – Editor', 'Administrator', 'Admin'],
  ])('leaves the name %s to the editors', async (nick) => {
    expect(await server.post({ ...comment, nick })).toMatchObject({ status: 403 });
  });

  test.each(['Edith', 'Ann Editor-Smith', 'Теодор', 'Gazetteer', 'محمد'])(
    'lets a reader be called %s',
    async (nick) => {
      const posted = await server.post({ ...comment, nick, url: '/names/' });
      expect(posted).toMatchObject({ status: 200 });
    },
  );

  test('knows the editors’ own names and addresses', async () => {
    await server.askAsEditor('PUT', 'user', { display_name: 'Olena Desk' });
    expect(await server.post({ ...comment, nick: 'оlеnа dеsk' })).toMatchObject({ status: 403 });
    const mail = server.login.email.toUpperCase();
    expect(await server.post({ ...comment, mail })).toMatchObject({ status: 403 });
    await server.askAsEditor('PUT', 'user', { display_name: 'Editor' });
  });

  test('tells editors from others, whatever their comments say', async () => {
    const thread = '/marked/';
    await server.post({ ...comment, url: thread, type: 'administrator', user_id: 1, label: 'x' });
    await server.askAsEditor('POST', 'comment', { comment: 'From the desk', url: thread });
    const marks = (await server.thread(thread)) as unknown as { nick: string; type?: string }[];
    const byName = Object.fromEntries(marks.map(({ nick, type }) => [nick, type ?? undefined]));
    expect(byName).toEqual({ Editor: 'administrator', Ann: undefined });
  });

  test('leaves to editors what is theirs', async () => {
    const { data } = await server.post({ ...comment, url: '/theirs/' });
    const asked: [method: string, query: string, body?: object][] = [
      ['GET', 'comment?type=list'],
      ['PUT', `comment/${data.objectId}`, { status: 'spam' }],
      ['DELETE', `comment/${data.objectId}`],
      ['PUT', 'user', { display_name: 'Eve', password: 'a long password' }],
    ];
    for (const [method, query, body] of asked) {
      expect(await server.ask(method, query, body), query).toMatchObject({ status: 401 });
      const forged = { Authorization: 'Bearer eyJhbGciOiJub25lIn0.MQ.' };
      expect(await server.ask(method, query, body, forged)).toMatchObject({ status: 401 });
    }
    expect(await server.thread('/theirs/')).toHaveLength(1);
    const injected = { email: ['!=', ''], password: 'x' };
    expect(await server.ask('POST', 'token', injected)).toMatchObject({ status: 400 });
  });

  test.each([
    ...['', 'ui/../start.ts', 'api/user', 'api/db', 'api/oauth', 'api/article?path=/', 'comment'],
    ...['api/comment/rss?path=/', 'api/verification', 'user', 'ui/desk.js.map'],
  ])('has nothing at /%s', async (at) => {
    for (const method of ['GET', 'POST']) {
      const { status } = await fetch(`${server.url}/${at}`, { method });
      expect(status, method).toBe(404);
    }
  });

  test.each(['path=/&path=!=', 'path=', 'path=/&page=x', 'path=/&pageSize=101', 'type=count'])(
    'refuses the query %s',
    async (query) => {
      expect(await server.ask('GET', `comment?${query}`)).toMatchObject({ status: 400 });
    },
  );

  test('may be used by pages of the paper, and of its own', async () => {
    const from = (Origin: string) =>
      server.post({ ...comment, comment: Origin, url: '/from/' }, { Origin });
    expect(await from('https://news.example')).toMatchObject({ status: 200 });
    expect(await from(server.url)).toMatchObject({ status: 200 });
    for (const other of ['https://evil.example', 'https://news.example.evil.example', 'null']) {
      expect(await from(other), other).toMatchObject({ status: 403 });
    }
    expect(await server.thread('/from/')).toHaveLength(2);
  });

  test('asks nobody about anything', async () => {
    const { data } = await server.post({
      ...comment,
      nick: '12345',
      mail: '1@qq.com',
      url: '/at/',
    });
    expect(data).toMatchObject({ avatar: '-' });
    expect(server.output()).toContain('Comments are kept in');
    expect(server.output()).not.toContain('CONNECTS');
  });
});

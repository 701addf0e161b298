import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { install } from '../../comments-server/install.ts';
import { type CommentsServer, startCommentsServer } from '../comments-server.ts';

// Minutes: the packages may have to be installed first.
beforeAll(install, 300_000);

const path = '/2024/03/weir/';
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  '</p></div><iframe src="https://evil.example/"></iframe>',
  'NUL \u0000 and lone \uD800',
].join('\n\n');

const threads = [
  {
    path,
    comments: [
      // Its clock was wrong: it stands before the comment that it answers.
      { id: '3', parent: '2', name: 'Cy', moment: '2024-03-15T08:00:00Z', text: 'To Ben' },
      {
        id: '1',
        name: 'Ann Reader',
        link: 'https://ann.example/',
        moment: '2024-03-15T09:30:00Z',
        text: 'The *first* word.\n\nAnd a second.',
      },
      { id: '2', parent: '1', name: 'Ben', moment: '2024-03-15T09:31:07Z', text: 'To Ann' },
      {
        id: '4',
        name: '<b onclick=alert(1)>Eve</b>',
        link: 'javascript:alert(1)',
        moment: '2024-03-16T00:00:00Z',
        text: hostile,
      },
    ],
  },
  {
    path: '/2024/03/%D0%BC%D0%BB%D0%B8%D0%BD/',
    comments: [{ id: '9', name: 'Олена', moment: '2024-03-17T12:00:00Z', text: 'Млин' }],
  },
];

const exported = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Weir</title><link>https://old.example/2024/03/weir/</link><content:encoded><![CDATA[Words]]></content:encoded>
<wp:post_id>5</wp:post_id><wp:post_date>2024-03-15 09:00:00</wp:post_date><wp:post_date_gmt>2024-03-15 09:00:00</wp:post_date_gmt>
<wp:post_name>weir</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ann Reader</wp:comment_author>
<wp:comment_author_email>ann@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
<wp:comment_date>2024-03-15 09:30:00</wp:comment_date><wp:comment_date_gmt>2024-03-15 09:30:00</wp:comment_date_gmt>
<wp:comment_content>The first word.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
</item></channel></rss>`;

/** A comment as the API hands it to readers. */
type Shown = {
  objectId: number;
  nick: string;
  link: string;
  comment: string;
  time: number;
  children?: Shown[];
};

let work: string;
let folder: string;
let file: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'import-comments-'));
  folder = join(work, 'database');
  file = join(work, 'comments.json');
  writeFileSync(file, JSON.stringify({ version: 1, threads }));
  writeFileSync(join(work, 'export.xml'), exported);
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

const run = (args: string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'comments-server/start.ts', ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        SQLITE_PATH: folder,
        ADMIN_EMAIL: 'editor@news.example',
        ADMIN_PASSWORD: 'a password for tests',
        ...env,
      },
    },
  );
  return { status, stdout, stderr };
};

const rows = (query = 'SELECT * FROM wl_Comment ORDER BY id'): Record<string, unknown>[] => {
  const database = new DatabaseSync(join(folder, 'waline.sqlite'));
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
};

describe('an import of comments', () => {
  test('prepares the database, adds every comment once, and ends', () => {
    const first = run(['--import', file]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('Administrator (shown only once): editor@news.example');
    expect(first.stdout).toContain('5 comments added under 2 stories.');
    const before = rows();
    expect(before).toHaveLength(5);
    const second = run(['--import', file]);
    expect(second.stdout).toContain('0 comments added');
    expect(second.stdout).toContain('5 were there from an earlier import.');
    expect(rows()).toEqual(before);
  });

  test('leaves other comments alone, and does not bring back what editors have deleted', () => {
    run(['--import', file]);
    const database = new DatabaseSync(join(folder, 'waline.sqlite'));
    database.exec(`DELETE FROM wl_Comment WHERE nick IN ('Ann Reader', 'Ben', 'Cy')`);
    database.exec(`INSERT INTO wl_Comment (nick, comment, url) VALUES ('New', 'words', '${path}')`);
    database.close();
    const late = { id: '5', parent: '1', name: 'Late', moment: '2024-03-18T12:00:00Z', text: 'x' };
    const [first, ...rest] = threads;
    const more = [{ path, comments: [...(first?.comments ?? []), late] }, ...rest];
    writeFileSync(file, JSON.stringify({ version: 1, threads: more }));
    expect(run(['--import', file]).stdout).toContain('1 answer comments that have been deleted');
    expect(rows().map(({ nick }) => nick)).toEqual(['<b onclick=alert(1)>Eve</b>', 'Олена', 'New']);
  });

  test('puts threads under the base path', () => {
    run(['--import', file], { BASE_PATH: 'paper' });
    expect(new Set(rows().map(({ url }) => url))).toEqual(
      new Set([`/paper${path}`, '/paper/2024/03/%D0%BC%D0%BB%D0%B8%D0%BD/']),
    );
  });

  test('writes e-mail addresses only on request, also later', () => {
    run(['--import', file]);
    expect(JSON.stringify(rows())).not.toContain('mail.example');
    const second = run(['--import', file, '--with-emails', join(work, 'export.xml')]);
    expect(second.stdout).toContain('1 e-mail addresses added, for editors only.');
    expect(rows().map(({ nick, mail }) => [nick, mail])).toContainEqual([
      'Ann Reader',
      'ann@mail.example',
    ]);
    expect(JSON.stringify(rows())).not.toContain('192.0.2.7');
  });

  test.each<[string, string, RegExp]>([
    ['that is not there', '', /there is no such file/],
    ['that is not JSON', '{', /JSON/],
    ['that is something else', '{"version":1}', /not a comments file/],
    [
      'with a comment that is none',
      '{"version":1,"threads":[{"path":"/a/","comments":[7]}]}',
      /not a/,
    ],
    [
      'with a moment that is none',
      '{"version":1,"threads":[{"path":"/a/","comments":[{"id":"1","name":"A","text":"b","moment":"yesterday"}]}]}',
      /not a comments file/,
    ],
  ])('says what is wrong with a file %s, and changes nothing', (_, text, message) => {
    const bad = join(work, 'bad.json');
    if (text !== '') writeFileSync(bad, text);
    const { status, stderr } = run(['--import', bad]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([[['--import']], [['--imported', 'x']], [['file.json']], [['--with-emails', 'a.xml']]])(
    'explains itself after %j',
    (args) => {
      const { status, stderr } = run(args);
      expect(status).toBe(1);
      expect(stderr).toContain('npm run comments -- --import FILE');
      expect(existsSync(folder)).toBe(false);
    },
  );
});

describe('imported comments in the API', () => {
  let server: CommentsServer;
  let kept: string;
  beforeAll(async () => {
    kept = mkdtempSync(join(tmpdir(), 'import-comments-'));
    server = await startCommentsServer({ SQLITE_PATH: join(kept, 'database') });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(kept, { recursive: true, force: true });
  });

  const threadAt = async (key: string): Promise<Shown[]> =>
    (await server.thread(key)) as unknown as Shown[];

  test('show in threads, in order, with their names and times, and nothing private', async () => {
    // Into the database of a server that runs.
    const emails = ['--with-emails', join(work, 'export.xml')];
    expect(run(['--import', file, ...emails], { SQLITE_PATH: server.folder }).status).toBe(0);
    const all = await threadAt(path);
    const [eve, ann] = all;
    expect(all.map(({ nick }) => nick)).toEqual(['<b onclick=alert(1)>Eve</b>', 'Ann Reader']);
    expect(ann).toMatchObject({
      link: 'https://ann.example/',
      time: Date.parse('2024-03-15T09:30:00Z'),
      comment: '<p>The <em>first</em> word.</p>\n<p>And a second.</p>\n',
    });
    expect(
      ann?.children?.map(({ nick, time }) => [nick, new Date(time).toISOString()]).sort(),
    ).toEqual([
      ['Ben', '2024-03-15T09:31:07.000Z'],
      ['Cy', '2024-03-15T08:00:00.000Z'],
    ]);
    const [ben, cy] = ['Ben', 'Cy'].map((name) => ann?.children?.find(({ nick }) => nick === name));
    expect([ben, cy]).toMatchObject([
      { pid: ann?.objectId, rid: ann?.objectId },
      { pid: ben?.objectId, rid: ann?.objectId },
    ]);
    expect(eve?.link).toBe('');
    expect(eve?.comment).not.toMatch(/<script|<iframe|onerror|href="javascript/i);
    expect(JSON.stringify(all)).not.toMatch(/mail\.example|192\.0\.2\.7|"(?:mail|ip)"/);
    const [olena] = await threadAt('/2024/03/%D0%BC%D0%BB%D0%B8%D0%BD/');
    expect(olena?.nick).toBe('Олена');
  });

  test('can be answered, listed and deleted like any other', async () => {
    run(['--import', file], { SQLITE_PATH: server.folder });
    const ann = (await threadAt(path)).find(({ nick }) => nick === 'Ann Reader');
    const reply = { nick: 'Now', comment: 'Years later', url: path, pid: ann?.objectId };
    expect(await server.post(reply)).toMatchObject({ status: 200 });
    const list = await server.askAsEditor('GET', 'comment?type=list&status=approved');
    expect(list.status).toBe(200);
    const deleted = await server.askAsEditor('DELETE', `comment/${String(ann?.objectId)}`);
    expect(deleted.status).toBe(200);
    expect((await threadAt(path)).map(({ nick }) => nick)).toEqual(['<b onclick=alert(1)>Eve</b>']);
  });
});

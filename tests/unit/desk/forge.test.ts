import { afterEach, describe, expect, it } from 'vitest';
import type { Change, Forge, ForgeFault } from '../../../src/desk/forge/forge.ts';
import { ForgeError } from '../../../src/desk/forge/forge.ts';
import { openForge } from '../../../src/desk/forge/open-forge.ts';
import type { DeskBackend, DeskSettings } from '../../../src/desk/settings.ts';
import { createBareRepository } from '../../desk/forges/bare-repository.ts';
import type { ContractServer, Member, Trouble } from '../../desk/forges/contract-server.ts';
import { startGiteaServer } from '../../desk/forges/gitea-server.ts';
import { startGithubServer } from '../../desk/forges/github-server.ts';
import { startGitlabServer } from '../../desk/forges/gitlab-server.ts';

const anna: Member = {
  login: 'anna',
  name: 'Anna Lind',
  email: 'anna@paper.example',
  mayWrite: true,
};
const reader: Member = { ...anna, login: 'reader', mayWrite: false };
const members = { 'token-of-anna': anna, 'token-of-reader': reader };

const harbour = 'content/articles/2026/harbour/index.md';
const market = 'content/articles/2026/market day/index.md';
const photo = 'content/articles/2026/harbour/photo.jpg';
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0x00, 0x80, 0x0a]);

const paper = {
  [harbour]: '---\nheadline: Harbour\n---\n\nŽluťoučký kůň 🐎\n',
  [market]: '\uFEFF---\nheadline: Market\n---\n',
  [photo]: jpeg,
  'content/articles/2025/old/index.md': 'old\n',
  'content/authors/anna.md': 'anna\n',
  'content/pages/über/index.md': 'pages\n',
  'contents.md': 'not in the folder\n',
  'README.md': 'readme\n',
};

/** Each forge by its name, with the API root that its settings have. */
const forges: Record<
  string,
  {
    name: DeskBackend['name'];
    api: string;
    start: (repository: ReturnType<typeof createBareRepository>) => Promise<ContractServer>;
  }
> = {
  Gitea: { name: 'gitea', api: '/api/v1', start: (one) => startGiteaServer(one, members) },
  Forgejo: {
    name: 'gitea',
    api: '/api/v1',
    start: (one) => startGiteaServer(one, members, { isForgejo: true }),
  },
  GitHub: { name: 'github', api: '', start: (one) => startGithubServer(one, members) },
  GitLab: { name: 'gitlab', api: '/api/v4', start: (one) => startGitlabServer(one, members) },
};

const servers: ContractServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Newsroom {
  server: ContractServer;
  forge: Forge;
  as: (token: string) => Forge;
  /** A file on the server. */
  stored: (path: string, branch?: string) => string | undefined;
  commits: (branch?: string) => number;
}

const newsroom = async (
  which: string,
  { review = false, trouble = {} }: { review?: boolean; trouble?: Trouble } = {},
): Promise<Newsroom> => {
  const { name, api, start } = forges[which] ?? expect.unreachable();
  const server = await start(createBareRepository(paper));
  servers.push(server);
  Object.assign(server.trouble, trouble);
  const { repository, origin } = server;
  const backend = { name, repo: 'press/paper', branch: 'main', api: origin + api, site: origin };
  const as = (token: string): Forge => openForge({ backend, review } as DeskSettings, token);
  return {
    server,
    forge: as('token-of-anna'),
    as,
    stored: (path, branch = 'main') => {
      const sha = repository.resolve(`${branch}:${path}`);
      return sha === undefined ? undefined : repository.blob(sha)?.toString();
    },
    commits: (branch = 'main') => Number(repository.git('rev-list', '--count', branch)),
  };
};

const versionOf = async (forge: Forge, path: string): Promise<string> =>
  (await forge.list('content/')).find((file) => file.path === path)?.version ??
  expect.unreachable(path);

const faultOf = async (task: Promise<unknown>): Promise<ForgeFault> => {
  const error = await task.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ForgeError) return error.fault;
  throw error;
};

describe.each(Object.keys(forges))('%s', (which) => {
  it('lists the content folder, all pages of it and nothing else', async () => {
    const { forge } = await newsroom(which);
    const paths = (await forge.list('content/')).map(({ path }) => path);
    expect(paths.toSorted()).toEqual(
      Object.keys(paper)
        .filter((path) => path.startsWith('content/'))
        .toSorted(),
    );
    expect(await forge.list('nowhere/')).toEqual([]);
  });

  it('reads texts as they are, letter for letter, also those too large for a batch', async () => {
    const { forge, server } = await newsroom(which);
    const texts = (await forge.list('content/')).filter(({ path }) => path.endsWith('.md'));
    const seen: number[] = [];
    const read = async () =>
      Object.fromEntries(await forge.readTexts(texts, (done) => seen.push(done)));
    const all = Object.fromEntries(
      texts.map(({ path }) => [path, paper[path as keyof typeof paper]]),
    );
    expect(await read()).toEqual(all);
    expect(seen.at(-1)).toBe(texts.length);
    server.trouble.mostInBatch = 6;
    expect(await read()).toEqual(all);
  });

  it('reads a picture byte for byte, of a type that a page shows', async () => {
    const { forge } = await newsroom(which);
    const version = await versionOf(forge, photo);
    const picture = await forge.readBytes({ path: photo, version });
    expect(picture.type).toBe('image/jpeg');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(jpeg);
  });

  it('reads a text in the version that was listed, if somebody changed it meanwhile', async () => {
    const { forge, server } = await newsroom(which);
    const files = (await forge.list('content/')).filter(({ path }) => path === harbour);
    const { repository } = server;
    const parent = repository.head('main') ?? '';
    const files2 = new Map([[harbour, 'changed\n']]);
    repository.commit({ branch: 'main', parent, files: files2, message: 'x', author: anna });
    expect(await forge.readTexts(files)).toEqual(new Map([[harbour, paper[harbour]]]));
  });

  it('knows who is signed in and whether they may write', async () => {
    const { forge, as } = await newsroom(which);
    expect(await forge.me()).toEqual({
      login: 'anna',
      name: 'Anna Lind',
      email: 'anna@paper.example',
      mayWrite: true,
    });
    expect(await as('token-of-reader').me()).toMatchObject({ mayWrite: false });
  });

  it('saves several files as one commit of the editor’s, and tells their new versions', async () => {
    const { forge, server, stored, commits } = await newsroom(which);
    const gone = 'content/articles/2025/old/index.md';
    const picture = 'content/articles/2026/new/a photo.jpg';
    const { versions } = await forge.save(
      [
        { path: harbour, content: 'Ž\n', was: await versionOf(forge, harbour) },
        { path: picture, content: jpeg },
        { path: gone, was: await versionOf(forge, gone), gone: true },
      ],
      'Save “Harbour”\n\nWith a picture',
    );
    expect(commits()).toBe(2);
    expect(server.repository.git('log', '-1', '--format=%an <%ae>%n%B', 'main').trim()).toBe(
      'Anna Lind <anna@paper.example>\nSave “Harbour”\n\nWith a picture',
    );
    expect(stored(harbour)).toBe('Ž\n');
    expect(stored(gone)).toBeUndefined();
    expect(Object.fromEntries(versions)).toEqual({
      [harbour]: await versionOf(forge, harbour),
      [picture]: await versionOf(forge, picture),
    });
    // What was just saved can be saved again.
    await forge.save([{ path: harbour, content: 'again\n', was: versions.get(harbour) }], 'Again');
    expect(stored(harbour)).toBe('again\n');
  });

  it('makes no commit for a save without a change', async () => {
    const { forge, commits } = await newsroom(which);
    const was = await versionOf(forge, harbour);
    await forge.save([{ path: harbour, content: paper[harbour], was }], 'Nothing');
    expect(commits()).toBe(1);
  });

  it('saves while somebody else saves another file', async () => {
    const { forge, server, stored } = await newsroom(which);
    const was = await versionOf(forge, harbour);
    server.trouble.meanwhile = { path: market, content: 'theirs\n' };
    await forge.save([{ path: harbour, content: 'mine\n', was }], 'Mine');
    expect([stored(harbour), stored(market)]).toEqual(['mine\n', 'theirs\n']);
  });

  it.each([
    ['changed before the save', false],
    ['changed while it is saved', true],
  ])(
    'refuses a save over a file that somebody else %s, and leaves all as it is',
    async (_, late) => {
      const { forge, server, stored } = await newsroom(which);
      const changes: Change[] = [
        { path: harbour, content: 'mine\n', was: await versionOf(forge, harbour) },
        { path: market, content: 'mine too\n', was: await versionOf(forge, market) },
      ];
      if (late) server.trouble.meanwhile = { path: harbour, content: 'theirs\n' };
      else {
        const was = await versionOf(forge, harbour);
        await forge.save([{ path: harbour, content: 'theirs\n', was }], 'Theirs');
      }
      expect(await faultOf(forge.save(changes, 'Mine'))).toEqual({
        kind: 'conflict',
        paths: [harbour],
      });
      expect([stored(harbour), stored(market)]).toEqual(['theirs\n', paper[market]]);
    },
  );

  it('refuses a new story where one is already, and a change of one that is gone', async () => {
    const { forge } = await newsroom(which);
    const conflict = { kind: 'conflict', paths: [harbour] };
    expect(await faultOf(forge.save([{ path: harbour, content: 'new\n' }], 'New'))).toEqual(
      conflict,
    );
    const was = await versionOf(forge, harbour);
    await forge.save([{ path: harbour, was, gone: true }], 'Delete');
    expect(await faultOf(forge.save([{ path: harbour, content: 'x\n', was }], 'Late'))).toEqual(
      conflict,
    );
  });

  it('does not save twice when the answer to the first save was lost', async () => {
    const { forge, server, commits } = await newsroom(which);
    const change = { path: harbour, content: 'mine\n', was: await versionOf(forge, harbour) };
    server.trouble.losesAnswer = true;
    const { versions } = await forge.save([change], 'Mine');
    expect(versions.get(harbour)).toBe(await versionOf(forge, harbour));
    // An editor who lost the network altogether presses Save again.
    await forge.save([change], 'Mine');
    expect(commits()).toBe(2);
  });

  it('says what is wrong in a way that the desk can act on', async () => {
    const { forge, as, server, commits } = await newsroom(which);
    const { trouble } = server;
    const was = await versionOf(forge, harbour);
    const saveAs = (one: Forge) => faultOf(one.save([{ path: harbour, content: 'x\n', was }], 'X'));

    expect(await faultOf(as('never-issued').me())).toEqual({ kind: 'signed-out' });
    trouble.expired = true;
    expect(await saveAs(forge)).toEqual({ kind: 'signed-out' });
    trouble.expired = false;

    for (const status of [403, 429] as const) {
      trouble.limited = { status, seconds: 90 };
      const fault = await saveAs(forge);
      expect(fault.kind).toBe('limited');
      const until = fault.kind === 'limited' ? Number(fault.until) : NaN;
      expect(Math.abs(until - Date.now() - 90_000)).toBeLessThan(10_000);
    }
    delete trouble.limited;

    trouble.protects = 'main';
    expect(await saveAs(forge)).toMatchObject({ kind: 'forbidden', why: 'protected' });
    delete trouble.protects;
    expect(await saveAs(as('token-of-reader'))).toMatchObject({ kind: 'forbidden' });

    trouble.refuses = { status: 500, body: { message: 'The disk is full' } };
    expect(await saveAs(forge)).toEqual({ kind: 'other', message: 'The disk is full' });
    expect(commits()).toBe(1);

    await server.close();
    expect(await saveAs(forge)).toEqual({ kind: 'offline' });
    servers.length = 0;
  });

  it('asks for a review, adds later saves of the story to it, and shows them to whoever opens it', async () => {
    const { forge, as, server, stored, commits } = await newsroom(which, { review: true });
    server.trouble.protects = 'main';
    const was = await versionOf(forge, harbour);
    const first = await forge.save([{ path: harbour, content: 'one\n', was }], 'Change “Harbour”');
    expect(first.review).toMatchObject({ branch: 'desk/harbour', title: 'Change “Harbour”' });
    expect(first.review?.url).toContain('/1');
    expect([stored(harbour), stored(harbour, 'desk/harbour')]).toEqual([paper[harbour], 'one\n']);

    const colleague = as('token-of-anna');
    const listed = (await colleague.list('content/')).filter(({ path }) => path === harbour);
    expect(listed[0]?.version).toBe(first.versions.get(harbour));
    expect((await colleague.readTexts(listed)).get(harbour)).toBe('one\n');
    const second = await colleague.save(
      [
        { path: harbour, content: 'two\n', was: first.versions.get(harbour) },
        { path: photo, was: await versionOf(colleague, photo), gone: true },
      ],
      'Again',
    );
    expect(second.review?.url).toBe(first.review?.url);
    expect(commits('desk/harbour')).toBe(3);
    expect(await colleague.reviews()).toEqual([
      expect.objectContaining({ branch: 'desk/harbour', paths: [harbour, photo] }),
    ]);
    expect((await colleague.list('content/')).some(({ path }) => path === photo)).toBe(false);

    expect(await faultOf(forge.save([{ path: harbour, content: 'late\n', was }], 'Late'))).toEqual({
      kind: 'conflict',
      paths: [harbour],
    });
    // Another story has a review of its own.
    const other = await forge.save(
      [{ path: market, content: 'm\n', was: await versionOf(forge, market) }],
      'Market',
    );
    expect(other.review?.branch).toBe('desk/market-day');
    expect(commits()).toBe(1);
  });

  it('goes on with a review whose opening was interrupted', async () => {
    const { forge, server, commits } = await newsroom(which, { review: true });
    const change = { path: harbour, content: 'one\n', was: await versionOf(forge, harbour) };
    // A closed review of the same name stays as it is.
    server.repository.commit({
      branch: 'desk/harbour',
      parent: server.repository.head('main') ?? '',
      files: new Map([[harbour, 'rejected\n']]),
      message: 'Rejected',
      author: anna,
    });
    expect((await forge.save([change], 'One')).review?.branch).toBe('desk/harbour-2');
    // The branch was made, and the request was not.
    server.requests.length = 0;
    expect((await forge.save([change], 'One')).review?.branch).toBe('desk/harbour-2');
    expect(server.requests).toHaveLength(1);
    expect(commits('desk/harbour-2')).toBe(2);
  });

  it('never puts the token in an address', async () => {
    const { forge, server } = await newsroom(which, { review: true });
    const was = await versionOf(forge, harbour);
    await forge.save([{ path: harbour, content: 'one\n', was }], 'One');
    await forge.me();
    expect(server.log.length).toBeGreaterThan(5);
    expect(server.log.join('\n')).not.toContain('token-of-anna');
  });
});

describe('The local server', () => {
  it('refuses a save with mistakes in the words of the check', async () => {
    const { forge, server, commits } = await newsroom('Gitea');
    const mistakes = [
      { file: harbour, field: 'headline', found: 'nothing', expected: 'text', fix: 'Add it.' },
    ];
    server.trouble.refuses = { status: 422, body: { message: 'Mistakes', mistakes } };
    const was = await versionOf(forge, harbour);
    expect(await faultOf(forge.save([{ path: harbour, content: 'x\n', was }], 'X'))).toEqual({
      kind: 'mistakes',
      mistakes,
    });
    expect(commits()).toBe(1);
  });

  it.each([409, 422])('finds the files in conflict behind a bare %i', async (status) => {
    const { forge, server } = await newsroom('Gitea');
    const was = await versionOf(forge, harbour);
    server.trouble.meanwhile = { path: harbour, content: 'theirs\n' };
    const racing = forge.save([{ path: harbour, content: 'x\n', was }], 'X');
    expect(await faultOf(racing)).toMatchObject({ kind: 'conflict' });
    // Refused for no reason that can be seen: asked once more, it goes through.
    server.trouble.refuses = { status, body: { message: 'reference has changed' } };
    const now = await versionOf(forge, harbour);
    await forge.save([{ path: harbour, content: 'y\n', was: now }], 'Y');
  });
});

it('lists a paper on GitHub that is too large for one answer', async () => {
  const { forge } = await newsroom('GitHub', { trouble: { truncates: true } });
  expect((await forge.list('content/')).map(({ path }) => path).toSorted()).toEqual(
    Object.keys(paper)
      .filter((path) => path.startsWith('content/'))
      .toSorted(),
  );
});

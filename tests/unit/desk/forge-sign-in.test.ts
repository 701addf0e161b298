import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSignIn, type SignIn, type SignInBrowser } from '../../../src/desk/forge/sign-in.ts';
import type { DeskBackend } from '../../../src/desk/settings.ts';
import { createBareRepository } from '../../desk/forges/bare-repository.ts';
import type { ContractServer, Member } from '../../desk/forges/contract-server.ts';
import { giteaClientId, startGiteaServer } from '../../desk/forges/gitea-server.ts';
import { gitlabClientId, startGitlabServer } from '../../desk/forges/gitlab-server.ts';
import type { ConsentTrouble } from '../../desk/forges/oauth-pages.ts';

const anna: Member = {
  login: 'anna',
  name: 'Anna Lind',
  email: 'anna@paper.example',
  mayWrite: true,
};

const storage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
    clear: () => {
      kept.clear();
    },
  };
};

/** One browser; each visit is a tab that shows an address. */
const device = storage();
interface Tab extends SignInBrowser {
  /** Everything that this tab keeps, and the device. */
  keeps: () => string;
  address: () => string;
  wentTo: () => string;
}

const visit = (address: string, sessionStorage = storage()): Tab => {
  let url = new URL(address);
  let left = '';
  const unused = (): never => expect.unreachable();
  return {
    sessionStorage,
    localStorage: device,
    navigator,
    open: unused,
    addEventListener: unused,
    removeEventListener: unused,
    location: {
      get origin() {
        return url.origin;
      },
      get pathname() {
        return url.pathname;
      },
      get search() {
        return url.search;
      },
      get hash() {
        return url.hash;
      },
      assign: (to: string | URL) => {
        left = String(to);
      },
    },
    history: {
      replaceState: (_state: unknown, _unused: string, to?: string | URL | null) => {
        url = new URL(String(to), url);
      },
    },
    keeps: () =>
      [sessionStorage, device]
        .flatMap((one) =>
          Array.from({ length: one.length }, (_, index) => one.getItem(one.key(index) ?? '')),
        )
        .join('\n'),
    address: () => url.href,
    wentTo: () => left,
  };
};

const desk = 'https://news.example/desk/';
let server: ContractServer | undefined;
beforeEach(() => {
  device.clear();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const backendOf = (backend: Partial<DeskBackend>): DeskBackend => ({
  name: 'github',
  repo: 'press/paper',
  branch: 'main',
  api: 'https://api.github.com',
  site: 'https://github.com',
  ...backend,
});

const forges = {
  gitea: {
    id: giteaClientId,
    start: (consent: ConsentTrouble) =>
      startGiteaServer(createBareRepository({ 'a.md': 'a' }), { t: anna }, { consent }),
  },
  gitlab: {
    id: gitlabClientId,
    start: (consent: ConsentTrouble) =>
      startGitlabServer(createBareRepository({ 'a.md': 'a' }), { t: anna }, { consent }),
  },
};

describe.each(['gitea', 'gitlab'] as const)('Signing in with %s', (name) => {
  /** Leaves for the forge and comes back, as a browser would. */
  const travel = async (consent: ConsentTrouble = {}, stays = false) => {
    server = await forges[name].start(consent);
    const { origin: site } = server;
    const backend = backendOf({ name, site, api: `${site}/api`, appId: forges[name].id });
    const before = visit(`${desk}#/stories/harbour`);
    await createSignIn(backend, before).byRedirect(stays);
    const answer = await fetch(before.wentTo(), { redirect: 'manual' });
    const tab = visit(answer.headers.get('location') ?? '', before.sessionStorage);
    return { backend, before, tab, signIn: createSignIn(backend, tab) };
  };
  const works = async (signIn: SignIn): Promise<boolean> =>
    server?.members.has(await signIn.token()) ?? false;

  it('comes back signed in, to the story that was open', async () => {
    const { before, tab, signIn, backend } = await travel();
    expect(new URL(before.wentTo()).searchParams.get('redirect_uri')).toBe(desk);
    expect(signIn.isSignedIn()).toBe(false);
    await signIn.begin();
    expect(await works(signIn)).toBe(true);
    expect(tab.address()).toBe(`${desk}#/stories/harbour`);
    // Nothing stays behind of the way there, and nothing on the device.
    expect(tab.sessionStorage.length).toBe(1);
    expect(device.length).toBe(0);
    expect(server?.log.join('\n')).not.toContain(await signIn.token());
    // The same address opened again, as from the history, does not sign anybody in or out.
    await createSignIn(backend, visit(tab.address(), tab.sessionStorage)).begin();
  });

  it('stays signed in on this device only if the editor asked for that', async () => {
    const { signIn, backend } = await travel({}, true);
    await signIn.begin();
    expect(signIn.stays()).toBe(true);
    const tomorrow = createSignIn(backend, visit(desk));
    expect(await works(tomorrow)).toBe(true);
    await tomorrow.signOut();
    expect(device.length).toBe(0);
    await expect(signIn.token()).rejects.toMatchObject({ fault: { kind: 'signed-out' } });
  });

  it('signs nobody in with another state, a refused consent or a code of somebody else’s', async () => {
    for (const [consent, fault] of [
      [{ mixesUpStates: true }, 'stale'],
      [{ denies: true }, 'refused'],
    ] as const) {
      const { signIn, tab } = await travel(consent);
      await expect(signIn.begin()).rejects.toMatchObject({ fault });
      expect(signIn.isSignedIn()).toBe(false);
      expect(tab.address()).not.toContain('state');
      expect(tab.keeps()).toBe('');
      await server?.close();
    }
    // A link that somebody else sent, with a code of theirs: this browser never asked for one.
    const { tab, backend } = await travel();
    const stranger = createSignIn(backend, visit(tab.address()));
    await expect(stranger.begin()).rejects.toMatchObject({ fault: 'stale' });
    expect(stranger.isSignedIn()).toBe(false);
  });

  it('renews a token before it ends, once for all that ask', async () => {
    const { signIn } = await travel({ lifetime: 60 });
    await signIn.begin();
    const before = server?.log.length ?? 0;
    const [one, two] = await Promise.all([signIn.token(), signIn.token()]);
    expect(one).toBe(two);
    expect(server?.log.slice(before)).toHaveLength(1);
    expect(server?.members.has(one)).toBe(true);
  });

  it('says that the editor is signed out when a token cannot be renewed, and offline when nobody answers', async () => {
    const { signIn, tab } = await travel({ lifetime: 60 });
    await signIn.begin();
    const key = tab.sessionStorage.key(0) ?? '';
    const kept = tab.sessionStorage.getItem(key) ?? '';
    tab.sessionStorage.setItem(key, kept.replace(/"refresh-/, '"stolen-'));
    await expect(signIn.token()).rejects.toMatchObject({ fault: { kind: 'signed-out' } });
    expect(signIn.isSignedIn()).toBe(false);
    tab.sessionStorage.setItem(key, kept);
    await server?.close();
    server = undefined;
    await expect(signIn.token()).rejects.toMatchObject({ fault: { kind: 'offline' } });
    expect(signIn.isSignedIn()).toBe(true);
  });
});

describe('Signing in with a token', () => {
  it('takes the local server’s out of the address at once', async () => {
    const tab = visit('http://127.0.0.1:4400/?a=1#token=of-this-start');
    const signIn = createSignIn(backendOf({ name: 'local' }), tab);
    await signIn.begin();
    expect(tab.address()).toBe('http://127.0.0.1:4400/?a=1');
    expect(await signIn.token()).toBe('of-this-start');
    expect(device.length).toBe(0);
    expect(signIn.ways).toEqual([]);
  });

  it('takes none from the address of a hosted desk, which anybody may send', async () => {
    const signIn = createSignIn(backendOf({}), visit(`${desk}#token=of-somebody-else`));
    await signIn.begin();
    expect(signIn.isSignedIn()).toBe(false);
  });

  it('keeps a typed token for the tab or the device, and for that repository alone', async () => {
    const tab = visit(desk);
    const signIn = createSignIn(backendOf({}), tab);
    signIn.withToken(' github_pat_1 \n', false);
    expect(await signIn.token()).toBe('github_pat_1');
    expect(device.length).toBe(0);
    signIn.withToken('github_pat_2', true);
    expect(tab.sessionStorage.length).toBe(0);
    expect(createSignIn(backendOf({ repo: 'press/other' }), tab).isSignedIn()).toBe(false);
    await signIn.signOut();
    expect(tab.keeps()).toBe('');
  });

  it('works in a browser that refuses to store anything', async () => {
    const refusing = {
      ...visit(desk),
      get sessionStorage(): Storage {
        throw new DOMException('No', 'SecurityError');
      },
      get localStorage(): Storage {
        throw new DOMException('No', 'SecurityError');
      },
    };
    const signIn = createSignIn(backendOf({}), refusing);
    signIn.withToken('github_pat_1', true);
    expect(await signIn.token()).toBe('github_pat_1');
  });

  it('opens GitHub’s page of tokens with the rights that a desk needs', () => {
    const { tokenPage = '' } = createSignIn(backendOf({}), visit(desk));
    const { pathname, searchParams } = new URL(tokenPage);
    expect(pathname).toBe('/settings/personal-access-tokens/new');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      target_name: 'press',
      contents: 'write',
      pull_requests: 'write',
    });
  });
});

describe('Signing in through an OAuth proxy', () => {
  const proxy = 'https://sign-in.example';
  const backend = backendOf({ proxy });

  /** A tab whose window says these things. */
  const signInWith = (
    messages: readonly { data: unknown; origin?: string; fromElsewhere?: boolean }[],
    closes = false,
  ) => {
    const heard: ((event: MessageEvent) => void)[] = [];
    const said: unknown[] = [];
    const opened: string[] = [];
    const popup = {
      closed: closes,
      close: () => undefined,
      postMessage: (...args: unknown[]) => said.push(args),
    };
    const tab: SignInBrowser = {
      ...visit(desk),
      open: (address) => {
        opened.push(address);
        queueMicrotask(() => {
          for (const { data, origin = proxy, fromElsewhere } of messages) {
            const source = fromElsewhere === true ? {} : popup;
            for (const hear of heard) hear({ data, origin, source } as unknown as MessageEvent);
          }
        });
        return popup;
      },
      addEventListener: (_, hear) => heard.push(hear),
      removeEventListener: () => undefined,
    };
    return { signIn: createSignIn(backend, tab), said, opened };
  };
  const success = 'authorization:github:success:{"token":"gho_1","provider":"github"}';

  it('greets the proxy’s window and takes the token that it says', async () => {
    const { signIn, said, opened } = signInWith([
      { data: 'authorizing:github' },
      { data: success },
    ]);
    await signIn.byPopup(false);
    expect(await signIn.token()).toBe('gho_1');
    expect(said).toEqual([['authorizing:github', { targetOrigin: proxy }]]);
    expect(opened).toEqual([`${proxy}/auth?provider=github&site_id=github.com&scope=repo`]);
  });

  it('hears nobody else', async () => {
    const evil = success.replace('gho_1', 'evil');
    const { signIn, said } = signInWith([
      { data: 'authorizing:github', origin: 'https://evil.example' },
      { data: evil, origin: 'https://evil.example' },
      { data: evil, fromElsewhere: true },
      { data: success },
    ]);
    await signIn.byPopup(false);
    expect(await signIn.token()).toBe('gho_1');
    expect(said).toEqual([]);
  });

  it('says when it was refused, blocked or closed', async () => {
    const refusal = 'authorization:github:error:{"message":"access_denied"}';
    await expect(signInWith([{ data: refusal }]).signIn.byPopup(false)).rejects.toMatchObject({
      fault: 'refused',
    });
    await expect(signInWith([], true).signIn.byPopup(false)).rejects.toMatchObject({
      fault: 'closed',
    });
    const blocked = createSignIn(backend, { ...visit(desk), open: () => null });
    await expect(blocked.byPopup(false)).rejects.toMatchObject({ fault: 'blocked' });
  });
});

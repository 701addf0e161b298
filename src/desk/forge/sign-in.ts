import type { DeskBackend } from '../settings.ts';
import { ForgeError } from './forge.ts';
import { keyOf } from './key-of.ts';
import { keptTexts } from './kept-texts.ts';
import { SignInError } from './sign-in-error.ts';
import { type PopupBrowser, signInByPopup } from './sign-in-popup.ts';
import { type RedirectBrowser, redirectSignIn } from './sign-in-redirect.ts';
import { tokenPageOf } from './token-page.ts';
import { type KeptToken, tokenStore } from './token-store.ts';

/** How somebody can sign in: at the forge itself, in a window of an OAuth proxy, or with a token that they type in. */
export type SignInWay = 'redirect' | 'popup' | 'token';

export type SignInBrowser = RedirectBrowser &
  PopupBrowser & {
    readonly localStorage: Storage;
    readonly navigator: { readonly locks?: Pick<LockManager, 'request'> };
  };

/** Signs one editor in and out. `stays`: “Stay signed in on this device”. */
export interface SignIn {
  /** The best first. Empty on this machine, where the address brings the token. */
  ways: readonly SignInWay[];
  /** Where the forge makes tokens. */
  tokenPage?: string;
  /**
   * Takes what this visit's address brings (the forge's answer, or the local server's token) out of it. Call it first.
   * @throws {SignInError}
   */
  begin: () => Promise<void>;
  /** Takes the local server's token out of this page's address, if it has one. */
  takeFromAddress: () => boolean;
  isSignedIn: () => boolean;
  /** Leaves the page for the forge, which sends the editor back to it. */
  byRedirect: (stays: boolean) => Promise<void>;
  /** @throws {SignInError} Call it at once in a click, or the browser blocks the window. */
  byPopup: (stays: boolean) => Promise<void>;
  withToken: (token: string, stays: boolean) => void;
  /**
   * A token that is still good for a while; renewed first if it is not.
   * @throws {ForgeError} `signed-out` or `offline`
   */
  token: () => Promise<string>;
  /** Whether the editor is to stay signed in on this device. */
  stays: () => boolean;
  /** Forgets the token, and all texts that were kept on this device. */
  signOut: () => Promise<void>;
}

/** A token that ends sooner than this is renewed: a save with pictures may take as long. */
const margin = 120_000;

const signedOut = (): ForgeError => new ForgeError({ kind: 'signed-out' });

const isForRedirect = (
  backend: DeskBackend,
): backend is DeskBackend & { name: 'gitlab' | 'gitea'; appId: string } =>
  (backend.name === 'gitlab' || backend.name === 'gitea') && backend.appId !== undefined;

/** The desk of this machine is opened with its server's token in the fragment, which is sent nowhere. */
const tokenInFragment = ({ location, history }: SignInBrowser): string | undefined => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token === null) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
};

const waysOf = (backend: DeskBackend): SignInWay[] => {
  if (backend.name === 'local') return [];
  if (isForRedirect(backend)) return ['redirect', 'token'];
  return backend.name === 'github' && backend.proxy !== undefined ? ['popup', 'token'] : ['token'];
};

/** Signing in to the forge of these settings. Tokens are never in an address that is sent, and never logged. */
export const createSignIn = (backend: DeskBackend, browser: SignInBrowser = window): SignIn => {
  const key = `bevolve-desk-token ${keyOf(backend)}`;
  const store = tokenStore(key, browser);
  const redirect = isForRedirect(backend) ? redirectSignIn(backend, key, browser) : undefined;
  const tokenPage = tokenPageOf(backend);
  const isEnding = ({ ends = Infinity }: KeptToken): boolean => ends - margin < Date.now();

  const renewed = async (): Promise<KeptToken> => {
    // Another tab may have renewed it while this one waited: a refresh token is good for one use.
    const kept = store.read();
    if (!kept) throw signedOut();
    if (!isEnding(kept)) return kept;
    if (!redirect || kept.refresh === undefined) {
      if ((kept.ends ?? Infinity) > Date.now()) return kept;
      store.forget();
      throw signedOut();
    }
    try {
      const next = await redirect.renew(kept.refresh);
      store.write(next);
      return next;
    } catch (error) {
      if (error instanceof SignInError && error.fault === 'offline') {
        throw new ForgeError({ kind: 'offline' }, { cause: error });
      }
      store.forget();
      throw signedOut();
    }
  };

  /** One renewal at a time, of all requests and all tabs. */
  let renewing: Promise<KeptToken> | undefined;
  const renewOnce = (): Promise<KeptToken> => {
    const { locks } = browser.navigator;
    renewing ??= (locks ? locks.request<Promise<KeptToken>>(key, renewed) : renewed()).finally(
      () => {
        renewing = undefined;
      },
    );
    return renewing;
  };

  /** Elsewhere, a link could sign an editor in as somebody else. */
  const takeFromAddress = (): boolean => {
    const given = backend.name === 'local' ? tokenInFragment(browser) : undefined;
    if (given !== undefined) store.write({ token: given }, false);
    return given !== undefined;
  };

  return {
    ways: waysOf(backend),
    ...(tokenPage !== undefined && { tokenPage }),

    begin: async () => {
      takeFromAddress();
      const back = await redirect?.comeBack();
      if (back) store.write(back.kept, back.stays);
    },

    takeFromAddress,

    isSignedIn: () => store.read() !== undefined,

    byRedirect: async (stays) => {
      await redirect?.leave(stays);
    },

    byPopup: async (stays) => {
      const token = await signInByPopup(backend.proxy ?? '', backend.site, browser);
      store.write({ token }, stays);
    },

    withToken: (token, stays) => {
      store.write({ token: token.trim() }, stays);
    },

    token: async () => {
      const kept = store.read();
      if (!kept) throw signedOut();
      return (isEnding(kept) ? await renewOnce() : kept).token;
    },

    stays: store.stays,

    signOut: async () => {
      store.forget();
      await keptTexts(keyOf(backend)).forget();
    },
  };
};

import * as oauth from 'oauth4webapi';
import type { DeskBackend } from '../settings.ts';
import { SignInError } from './sign-in-error.ts';
import type { KeptToken } from './token-store.ts';

/** A sign-in that left this page for the forge. */
interface Begun {
  state: string;
  verifier: string;
  stays: boolean;
  /** The fragment of the page that was open, to which the editor returns. */
  fragment: string;
}

/** The parts of a window that a sign-in by redirect needs. */
export interface RedirectBrowser {
  readonly sessionStorage: Storage;
  readonly location: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'assign'>;
  readonly history: Pick<History, 'replaceState'>;
}

/** The paths of sign-in, and what a desk must be allowed. */
const endpoints = {
  gitlab: { authorize: '/oauth/authorize', token: '/oauth/token', scope: 'api' },
  gitea: {
    authorize: '/login/oauth/authorize',
    token: '/login/oauth/access_token',
    scope: 'read:user write:repository',
  },
};

const isLoopback = (site: string): boolean =>
  /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|\/|$)/.test(site);

/**
 * Signs in at GitLab or Gitea with PKCE (RFC 7636), as a public client: the browser itself changes the code for a token.
 * It leaves the page and comes back, because strict policies and blockers of windows let that through.
 */
export const redirectSignIn = (
  { name, site, appId }: DeskBackend & { name: 'gitlab' | 'gitea'; appId: string },
  key: string,
  browser: RedirectBrowser,
): {
  leave: (stays: boolean) => Promise<void>;
  /** Whoever came back; undefined for any other visit. */
  comeBack: () => Promise<{ kept: KeptToken; stays: boolean } | undefined>;
  renew: (refresh: string) => Promise<KeptToken>;
} => {
  const { authorize, token, scope } = endpoints[name];
  const server: oauth.AuthorizationServer = {
    issuer: site,
    authorization_endpoint: site + authorize,
    token_endpoint: site + token,
  };
  const client: oauth.Client = { client_id: appId };
  // Settings name other addresses without TLS nowhere: the schema refuses them.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const options = { [oauth.allowInsecureRequests]: isLoopback(site) };
  const begunKey = `${key} sign-in`;
  const { location } = browser;
  const here = location.origin + location.pathname;

  const keptOf = (answer: oauth.TokenEndpointResponse, before?: string): KeptToken => {
    const refresh = answer.refresh_token ?? before;
    return {
      token: answer.access_token,
      ...(refresh !== undefined && { refresh }),
      ...(answer.expires_in !== undefined && { ends: Date.now() + answer.expires_in * 1000 }),
    };
  };

  return {
    leave: async (stays) => {
      const begun: Begun = {
        state: oauth.generateRandomState(),
        verifier: oauth.generateRandomCodeVerifier(),
        stays,
        fragment: location.hash,
      };
      try {
        browser.sessionStorage.setItem(begunKey, JSON.stringify(begun));
      } catch (error) {
        // Without it, nobody could tell this sign-in from one that somebody else began.
        throw new SignInError('failed', { cause: error });
      }
      const query = new URLSearchParams({
        client_id: appId,
        response_type: 'code',
        redirect_uri: here,
        scope,
        state: begun.state,
        code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      });
      location.assign(`${site}${authorize}?${query.toString()}`);
    },

    comeBack: async () => {
      const answer = new URLSearchParams(location.search);
      if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return undefined;
      const text = browser.sessionStorage.getItem(begunKey);
      browser.sessionStorage.removeItem(begunKey);
      const begun = text === null ? undefined : (JSON.parse(text) as Begun);
      // The code is good for one use, but nobody should see or share it.
      browser.history.replaceState(null, '', here + (begun?.fragment ?? ''));
      if (!begun || begun.state !== answer.get('state')) throw new SignInError('stale');
      try {
        const parameters = oauth.validateAuthResponse(server, client, answer, begun.state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          parameters,
          here,
          begun.verifier,
          options,
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
        return { kept: keptOf(tokens), stays: begun.stays };
      } catch (error) {
        throw new SignInError(faultOfOauth(error), { cause: error });
      }
    },

    renew: async (refresh) => {
      try {
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          oauth.None(),
          refresh,
          options,
        );
        const tokens = await oauth.processRefreshTokenResponse(server, client, response);
        return keptOf(tokens, refresh);
      } catch (error) {
        throw new SignInError(faultOfOauth(error), { cause: error });
      }
    },
  };
};

const faultOfOauth = (error: unknown): 'refused' | 'offline' | 'failed' => {
  if (error instanceof oauth.AuthorizationResponseError) return 'refused';
  if (error instanceof oauth.ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'refused' : 'failed';
  }
  // What fetch throws when nobody answers.
  return error instanceof TypeError && !('code' in error) ? 'offline' : 'failed';
};

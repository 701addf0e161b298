import { createHash, randomUUID } from 'node:crypto';
import type { Call, ContractServer, Reply } from './contract-server.ts';

/** What the pages of sign-in are to act out. */
export interface ConsentTrouble {
  /** The editor says no. */
  denies?: boolean;
  /** The forge comes back with another state. */
  mixesUpStates?: boolean;
  /** Seconds that tokens are good for. */
  lifetime?: number;
}

/**
 * Sign-in with PKCE (RFC 6749, RFC 7636) as GitLab's and Gitea's documentation have it, without its page of consent: who
 * comes is sent back at once. A contract, not the live service.
 */
export const oauthPages = (
  server: ContractServer,
  paths: { authorize: string; token: string },
  clientId: string,
  trouble: ConsentTrouble,
): ((call: Omit<Call, 'member'>) => Reply | undefined) => {
  const challenges = new Map<string, { challenge: string; redirect: string }>();
  const refreshes = new Set<string>();

  const hand = (): Reply => {
    const [token, refresh] = [`token-${randomUUID()}`, `refresh-${randomUUID()}`];
    const [member] = server.members.values();
    if (member) server.members.set(token, member);
    refreshes.add(refresh);
    const body = {
      access_token: token,
      token_type: 'bearer',
      expires_in: trouble.lifetime ?? 7200,
      refresh_token: refresh,
    };
    return { body, headers: { 'cache-control': 'no-store' } };
  };
  const refused = (error: string): Reply => ({ status: 400, body: { error } });

  const authorize = (query: URLSearchParams): Reply => {
    const redirect = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== clientId || query.get('code_challenge_method') !== 'S256') {
      return refused('invalid_request');
    }
    const back = new URL(redirect);
    const state = query.get('state') ?? '';
    back.searchParams.set('state', trouble.mixesUpStates === true ? `${state}x` : state);
    if (trouble.denies === true) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      challenges.set(code, { challenge: query.get('code_challenge') ?? '', redirect });
      back.searchParams.set('code', code);
    }
    return { status: 302, headers: { location: back.href }, body: null };
  };

  const exchange = (form: URLSearchParams): Reply => {
    if (form.get('grant_type') === 'refresh_token') {
      return refreshes.delete(form.get('refresh_token') ?? '') ? hand() : refused('invalid_grant');
    }
    const code = form.get('code') ?? '';
    const asked = challenges.get(code);
    challenges.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isRight = asked?.challenge === challenge && asked.redirect === form.get('redirect_uri');
    return isRight ? hand() : refused('invalid_grant');
  };

  return ({ method, path, query, body }) => {
    if (method === 'GET' && path === paths.authorize) return authorize(query);
    if (method !== 'POST' || path !== paths.token) return undefined;
    return exchange(new URLSearchParams(body.toString()));
  };
};

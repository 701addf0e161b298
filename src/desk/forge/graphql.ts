import type { Ask } from './ask.ts';
import { forbiddenBy, limitedBy } from './faults.ts';
import { ForgeError, type ForgeFault } from './forge.ts';

interface GraphqlError {
  type?: string;
  message: string;
}

interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: readonly GraphqlError[];
}

/** Thrown when GitHub's branch is not where the commit expected it. */
export class StaleHeadError extends Error {}

const faultIn = ({ type, message }: GraphqlError, headers: Headers): ForgeFault => {
  if (type === 'RATE_LIMITED') return limitedBy(headers);
  const forbidden = forbiddenBy(message);
  const isForbidden =
    type === 'FORBIDDEN' ||
    type === 'INSUFFICIENT_SCOPES' ||
    (forbidden.kind === 'forbidden' && forbidden.why === 'protected');
  return isForbidden ? forbidden : { kind: 'other', message };
};

/**
 * Asks in GraphQL, which answers a refusal with 200 and `errors`.
 * @throws {ForgeError}, or {@link StaleHeadError}
 */
export const askGraphql = async <Data>(
  ask: Ask,
  address: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> => {
  const { headers, body } = await ask.answer(address, {
    method: 'POST',
    body: { query, variables },
  });
  const { data, errors } = (body ?? {}) as GraphqlAnswer<Data>;
  const [error] = errors ?? [];
  if (error?.type === 'STALE_DATA') throw new StaleHeadError(error.message);
  if (error) throw new ForgeError(faultIn(error, headers));
  // A network that asks for a sign-in of its own answers everything with a page.
  if (!data) throw new ForgeError({ kind: 'offline' });
  return data;
};

import type { ForgeFault } from './forge.ts';

/** When a forge takes requests again, from its headers (RFC 9110 `Retry-After`; GitHub's and GitLab's own). */
const untilOf = (headers: Headers): Date | undefined => {
  const after = headers.get('retry-after');
  if (after !== null) {
    const seconds = Number(after);
    const moment = Number.isNaN(seconds) ? new Date(after) : new Date(Date.now() + seconds * 1000);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset'));
  return reset > 0 ? new Date(reset * 1000) : undefined;
};

export const limitedBy = (headers: Headers): ForgeFault => {
  const until = untilOf(headers);
  return { kind: 'limited', ...(until && { until }) };
};

const isLimit = (headers: Headers, message: string): boolean =>
  headers.get('x-ratelimit-remaining') === '0' ||
  headers.get('ratelimit-remaining') === '0' ||
  headers.has('retry-after') ||
  /rate limit|abuse detection/i.test(message);

/** In what words forges say that a branch is closed to direct saves. */
const protects =
  /protected|not allowed to push|push into this branch|through a pull request|approving review|required status|repository rule|hook declined/i;

/** In what words they say that somebody, or their token, may only read. */
const readsOnly =
  /not accessible by|permission to write|write permission|must have (?:push|write)|insufficient_scope|required scope/i;

/** A refusal, told apart as far as the forge's words do. */
export const forbiddenBy = (message: string): ForgeFault => {
  const why = protects.test(message)
    ? 'protected'
    : readsOnly.test(message)
      ? 'read-only'
      : undefined;
  return { kind: 'forbidden', message, ...(why && { why }) };
};

/** What a forge says in an answer that refuses: GitHub and Gitea `message`, GitLab also `error` and lists. */
export const saidIn = (body: unknown): string => {
  if (typeof body !== 'object' || body === null) return '';
  const { message, error_description, error } = body as Record<string, unknown>;
  const said = message ?? error_description ?? error ?? '';
  return typeof said === 'string' ? said : JSON.stringify(said);
};

/**
 * Why an answer is a refusal.
 * @param message what its body says
 */
export const faultOf = (response: Response, message: string): ForgeFault => {
  const { status, headers } = response;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429) return limitedBy(headers);
  if (status === 403) return isLimit(headers, message) ? limitedBy(headers) : forbiddenBy(message);
  return { kind: 'other', message: message || `${String(status)} ${response.statusText}`.trim() };
};

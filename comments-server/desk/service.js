/**
 * @typedef {object} Comment
 * @property {number} objectId
 * @property {string} nick
 * @property {string} orig what was typed
 * @property {number} time
 * @property {string} status
 * @property {string} url
 * @property {string} [type]
 * @property {string} [mail]
 * @property {string} [link]
 * @property {string} [ip]
 *
 * @typedef {object} List
 * @property {Comment[]} data
 * @property {number} totalPages
 * @property {number} waitingCount
 * @property {number} spamCount
 */

const key = 'editor';

/** The session, for as long as the tab is open. */
export const session = {
  get token() {
    return sessionStorage.getItem(key);
  },
  /** @param {string} token */
  begin: (token) => {
    sessionStorage.setItem(key, token);
  },
  end: () => {
    sessionStorage.removeItem(key);
  },
};

/**
 * Asks the server.
 * @param {string} method
 * @param {string} path after `/api/`
 * @param {object} [body]
 * @returns {Promise<any>} the data of its answer
 * @throws {Error} with a message for the editor
 */
const ask = async (method, path, body) => {
  const response = await fetch(new URL(`../api/${path}`, import.meta.url), {
    method,
    headers: {
      ...(session.token && { Authorization: `Bearer ${session.token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The comments server cannot be reached.');
  });
  const { errno, errmsg, data } = await response.json().catch(() => ({ errno: 1 }));
  if (errno || !response.ok) {
    throw new Error(typeof errmsg === 'string' && errmsg ? errmsg : 'The server refused that.');
  }
  return data;
};

/** @param {{ email: string, password: string, code: string }} who */
export const signIn = async (who) => {
  session.end();
  const { token, type } = await ask('POST', 'token', who).catch((error) => {
    const message =
      error.message === 'The server refused that.' ? 'Wrong address or password.' : '';
    throw message ? new Error(message) : error;
  });
  if (type !== 'administrator') throw new Error('Only editors may sign in here.');
  session.begin(token);
};

/**
 * @param {{ status: string, keyword: string, page: number }} wanted
 * @returns {Promise<List>}
 */
export const list = ({ status, keyword, page }) =>
  ask(
    'GET',
    `comment?${new URLSearchParams({ type: 'list', status, keyword, page: String(page) })}`,
  );

/** @param {Comment} comment @param {string} status */
export const judge = ({ objectId }, status) => ask('PUT', `comment/${objectId}`, { status });

/** Deletes a comment and the replies to it. @param {Comment} comment */
export const remove = ({ objectId }) => ask('DELETE', `comment/${objectId}`);

/** @param {Comment} comment @param {string} words */
export const reply = ({ objectId, url }, words) =>
  ask('POST', 'comment', { pid: objectId, url, comment: words });

/** @param {{ display_name: string, password: string }} profile */
export const change = (profile) => ask('PUT', 'user', profile);

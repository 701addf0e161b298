import { loadPublication } from '../config/load-publication.ts';
import { readSwitches } from '../config/switches.ts';
import { type Child, startChild } from './child-process.ts';
import { isFree } from './port.ts';

/** The comments of a paper that is previewed on this machine. */
export interface LocalComments {
  /** The value for COMMENTS_SERVER; undefined if the paper is built without one. */
  address: string | undefined;
  /** The server, if this call started one. */
  server?: Child;
  /** Why there is none, if the user should know. */
  note?: string;
}

/** Whether the paper would use a comments server at this address: not if it names a service of its own. */
const wants = async (address: string, env: NodeJS.ProcessEnv): Promise<boolean> => {
  const switches = readSwitches({ ...env, COMMENTS_SERVER: address });
  // The build will report the mistakes.
  if (switches.mistakes.length > 0) return false;
  const loaded = await loadPublication(switches);
  return (
    !Array.isArray(loaded) && 'server' in loaded.comments && loaded.comments.server === address
  );
};

/** Whether a comments server answers at this address. */
const answers = async (address: string): Promise<boolean> => {
  try {
    const response = await fetch(`${address}/api/comment?path=/&pageSize=1`, {
      signal: AbortSignal.timeout(3000),
    });
    return ((await response.json()) as { errno?: number }).errno === 0;
  } catch {
    return false;
  }
};

/**
 * Starts the comments server of this machine, if the paper would use it.
 * @param port the port that it listens on
 * @param env the environment that the paper is built with
 * @param shown called with what the server prints
 * @throws if another program uses the port
 */
export const startLocalComments = async (
  port: number,
  env: NodeJS.ProcessEnv,
  shown: (text: string) => void,
): Promise<LocalComments> => {
  const host = '127.0.0.1';
  const address = `http://${host}:${String(port)}`;
  if (!(await wants(address, env))) return { address: undefined };
  if (!(await isFree(port))) {
    if (await answers(address)) return { address };
    throw new Error(
      `Port ${String(port)} is in use, so the comments server cannot start. Stop the program that uses it, choose another port with \`npm start -- --comments-port ${String(port + 1)}\`, or leave comments out with \`npm start -- --no-comments\`.`,
    );
  }
  const server = startChild(
    [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=DEP0176',
      'comments-server/start.ts',
    ],
    { ...env, HOST: host, PORT: String(port) },
    /Comments server: (\S+)/,
    shown,
  );
  if ((await server.ready) !== undefined) return { address, server };
  return {
    address: undefined,
    note: `${server.lastError()} The paper is served without comments; \`npm run comments\` shows why.`,
  };
};

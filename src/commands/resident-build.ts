import { type ChildProcess, spawn } from 'node:child_process';
import { fromTheBeginning, stayFlag } from '../astro/command.ts';
import { engineFolder } from '../engine-folder.ts';
import { astroScript, editionScript } from './edition-process.ts';

/** A build that stays, so that another edition need not begin with nothing in memory. */
export interface ResidentBuild {
  /**
   * Makes an edition, in a process that is there or in a new one. Never fails: what is wrong is printed by the process.
   * @param isOnlyCopy whether nothing but copy has changed since the last
   */
  make: (isOnlyCopy: boolean) => Promise<void>;
}

/** What the process says of an edition: see `Outcome` of the press. */
const outcomes = ['made', 'mistakes', 'whole'] as const;
type Outcome = (typeof outcomes)[number];

const outcomeIn = (message: unknown): Outcome | undefined =>
  outcomes.find((outcome) => outcome === message);

/** Ends a process, and waits until it has ended: a build must not find its lock. */
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await closed;
};

/**
 * Makes editions in a process that stays.
 * @param args the arguments of a build
 * @param signal ends it
 * @param killed called with the signal that has ended a process, if one has
 */
export const residentBuild = (
  args: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  killed: (signal: NodeJS.Signals) => void,
): ResidentBuild => {
  let child: ChildProcess | undefined;

  /** Waits until the process has said what became of an edition; a process that ends says nothing more. */
  const outcomeOf = (one: ChildProcess): Promise<Outcome | undefined> =>
    new Promise((resolve) => {
      const hear = (message: unknown): void => {
        resolve(outcomeIn(message));
        one.off('close', ended);
      };
      const ended = (_code: number | null, ending: NodeJS.Signals | null): void => {
        one.off('message', hear);
        if (ending) killed(ending);
        resolve(undefined);
      };
      one.once('message', hear);
      one.once('close', ended);
    });

  const start = async (script = editionScript): Promise<void> => {
    const one = spawn(process.execPath, [script, ...args, stayFlag], {
      cwd: engineFolder,
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      signal,
    });
    // An abort is reported as an error too; `close` follows.
    one.on('error', () => undefined);
    child = (await outcomeOf(one)) === undefined ? undefined : one;
    if (one.exitCode === fromTheBeginning) await start(astroScript);
  };

  return {
    make: async (isOnlyCopy) => {
      const known = child;
      child = undefined;
      if (known?.connected && isOnlyCopy) {
        known.send('again');
        const outcome = await outcomeOf(known);
        if (outcome === 'made' || outcome === 'mistakes') {
          child = known;
          return;
        }
      }
      if (known) await end(known);
      if (!signal.aborted) await start();
    },
  };
};

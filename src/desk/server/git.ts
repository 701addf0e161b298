import { execFile } from 'node:child_process';

/** What a git command printed. */
export interface GitResult {
  ok: boolean;
  out: string;
  /** Both of its outputs, for whoever must be told why it failed. */
  said: string;
}

/** Runs git in one folder. It never asks for anything: nobody would see the question. */
export type Git = (args: readonly string[], more?: GitOptions) => Promise<GitResult>;

export interface GitOptions {
  /** What it reads. */
  input?: string;
  env?: Readonly<Record<string, string>>;
  /** How long it may take, in milliseconds. */
  patience?: number;
}

const quiet = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_EDITOR: 'true',
  GIT_OPTIONAL_LOCKS: '0',
  // Its words are told apart.
  LC_ALL: 'C',
};

/**
 * Git in a folder. A result that is not `ok` also stands for git that is not installed.
 * @param folder absolute path
 */
export const gitIn =
  (folder: string): Git =>
  (args, { input = '', env = {}, patience = 30_000 } = {}) =>
    new Promise((resolve) => {
      const ssh = process.env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes';
      const child = execFile(
        'git',
        // Names of files are never patterns.
        ['--literal-pathspecs', ...args],
        {
          cwd: folder,
          env: { ...process.env, ...quiet, GIT_SSH_COMMAND: ssh, ...env },
          timeout: patience,
          maxBuffer: 64_000_000,
        },
        (error, out, errors) => {
          const why = error && errors === '' && out === '' ? error.message : '';
          resolve({ ok: !error, out, said: `${out}\n${errors}\n${why}`.trim() });
        },
      );
      // It may end before it has read everything.
      child.stdin?.on('error', () => undefined).end(input);
    });

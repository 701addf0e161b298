import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A version of the engine, as a workflow names it to fetch it. */
export interface EngineVersion {
  /** A tag, or the full hash of a commit. */
  ref: string;
  /** Whether the engine's repository has it. Otherwise it is only the tag that this version should have. */
  isThere: boolean;
}

const git = (engine: string, ...args: string[]): string | undefined => {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as ('ignore' | 'pipe')[];
    return execFileSync('git', args, { cwd: engine, encoding: 'utf8', stdio }).trim() || undefined;
  } catch {
    return undefined;
  }
};

/**
 * The version of the engine in a folder: the tag of its commit; without one, the commit's full hash; outside a Git
 * repository, the tag that belongs to the version in `package.json`.
 */
export const engineVersion = (engine: string): EngineVersion => {
  // An engine without a repository of its own may lie in somebody else's.
  const isRepository = existsSync(join(engine, '.git'));
  const ref = isRepository
    ? (git(engine, 'describe', '--exact-match', '--tags') ?? git(engine, 'rev-parse', 'HEAD'))
    : undefined;
  if (ref !== undefined) return { ref, isThere: true };
  const text = readFileSync(join(engine, 'package.json'), 'utf8');
  return { ref: `v${(JSON.parse(text) as { version: string }).version}`, isThere: false };
};

/** The engine's repository on GitHub, `owner/name`, where this copy comes from one. */
export const engineRepository = (engine: string): string | undefined =>
  /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(
    git(engine, 'remote', 'get-url', 'origin') ?? '',
  )?.[1];

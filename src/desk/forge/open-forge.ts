import type { DeskSettings } from '../settings.ts';
import type { Forge } from './forge.ts';
import { giteaForge } from './gitea.ts';

/**
 * The place where a paper's files are, for whoever has this token.
 * @param token the token, or what gives one that is still valid
 */
export const openForge = (
  settings: DeskSettings,
  token: string | (() => Promise<string>),
): Forge => {
  const current = typeof token === 'string' ? () => Promise.resolve(token) : token;
  return giteaForge(settings, current);
};

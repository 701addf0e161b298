import type { DeskSettings } from '../settings.ts';
import type { Forge } from './forge.ts';
import { giteaForge } from './gitea.ts';
import { githubForge } from './github.ts';
import { gitlabForge } from './gitlab.ts';
import { keyOf } from './key-of.ts';
import { keptTexts, withKeptTexts } from './kept-texts.ts';

const clients = {
  local: giteaForge,
  gitea: giteaForge,
  github: githubForge,
  gitlab: gitlabForge,
};

/**
 * The place where a paper's files are, for whoever has this token.
 * @param token the token, or what gives one that is still good: `SignIn.token`
 * @param keepsTexts whether texts may be kept on this device: `SignIn.stays()`. On a borrowed one, nothing should be left
 */
export const openForge = (
  settings: DeskSettings,
  token: string | (() => Promise<string>),
  keepsTexts = false,
): Forge => {
  const current = typeof token === 'string' ? () => Promise.resolve(token) : token;
  const forge = clients[settings.backend.name](settings, current);
  return keepsTexts ? withKeptTexts(forge, keptTexts(keyOf(settings.backend))) : forge;
};

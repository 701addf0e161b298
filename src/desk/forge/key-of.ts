import type { DeskBackend } from '../settings.ts';

/** What tells one repository from another, for whatever is kept on this device. */
export const keyOf = ({ name, api, repo }: DeskBackend): string => `${name} ${api} ${repo}`;

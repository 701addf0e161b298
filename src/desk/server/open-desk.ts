import type { Switches } from '../../config/switches.ts';
import type { Publication } from '../../schemas/publication.ts';
import { bundleDesk } from '../bundle.ts';
import { pageHtml } from '../page-html.ts';
import { RefusedError } from './answer.ts';
import type { DeskFolder } from './desk-folder.ts';
import { localRepo, localSettings } from './desk-settings.ts';
import { createGiteaApi } from './gitea-api.ts';
import { type RunningDesk, startDeskServer } from './start-server.ts';

/** What a desk needs to open. */
export interface DeskPaper {
  switches: Switches;
  publication: Publication;
  folder: DeskFolder;
}

/**
 * Opens the desk of a paper on this machine.
 * @param port 0 takes any that is free
 * @throws `EADDRINUSE`, if something listens on the port
 */
export const openDesk = async (
  { switches, publication, folder }: DeskPaper,
  port: number,
): Promise<RunningDesk> => {
  const files = await bundleDesk();
  const branch = 'main';
  const person = { login: 'editor', name: 'Editor', email: '' };
  const gitea = createGiteaApi({
    folder,
    repo: localRepo,
    branch,
    person,
    check: async () => Promise.resolve([]),
  });
  return startDeskServer(
    {
      html: pageHtml(files, publication),
      files,
      settings: (origin) => localSettings(publication, switches, folder, branch, origin),
      gitea,
      desk: async () => Promise.reject(new RefusedError(404, 'The desk has no such call.')),
    },
    port,
  );
};

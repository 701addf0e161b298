import { publicFiles } from '../../check/public-files.ts';
import type { Switches } from '../../config/switches.ts';
import { storyFilesDir, storyFilesName } from '../../copy/story-files.ts';
import { mayBeTaken } from '../../copy/take-along.ts';
import { walk } from '../../copy/walk.ts';
import type { Publication } from '../../schemas/publication.ts';
import type { DeskFile } from '../bundle.ts';
import { pageHtml } from '../page-html.ts';
import { createCheck } from './check-changes.ts';
import { createDeskApi } from './desk-api.ts';
import type { DeskFolder } from './desk-folder.ts';
import { localRepo, localSettings } from './desk-settings.ts';
import { createGiteaApi } from './gitea-api.ts';
import { createTurns } from './in-turn.ts';
import { knownToGit } from './known-to-git.ts';
import { openShelf } from './paper-shelf.ts';
import type { RealPages } from './real-page.ts';
import { type RunningDesk, startDeskServer } from './start-server.ts';

/** What a desk needs to open. */
export interface DeskPaper {
  /** The files of its page. */
  files: readonly DeskFile[];
  switches: Switches;
  publication: Publication;
  folder: DeskFolder;
  pages: RealPages;
}

/** How long after the start the first check is prepared, in milliseconds: the page that opens goes first. */
const untilPrepared = 5000;

/** The same after a save: perhaps another follows. */
const pause = 1000;

/**
 * Opens the desk of a paper on this machine.
 * @param port 0 takes any that is free
 * @throws `EADDRINUSE`, if something listens on the port
 */
export const openDesk = async (
  { files, switches, publication, folder, pages }: DeskPaper,
  port: number,
): Promise<RunningDesk> => {
  const [shelf, inTurn] = [openShelf(folder), createTurns()];
  const { branch, person } = await knownToGit(folder);
  const check = createCheck(folder, switches);
  let timer: NodeJS.Timeout | undefined;
  const prepareIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Whatever is wrong is told at the next save.
      void inTurn(check.prepare).catch(() => undefined);
    }, milliseconds);
  };
  const gitea = createGiteaApi({
    ...{ folder, shelf, inTurn, repo: localRepo, branch, person },
    check,
    saved: (paths) => {
      prepareIn(pause);
      return pages.saved(paths);
    },
  });
  const served = (): string[] => [
    ...publicFiles(switches.publicDir).map((name) => `public/${name}`),
    ...publicFiles(storyFilesDir(folder.contentDir)).map(
      (name) => `${folder.content}${storyFilesName}/${name}`,
    ),
    ...walk(folder.contentDir, { within: [folder.paperDir] })
      .files.filter(
        ({ path, fault }) =>
          fault === undefined && mayBeTaken(path) && !path.startsWith(`${storyFilesName}/`),
      )
      .map(({ path }) => folder.content + path),
  ];
  const desk = createDeskApi({ folder, list: shelf.list, served, inTurn, pages });
  const running = await startDeskServer(
    {
      html: pageHtml(files, publication),
      files,
      settings: (origin) => localSettings(publication, switches, folder, branch, origin),
      gitea,
      desk,
    },
    port,
  );
  prepareIn(untilPrepared);
  return {
    ...running,
    stop: async () => {
      clearTimeout(timer);
      await running.stop();
    },
  };
};

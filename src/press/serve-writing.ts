import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Switches } from '../config/switches.ts';
import { linksMayLeadTo } from '../copy/copy-files.ts';
import { mistakesAsText } from '../copy/mistakes.ts';
import { checkMeanwhile } from './check-meanwhile.ts';
import type { CheckNews } from './check-worker.ts';
import { type Lasting, putCopyAtHand } from './at-hand.ts';
import { followCopy } from './follow-copy.ts';
import { readRelated } from './kept-related.ts';
import type { SavedCopy } from './saved-copy.ts';
import { serveUnsaved } from './serve-unsaved.ts';
import type { UnsavedCopy } from './unsaved-copy.ts';

/** How long after a save the thread that checks is told of it, in milliseconds. */
const patience = 500;

/** What a development server shows, and where. */
export interface Writing {
  server: ViteDevServer;
  switches: Switches;
  saved: SavedCopy;
  lasting: Lasting;
  /** The texts that the desk lays over it, and the token that it sends with them. */
  desk: { unsaved: UnsavedCopy; token: string } | undefined;
  /** Where the lists of related stories are kept from one start to the next. */
  relatedFile: string;
  logger: Pick<AstroIntegrationLogger, 'info' | 'warn' | 'error'>;
}

/**
 * Shows what is written: each save is read by itself, and pages are made again from what is at hand. The whole paper is
 * checked beside that.
 * @returns a function that starts the check, which returns one that ends it
 */
export const serveWriting = ({
  server,
  switches,
  saved,
  lasting,
  desk,
  relatedFile,
  logger,
}: Writing): (() => () => void) => {
  const failed = (error: unknown): void => {
    logger.error(String(error));
  };
  const atHand = putCopyAtHand(
    server,
    lasting,
    () => desk?.unsaved.over(saved.all()) ?? saved.all(),
  );
  let related = readRelated(relatedFile);
  atHand.learn({ related });
  let tell: (() => void) | undefined;
  let telling: NodeJS.Timeout | undefined;

  const { contentDir, paperDir } = switches;
  const unfollow = followCopy(contentDir, linksMayLeadTo(contentDir, paperDir), {
    follow: async (files) => {
      const mistakes = await saved.follow(files);
      if (mistakes.length > 0) logger.warn(`\n${mistakesAsText(mistakes)}\n`);
      atHand.show();
      // Once the page is there that somebody waits for.
      clearTimeout(telling);
      telling = setTimeout(() => tell?.(), patience).unref();
    },
    changed: saved.changed,
    failed,
  });
  if (desk) serveUnsaved(server, desk.unsaved, desk.token, atHand.show);

  const hear = (news: CheckNews): void => {
    if ('says' in news) logger[news.says](news.text);
    else atHand.learn(news);
    // What a page lacked is shown; what is a little older waits for the next page.
    const isMissing = 'related' in news && related === undefined;
    if ('related' in news) ({ related } = news);
    if (isMissing || ('record' in news && Object.keys(news.record).length > 0)) atHand.show();
    else if ('related' in news) void atHand.renew();
  };
  return () => {
    const check = checkMeanwhile({ switches, relatedFile }, saved.all(), hear, failed);
    tell = () => {
      check.tell(saved.all());
    };
    return () => {
      clearTimeout(telling);
      unfollow();
      check.stop();
    };
  };
};

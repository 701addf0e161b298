import { existsSync, lstatSync } from 'node:fs';
import { createAddresses } from '../../addresses.ts';
import { type CheckedPaper, openCheckedPaper } from '../../check/check-text.ts';
import { outside } from '../../check/outside.ts';
import { knownIds } from '../../check/known-names.ts';
import { servedFiles } from '../../check/public-files.ts';
import { loadPublication } from '../../config/load-publication.ts';
import type { Switches } from '../../config/switches.ts';
import { type Collection, collections } from '../../copy/collections.ts';
import { linksMayLeadTo, listCopy } from '../../copy/copy-files.ts';
import { realPath } from '../../copy/inside.ts';
import { type Copy, readEntry } from '../../copy/read.ts';
import type { Entry, Reading } from '../../copy/read-entry.ts';
import { readRedirects, readSeries, readTopics } from '../../copy/read-single-files.ts';
import { redirectsFile } from '../../copy/redirects-file.ts';
import { shownPath } from '../../copy/shown-path.ts';
import { seriesFile } from '../../copy/series-file.ts';
import { topicsFile } from '../../copy/topics-file.ts';
import type { DeskFolder } from './desk-folder.ts';

/** A file as it was read. */
interface Read {
  /** Changes when it is written again. */
  stamp: string;
  reading: Reading<object>;
}

const stampOf = (file: string): string => {
  const { ino, mtimeMs, ctimeMs, size } = lstatSync(file);
  return [ino, mtimeMs, ctimeMs, size].join(' ');
};

/** Whether nothing that other files depend on has changed. */
const isAlikeOutside = (before: Reading<object>, now: Reading<object>): boolean =>
  before.entry !== undefined &&
  now.entry !== undefined &&
  before.mistakes.length + now.mistakes.length === 0 &&
  outside(before.entry, false) === outside(now.entry, false);

/**
 * Keeps a paper read and prepared for the check of single texts, in step with its folder. Only files that have changed
 * are read again. What was prepared stays as long as no name, no address and nothing else has changed on which other
 * files depend.
 * @returns the paper as it is on the disk now; undefined if its publication file has mistakes
 */
export const followPaper = (
  { paperDir, contentDir }: DeskFolder,
  switches: Switches,
): (() => Promise<CheckedPaper | undefined>) => {
  let files = new Map<string, Read>();
  let last: { key: string; paper: CheckedPaper } | undefined;

  /** Reads what has changed; says whether the paper must be prepared again. */
  const read = (listed: ReturnType<typeof listCopy>): boolean => {
    const now = new Map<string, Read>();
    let isNew = false;
    for (const name of Object.keys(collections) as Collection[]) {
      for (const { file, fault } of listed.files[name]) {
        if (fault) continue;
        const stamp = stampOf(file);
        const before = files.get(file);
        if (before?.stamp === stamp) {
          now.set(file, before);
          continue;
        }
        const reading: Reading<object> = readEntry(name, file, paperDir);
        if (before?.reading.entry && reading.entry && isAlikeOutside(before.reading, reading)) {
          // What was prepared holds this very entry.
          Object.assign(before.reading.entry, reading.entry);
          now.set(file, { stamp, reading: before.reading });
        } else {
          isNew = true;
          now.set(file, { stamp, reading });
        }
      }
    }
    isNew ||= now.size !== files.size;
    files = now;
    return isNew;
  };

  return async () => {
    const publication = await loadPublication(switches);
    if (Array.isArray(publication)) return undefined;
    const listed = listCopy(contentDir, paperDir);
    const isNew = read(listed);
    const [described, moved] = [topicsFile(contentDir), redirectsFile(contentDir)];
    const within = linksMayLeadTo(contentDir, paperDir);
    const { topics } = readTopics(described, shownPath(described, paperDir), within);
    const named = seriesFile(contentDir);
    const { series } = readSeries(named, shownPath(named, paperDir), within);
    const { redirects } = readRedirects(moved, shownPath(moved, paperDir), within);
    const served = servedFiles(switches.publicDir, contentDir, paperDir);
    const key = JSON.stringify([publication, topics, series, redirects, served]);
    const moment = process.env['SOURCE_DATE_EPOCH'] ? switches.moment : new Date();
    if (!isNew && last?.key === key) {
      return { ...last.paper, paper: { ...last.paper.paper, moment } };
    }
    const entries = Object.fromEntries(
      (Object.keys(collections) as Collection[]).map((name) => [
        name,
        listed.files[name].flatMap(({ file }) => files.get(file)?.reading.entry ?? []),
      ]),
    ) as unknown as Record<Collection, Entry<never>[]>;
    const copy: Copy = {
      ...entries,
      ...{ topics, series, redirects },
      mistakes: [...files.values()].flatMap(({ reading }) => reading.mistakes),
    };
    const { siteUrl, basePath } = switches;
    const paper = openCheckedPaper(
      {
        ...{ copy, known: knownIds(listed), publication, files: served, moment },
        publicationFile: shownPath(switches.publicationFile, paperDir),
        addresses: createAddresses(
          siteUrl ?? publication.url,
          basePath,
          publication.permalink,
          publication,
        ),
        ...{ exists: existsSync, realPath },
      },
      { paperDir, contentDir },
    );
    last = { key, paper };
    return paper;
  };
};

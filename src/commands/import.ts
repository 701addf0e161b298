import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { loadPublication } from '../config/load-publication.ts';
import { readSwitches, type Switches } from '../config/switches.ts';
import { type Fate, MappingError, readMapping } from '../import/decisions/mapping.ts';
import { openSource, UnusableSourceError } from '../import/readers/open-source.ts';
import { downloadsInto } from '../import/writer/download.ts';
import { type FindUpload, openUploads } from '../import/writer/find-upload.ts';
import { importFiles, importPaper, type ImportOptions } from '../import/writer/import-paper.ts';
import { hasLosses, reportAsMarkdown } from '../import/writer/report.ts';
import type { Publication } from '../schemas/publication.ts';
import { checkAfterImport } from './check-after-import.ts';

// npm run import -- export.xml --uploads uploads/

// By default, V8 lets the heap grow to three times what is in use; a stream of entries is mostly garbage. The size of the
// young generation can only be set where the process starts: in package.json.
setFlagsFromString('--heap-growing-percent=80');

/** The command cannot run as it was given. The message says what to write instead. */
class UsageError extends Error {}

const usage = [
  'npm run import -- export.xml [more files, or a folder of Markdown] --uploads uploads/',
  '',
  '  --uploads FOLDER     the old site’s wp-content/uploads',
  '  --into FOLDER        the content folder (default: the paper’s own)',
  '  --dry-run            write nothing, print the report',
  '  --drafts             bring drafts and pending entries too, as drafts',
  '  --download           fetch pictures that are not among the uploads',
  '  --since DATE         only entries published or changed on or after this day',
  '  --only ID            only this entry; may be given several times',
  '  --type event=article what becomes of a type of entries: article, page or skip',
  '  --time-zone ZONE     the old site’s time zone, if it cannot be worked out',
  '  --site ADDRESS       the old site’s address, if the source does not say it',
  '  --mapping FILE       another mapping file than import.yaml in the content folder',
].join('\n');

const readFlags = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        uploads: { type: 'string' },
        into: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        drafts: { type: 'boolean', default: false },
        download: { type: 'boolean', default: false },
        since: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        type: { type: 'string', multiple: true, default: [] },
        'time-zone': { type: 'string' },
        mapping: { type: 'string' },
        site: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const typesFrom = (flags: readonly string[]): Record<string, Fate> =>
  Object.fromEntries(
    flags.map((flag) => {
      const [, type = '', fate = ''] = /^(.+)=(article|page|skip)$/.exec(flag) ?? [];
      if (type === '') {
        throw new UsageError(`--type ${flag}: write NAME=article, NAME=page or NAME=skip.`);
      }
      return [type, fate as Fate];
    }),
  );

const dateFrom = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new UsageError(`--since ${text}: write a day, such as 2024-01-31.`);
  }
  return date;
};

const zoneFrom = (zone: string | undefined): string | undefined => {
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(`--time-zone ${zone}: write a name from the IANA list: Europe/Kyiv.`);
  }
};

const uploadsFrom = (folder: string | undefined): FindUpload => {
  if (folder === undefined) return () => undefined;
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new UsageError(`--uploads ${folder}: there is no such folder.`);
  }
  return openUploads(resolve(folder));
};

/** The publication, if its file is valid: its permalink, zone and language decide addresses, moments and words. */
const publicationOf = async (switches: Switches): Promise<Publication | undefined> => {
  if (!existsSync(switches.publicationFile)) return undefined;
  const loaded = await loadPublication(switches);
  return Array.isArray(loaded) ? undefined : loaded;
};

/** @returns the exit code: 0 all well, 1 nothing usable, 2 imported with losses */
const main = async (): Promise<number> => {
  const { values, positionals } = readFlags();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Which export?\n\n${usage}`);
  const switches = readSwitches(process.env);
  const into = values.into === undefined ? switches.contentDir : resolve(values.into);
  const mappingFile =
    values.mapping === undefined ? join(into, importFiles.mapping) : resolve(values.mapping);
  const mapping =
    values.mapping === undefined && !existsSync(mappingFile)
      ? undefined
      : readMapping(mappingFile, values.mapping ?? importFiles.mapping);
  const source = await openSource(
    positionals.map((file) => resolve(file)),
    { fields: mapping?.fields ?? {}, site: values.site },
  );
  if (!values['dry-run']) mkdirSync(into, { recursive: true });
  const isTerminal = process.stderr.isTTY;
  const options: ImportOptions = {
    source,
    into,
    find: uploadsFrom(values.uploads ?? source.uploads),
    fetch: values.download
      ? downloadsInto(join(switches.cacheDir, 'downloads'))
      : () => Promise.resolve(undefined),
    publication: await publicationOf(switches),
    mapping,
    timeZone: zoneFrom(values['time-zone']),
    types: typesFrom(values.type),
    drafts: values.drafts,
    since: dateFrom(values.since),
    only: values.only,
    dryRun: values['dry-run'],
    progress: (done, all) => {
      if (isTerminal) process.stderr.write(`\r${String(done)} of ${String(all)} entries`);
      else if (done % 1000 === 0) console.error(`${String(done)} of ${String(all)} entries`);
    },
  };
  const report = await importPaper(options);
  if (isTerminal) process.stderr.write('\n');
  if (report.dryRun) console.log(reportAsMarkdown(report));
  else {
    for (const [name, count] of Object.entries(report.counts))
      console.log(`${name}: ${String(count)}`);
    console.log(`\nThe report: ${relative('.', join(into, importFiles.markdown))}`);
  }
  const { stories = 0, pages = 0, drafts = 0 } = report.counts;
  if (stories + pages + drafts === 0) {
    console.error('Nothing in the source could be imported.');
    return 1;
  }
  if (!report.dryRun) console.log(`\n${await checkAfterImport(switches, into)}`);
  return hasLosses(report) ? 2 : 0;
};

process.exitCode = await main().catch((error: unknown) => {
  const isExpected =
    error instanceof UsageError ||
    error instanceof MappingError ||
    error instanceof UnusableSourceError;
  console.error(isExpected ? error.message : error);
  return 1;
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAddresses } from '../../addresses.ts';
import { emptyCopy } from '../../copy/empty-copy.ts';
import { filesOf, idOf } from '../../copy/read.ts';
import { ownPlaces } from '../../lists/own-addresses.ts';
import type { Publication } from '../../schemas/publication.ts';
import { readThreads, type Thread, threadOf, threadsAsText } from '../comments/threads.ts';
import { formerAddresses } from '../decisions/former.ts';
import { type Mapping, mappingAsText, noMapping, readMapping } from '../decisions/mapping.ts';
import type { Fate } from '../decisions/mapping.ts';
import { type Plan, planImport, type PlannedEntry } from '../decisions/plan.ts';
import { surveyOf } from '../decisions/survey.ts';
import type { Source, SourceFile } from '../model.ts';
import { filesByAddress } from './files-by-address.ts';
import type { FindUpload } from './find-upload.ts';
import { makeReport } from './make-report.ts';
import { openWriter, type Writer } from './memory.ts';
import type { Fetch } from './place-files.ts';
import { type EntryLine, type Note, type Report, reportAsMarkdown } from './report.ts';
import { asYaml } from './story.ts';
import { fileOf, type Writing, writeEntry } from './write-entry.ts';

/** What the command asks for. */
export interface ImportOptions {
  source: Source;
  /** Absolute path of the content folder. */
  into: string;
  find: FindUpload;
  fetch: Fetch;
  publication: Publication | undefined;
  mapping?: Mapping | undefined;
  timeZone?: string | undefined;
  types: Readonly<Record<string, Fate>>;
  drafts: boolean;
  /** Only entries published or changed at or after this moment. */
  since?: Date | undefined;
  /** Only entries with these ids. */
  only: readonly string[];
  dryRun: boolean;
  /** Called after each entry. */
  progress?: (done: number, all: number) => void;
}

/** The files that the import itself keeps in the content folder, beside the copy. */
export const importFiles = {
  mapping: 'import.yaml',
  memory: 'import/written.jsonl',
  markdown: 'import/report.md',
  json: 'import/report.json',
  comments: 'import/comments.json',
} as const;

/** Stands in for the paper's origin: paths do not depend on it. */
const noSite = 'https://paper.invalid';

/** Addresses that the paper uses for itself, whatever is in it. */
const paperAddresses = (publication: Publication | undefined): string[] => {
  const addresses = createAddresses(noSite, '/', '/{yyyy}/{mm}/{slug}/');
  return ownPlaces({ copy: emptyCopy(), addresses, publication, moment: new Date(0) }).owned.map(
    ([address]) => address,
  );
};

/** Names that no section and no page may have, because these addresses are in use. */
const reservedNames = (taken: readonly string[]): string[] => {
  const first = taken.flatMap((address) => address.split('/').filter(Boolean).slice(0, 1));
  return [...new Set([...first, 'author', 'topic', 'files'])];
};

/** Ids of stories or pages that no import wrote. */
const foreignIds = (
  into: string,
  collection: 'articles' | 'pages',
  { remembered }: Writer,
): string[] => {
  if (!existsSync(join(into, collection))) return [];
  const own = new Set(remembered.values());
  return filesOf(into, collection, into)
    .map(idOf)
    .filter((id) => !own.has(id));
};

const writeNames = (plan: Plan, writer: Writer): void => {
  for (const { id, title, description, order, parent } of plan.sections.sections) {
    writer.write(`sections/${id}.yaml`, asYaml({ title, description, order, parent }));
  }
  for (const { id, name, type, bio, links } of plan.authors.authors) {
    const shown = links.map((url) => ({ label: new URL(url).hostname, url }));
    writer.write(`authors/${id}.yaml`, asYaml({ name, type, bio, links: shown }));
  }
};

/** Comments that an earlier run brought, under stories that this one is not asked for. */
const earlierThreads = (file: string, notAsked: readonly string[]): Thread[] => {
  const paths = new Set(notAsked);
  return paths.size === 0 ? [] : readThreads(file).filter(({ path }) => paths.has(path));
};

const attachedFiles = (files: Iterable<SourceFile>): Map<string, SourceFile[]> => {
  const attached = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file.entry === undefined) continue;
    const known = attached.get(file.entry);
    if (known) known.push(file);
    else attached.set(file.entry, [file]);
  }
  return attached;
};

/**
 * Brings an older paper into a content folder: a survey of the source, a plan, then every entry, one at a time.
 * @returns the report, which is also written, unless this is a dry run
 * @throws MappingError if the mapping file is not valid
 */
export const importPaper = async (options: ImportOptions): Promise<Report> => {
  const { source, into, publication, dryRun, only, since } = options;
  const survey = await surveyOf(source);
  const writer = openWriter(into, importFiles.memory, dryRun);
  const mappingFile = join(into, importFiles.mapping);
  const mapping =
    options.mapping ??
    (existsSync(mappingFile) ? readMapping(mappingFile, importFiles.mapping) : noMapping);
  const addresses = createAddresses(
    publication?.url ?? noSite,
    '/',
    publication?.permalink ?? '/{yyyy}/{mm}/{slug}/',
    publication,
  );
  const foreignPages = foreignIds(into, 'pages', writer);
  const taken = [...paperAddresses(publication), ...foreignPages.map(addresses.page)];
  const plan = planImport(survey, {
    mapping,
    addresses,
    timeZone: publication?.timeZone,
    chosenZone: options.timeZone,
    types: options.types,
    drafts: options.drafts,
    reserved: [...reservedNames(taken), ...foreignPages],
    foreign: foreignIds(into, 'articles', writer),
    remembered: writer.remembered,
  });
  const former = formerAddresses(survey, plan, addresses, publication, taken);
  for (const { summary, id } of plan.entries.values()) writer.remember(summary.id, id);

  const isAsked = (id: string): boolean => {
    const planned = plan.entries.get(id);
    if (!planned || (only.length > 0 && !only.includes(id))) return false;
    if (!since) return true;
    return Date.parse(planned.updated ?? planned.published) >= since.getTime();
  };
  const threadPath = (planned: PlannedEntry): string => addresses.thread(planned) ?? planned.path;
  const asked = [...plan.entries.keys()].filter(isAsked);
  /** Entries without a page: those that turn out to be empty, and those that no run has brought yet. */
  const empty = new Set<string>();
  const emptyPaths = new Set<string>();
  const noteEmpty = ({ summary, path }: PlannedEntry): void => {
    empty.add(summary.id);
    emptyPaths.add(path);
  };
  for (const [id, planned] of plan.entries) {
    if (!isAsked(id) && !existsSync(join(into, fileOf(planned)))) noteEmpty(planned);
  }
  const linked: Writing['linked'] = new Map();
  const shortcodes = new Set<string>();
  const lines = new Map<string, EntryLine>();
  const threads = new Map<string, Thread | undefined>();
  const libraryOf = filesByAddress(survey.files.values());
  const attached = attachedFiles(survey.files.values());
  const pass = async (wanted: ReadonlySet<string>): Promise<void> => {
    const writing: Writing = {
      survey,
      plan,
      former,
      fileOf: libraryOf,
      attached,
      find: options.find,
      fetch: options.fetch,
      writer,
      language: publication?.language ?? survey.language ?? 'en',
      emptyPaths,
      guids: new Set(),
      linked,
      shortcodes,
    };
    const seen = new Set<string>();
    for await (const item of source.items()) {
      if (item.type !== 'entry' || !wanted.has(item.id) || seen.has(item.id)) continue;
      seen.add(item.id);
      const planned = plan.entries.get(item.id);
      if (!planned) continue;
      const { line, isEmpty } = await writeEntry(item, planned, writing);
      lines.set(item.id, line);
      if (isEmpty) noteEmpty(planned);
      else if (!planned.draft && planned.fate === 'article')
        threads.set(item.id, threadOf(item, threadPath(planned)));
      options.progress?.(lines.size, asked.length);
    }
  };
  await pass(new Set(asked));
  // Whatever links to an entry without a page is written again, without the links.
  const again = new Set([...emptyPaths].flatMap((path) => [...(linked.get(path) ?? [])]));
  if (again.size > 0) await pass(again);

  for (const id of empty) former.withdraw(id);
  const shown = [...plan.entries].filter(([id, { draft }]) => !empty.has(id) && !draft);
  former.keepTopics(new Set(shown.flatMap(([, { topics }]) => topics)));
  writeNames(plan, writer);
  if (former.redirects.size > 0) {
    writer.write('redirects.yaml', asYaml(Object.fromEntries(former.redirects)));
  }
  const allThreads = [
    ...[...threads.values()].filter((thread) => thread !== undefined),
    ...earlierThreads(
      join(into, importFiles.comments),
      [...plan.entries.values()].filter(({ summary }) => !isAsked(summary.id)).map(threadPath),
    ),
  ];
  writer.write(importFiles.comments, threadsAsText(allThreads));
  const notes: Note[] = [];
  if (only.length === 0 && !since) {
    const { deleted, edited } = writer.sweep(Object.values(importFiles));
    for (const found of deleted) {
      notes.push({ weight: 'know', what: 'Removed: it is not in the source any more', found });
    }
    for (const found of edited) {
      notes.push({
        weight: 'look',
        what: 'Not in the source any more, but left because somebody has edited it',
        found,
      });
    }
  }
  const report = makeReport({
    survey,
    plan,
    former,
    lines,
    threads: allThreads,
    notes,
    dryRun,
  });
  const found = Object.fromEntries([...shortcodes].sort().map((name) => [name, 'words'] as const));
  const decided = { ...plan.mapping, shortcodes: { ...found, ...plan.mapping.shortcodes } };
  writer.write(importFiles.mapping, mappingAsText(decided));
  writer.write(importFiles.json, `${JSON.stringify(report, null, 2)}\n`);
  writer.write(importFiles.markdown, reportAsMarkdown(report));
  return report;
};

import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Source, SourceFault } from '../model.ts';
import { feedSource } from './feed.ts';
import { diskFile, reasonOf, type SourceStream } from './files.ts';
import { ghostSource } from './ghost/read.ts';
import { markdownSource } from './markdown/read.ts';
import { mostUnpacked, unpack } from './packed.ts';
import { kindOf, type SourceKind } from './sniff.ts';
import { wxrSource } from './wxr/read.ts';

export interface SourceOptions {
  /** For Markdown: fields of the old frontmatter, each with the paper's name for it (`fields` in `import.yaml`). */
  fields?: Readonly<Record<string, string>>;
  /** The old site's address, for sources that do not say it: Ghost's export and Markdown. */
  site?: string;
  /** How many bytes all that is compressed may unpack to. */
  mostUnpacked?: number;
}

/** Nothing can be made of what was given. The message says why, a line for each path. */
export class UnusableSourceError extends Error {
  override name = 'UnusableSourceError';
}

const isMarkdown = (name: string): boolean => /\.(?:md|mdx|markdown)$/i.test(name);

/** Whether there is Markdown in a folder or below it. */
const hasMarkdown = (folder: string): boolean =>
  readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return false;
    if (entry.isDirectory()) return hasMarkdown(path.join(folder, entry.name));
    return entry.isFile() && isMarkdown(entry.name) && !/^readme\./i.test(entry.name);
  });

/** Exports that lie in a folder, such as the parts that a host sends. */
const exportsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:xml|gz|zip|json)$/i.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .sort();

interface Found {
  kind: SourceKind;
  file: SourceStream;
}

interface Findings {
  files: Found[];
  folders: string[];
  /** What could not be used, and why. */
  refused: { name: string; reason: string }[];
}

const look = async (given: string, most: number, findings: Findings): Promise<void> => {
  const refuse = (reason: string, name = path.basename(given)): void => {
    findings.refused.push({ name, reason });
  };
  if (!existsSync(given)) {
    refuse('there is no such file or folder');
    return;
  }
  if (statSync(given).isDirectory()) {
    const exports = exportsIn(given);
    if (hasMarkdown(given)) findings.folders.push(given);
    else if (exports.length === 0) refuse('there is neither Markdown nor an export in this folder');
    else for (const file of exports) await look(file, most, findings);
    return;
  }
  try {
    const files = await unpack(given, diskFile(given, path.basename(given)), most);
    if (files.length === 0) refuse('there is no export in this archive');
    for (const file of files) {
      const kind = await kindOf(file);
      if (kind === undefined) {
        refuse('it is no WordPress export, feed or Ghost export', file.name);
      } else findings.files.push({ kind, file });
    }
  } catch (error) {
    refuse(reasonOf(error));
  }
};

/** Several sources one after the other, after what could not be used. */
const joined = (sources: readonly Source[], faults: readonly SourceFault[]): Source => ({
  name: sources.map(({ name }) => name).join('; '),
  uploads: sources.find(({ uploads }) => uploads !== undefined)?.uploads,
  items: async function* () {
    yield* faults;
    for (const source of sources) yield* source.items();
  },
});

/**
 * Opens whatever an older paper is kept in: WordPress exports (`.xml`, `.xml.gz`, `.zip`; several are parts of one), RSS,
 * Atom, RDF and JSON feeds, a Ghost export, or a folder of Markdown. What it is, is told by its content, not by its name.
 * @throws UnusableSourceError if none of the paths can be used; if some can, the others are faults
 */
export const openSource = async (
  paths: readonly string[],
  options: SourceOptions = {},
): Promise<Source> => {
  const findings: Findings = { files: [], folders: [], refused: [] };
  for (const given of paths) await look(given, options.mostUnpacked ?? mostUnpacked, findings);
  const of = (kind: SourceKind): SourceStream[] =>
    findings.files.filter((found) => found.kind === kind).map(({ file }) => file);
  const sources: Source[] = [];
  const exports = of('wxr');
  if (exports.length > 0) sources.push(await wxrSource(exports));
  sources.push(...of('feed').map(feedSource));
  sources.push(...of('ghost').map((file) => ghostSource(file, options)));
  sources.push(...findings.folders.map((folder) => markdownSource(folder, options)));
  if (sources.length === 0) {
    throw new UnusableSourceError(
      findings.refused.map(({ name, reason }) => `${name}: ${reason}`).join('\n') ||
        'no file or folder was named',
    );
  }
  const faults = findings.refused.map(({ name, reason }): SourceFault => ({
    type: 'fault',
    file: name,
    found: reason,
    repaired: false,
  }));
  return joined(sources, faults);
};

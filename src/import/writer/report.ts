import { adviceFor, type Note, rankOf, type Weight } from './note-words.ts';

export type { Note, Weight };

/** What became of an entry. */
export interface EntryLine {
  /** Its id in the source. */
  id: string;
  /** What the source calls its type. */
  type: string;
  result: 'story' | 'page' | 'draft' | 'held back';
  /** Its headline. Nothing of an entry that is held back is ever repeated. */
  title?: string | undefined;
  /** Why it is held back. */
  why?: string | undefined;
  /** Its file in the content folder. */
  file?: string | undefined;
  address?: string | undefined;
  notes: Note[];
}

/** Everything that an import has to say. */
export interface Report {
  source: string;
  /** True if nothing was written. */
  dryRun: boolean;
  counts: Record<string, number>;
  /** Lines for publication.ts that the old site suggests. */
  publication: Record<string, unknown>;
  entries: EntryLine[];
  /** Notes about the source and the import as a whole. */
  notes: Note[];
}

const weights: readonly Weight[] = ['lost', 'look', 'know'];

const headings: Record<Weight, string> = {
  lost: 'Could not be brought',
  look: 'Needs an editor’s eye',
  know: 'Good to know',
};

interface Group {
  what: string;
  lines: string[];
}

const addTo = (groups: Map<string, string[]>, name: string, line: string): void => {
  const known = groups.get(name);
  if (known) known.push(line);
  else groups.set(name, [line]);
};

const grouped = (report: Report, weight: Weight): Group[] => {
  const groups = new Map<string, string[]>();
  const add = (note: Note, of: string): void => {
    if (note.weight !== weight) return;
    addTo(groups, note.what, [of, note.found].filter(Boolean).join(': '));
  };
  for (const entry of report.entries) {
    for (const note of entry.notes) add(note, entry.file ?? entry.id);
  }
  for (const note of report.notes) add(note, '');
  return [...groups]
    .map(([what, lines]) => ({ what, lines: lines.filter((line) => line !== '') }))
    .sort(
      (a, b) =>
        rankOf(a.what) - rankOf(b.what) ||
        b.lines.length - a.lines.length ||
        a.what.localeCompare(b.what, 'en'),
    );
};

/** How many lines of a kind Markdown shows; the JSON has them all. */
const most: Record<Weight, number> = { lost: 500, look: 200, know: 20 };

/** How many ids of entries that are held back for one reason Markdown shows. */
const mostIds = 200;

/** Why an entry is held back, for readers who do not know the words of its source. */
const reasons: Record<string, string> = {
  private: 'private',
  password: 'protected by a password',
  pending: 'waiting for review (`--drafts` brings it)',
  draft: 'a draft (`--drafts` brings it)',
  'no status': 'without a status',
  future: 'scheduled for later',
  trash: 'in the bin',
  'auto-draft': 'an empty draft that WordPress made by itself',
  revision: 'a copy of an older version',
  'no date': 'without a date',
};

const code = (text: string): string => {
  const fence = '`'.repeat(
    Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  return fence.length === 1 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
};

/** The report as Markdown, sorted by how much it matters. */
export const reportAsMarkdown = (report: Report): string => {
  const lines = [
    `# Import: ${report.source}`,
    '',
    ...(report.dryRun ? ['Nothing was written: this was a dry run.', ''] : []),
    ...Object.entries(report.counts).map(([name, count]) => `- ${name}: ${String(count)}`),
    '',
  ];
  if (Object.keys(report.publication).length > 0) {
    lines.push('## For publication.ts', '', '```ts');
    for (const [name, value] of Object.entries(report.publication)) {
      lines.push(`${name}: ${JSON.stringify(value)},`);
    }
    lines.push('```', '');
  }
  for (const weight of weights) {
    const groups = grouped(report, weight);
    if (groups.length === 0) continue;
    lines.push(`## ${headings[weight]}`, '');
    for (const { what, lines: found } of groups) {
      lines.push(found.length === 0 ? `### ${what}` : `### ${what} (${String(found.length)})`, '');
      const advice = adviceFor(what);
      if (advice !== undefined) lines.push(advice, '');
      for (const line of found.slice(0, most[weight])) lines.push(`- ${code(line)}`);
      if (found.length > most[weight])
        lines.push(`- … and ${String(found.length - most[weight])} more, in report.json`);
      if (found.length > 0) lines.push('');
    }
  }
  const held = report.entries.filter(({ result }) => result === 'held back');
  const idsOf = new Map<string, string[]>();
  for (const { id, why = '' } of held) addTo(idsOf, why, id);
  if (held.length > 0) lines.push(`## Held back (${String(held.length)})`, '');
  for (const [why, ids] of idsOf) {
    const shown = ids.slice(0, mostIds).join(', ');
    lines.push(`- ${reasons[why] ?? why}: ${shown}${ids.length > mostIds ? ', …' : ''}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
};

/** Whether something was lost: then the import ends with another exit code. */
export const hasLosses = ({ entries, notes }: Report): boolean =>
  [...entries.flatMap((entry) => entry.notes), ...notes].some(({ weight }) => weight === 'lost');

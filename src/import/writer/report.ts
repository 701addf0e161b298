/** How much a note matters: something was lost, an editor should look, or it is good to know. */
export type Weight = 'lost' | 'look' | 'know';

/** What is to be said about an entry, or about the whole import. */
export interface Note {
  weight: Weight;
  /** What it is, the same words for every note of its kind: `A picture is missing`. */
  what: string;
  /** The thing itself: an address, a file, a shortcode. */
  found?: string | undefined;
}

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

const grouped = (report: Report, weight: Weight): Group[] => {
  const groups = new Map<string, string[]>();
  const add = (note: Note, of: string): void => {
    if (note.weight !== weight) return;
    const line = [of, note.found].filter(Boolean).join(': ');
    groups.set(note.what, [...(groups.get(note.what) ?? []), line]);
  };
  for (const entry of report.entries) {
    for (const note of entry.notes) add(note, entry.file ?? entry.id);
  }
  for (const note of report.notes) add(note, '');
  return [...groups]
    .map(([what, lines]) => ({ what, lines: lines.filter((line) => line !== '') }))
    .sort((a, b) => b.lines.length - a.lines.length || a.what.localeCompare(b.what, 'en'));
};

/** How many lines of a kind Markdown shows; the JSON has them all. */
const most = 200;

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
      for (const line of found.slice(0, most)) lines.push(`- ${code(line)}`);
      if (found.length > most)
        lines.push(`- … and ${String(found.length - most)} more, in report.json`);
      if (found.length > 0) lines.push('');
    }
  }
  const held = report.entries.filter(({ result }) => result === 'held back');
  const reasons = new Map<string, string[]>();
  for (const { id, why = '' } of held) reasons.set(why, [...(reasons.get(why) ?? []), id]);
  if (held.length > 0) lines.push(`## Held back (${String(held.length)})`, '');
  for (const [why, ids] of reasons) {
    const shown = ids.slice(0, most).join(', ');
    lines.push(`- ${why}: ${shown}${ids.length > most ? ', …' : ''}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
};

/** Whether something was lost: then the import ends with another exit code. */
export const hasLosses = ({ entries, notes }: Report): boolean =>
  [...entries.flatMap((entry) => entry.notes), ...notes].some(({ weight }) => weight === 'lost');

import { load, YAMLException } from 'js-yaml';
import type { Mistake } from './mistakes.ts';

/** A text file of the paper, taken apart. */
export interface Manuscript {
  /** The YAML at its head (all of it, in a `.yaml` file); dates stay text. */
  fields: unknown;
  /** What follows, in Markdown. */
  body: string;
}

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/m;

const fieldsOf = (file: string, yaml: string, firstLine: number): unknown => {
  try {
    // Nothing but comments is no field, not an error of YAML's.
    return yaml.replaceAll(/^\s*#.*$/gm, '').trim() === '' ? {} : load(yaml);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + firstLine;
    const mistake: Mistake = {
      file,
      found: `YAML that cannot be read at line ${String(line)}: ${error.reason}`,
      expected: 'one `field: value` on each line',
      fix: 'Put the value in quotation marks if it has a colon or a quotation mark in it; indent with spaces.',
    };
    throw new UnreadableError(mistake);
  }
};

/** Thrown where a file cannot even be taken apart. */
export class UnreadableError extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(`${mistake.file}: ${mistake.found}`);
    this.mistake = mistake;
  }
}

/**
 * Takes a text file of the paper apart.
 * @param file its path from the project's root; `.yaml` files are YAML throughout (YAML 1.2 core schema)
 * @throws {UnreadableError} when the YAML is broken, or Markdown has no frontmatter
 */
export const readManuscript = (file: string, text: string): Manuscript => {
  if (/\.ya?ml$/.test(file)) return { fields: fieldsOf(file, text, 1), body: '' };
  const match = fence.exec(text);
  if (match?.index !== 0) {
    throw new UnreadableError({
      file,
      found: 'no frontmatter',
      expected: 'fields between two lines of three dashes at the head of the file',
      fix: 'Begin the file with a line ---, then the fields, then another line ---.',
    });
  }
  return { fields: fieldsOf(file, match[1] ?? '', 2), body: text.slice(match[0].length) };
};

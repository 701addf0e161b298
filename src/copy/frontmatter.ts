import { load, YAMLException } from 'js-yaml';
import type { Mistake } from './mistakes.ts';

/** A text file of the paper, split into fields and body. */
export interface Manuscript {
  /** The YAML at its top; in a `.yaml` file, all of it. Dates stay text. */
  fields: unknown;
  /** The Markdown below it. */
  body: string;
}

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/m;

const fieldsOf = (file: string, yaml: string, firstLine: number): unknown => {
  try {
    // YAML with nothing but comments has no fields; the parser would report an error.
    return yaml.replaceAll(/^\s*#.*$/gm, '').trim() === '' ? {} : load(yaml);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + firstLine;
    const mistake: Mistake = {
      file,
      found: `invalid YAML at line ${String(line)}: ${error.reason}`,
      expected: 'one `field: value` on each line',
      fix: 'Put the value in quotation marks if it contains a colon or a quotation mark. Indent with spaces.',
    };
    throw new UnreadableError(mistake);
  }
};

/** Thrown when a file cannot even be split into fields and body. */
export class UnreadableError extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(`${mistake.file}: ${mistake.found}`);
    this.mistake = mistake;
  }
}

/**
 * Splits a text file of the paper into its fields and its body.
 * @param file its path as messages name it; a `.yaml` file is YAML throughout (YAML 1.2 core schema)
 * @throws {UnreadableError} when the YAML is invalid, or a Markdown file has no frontmatter
 */
export const readManuscript = (file: string, text: string): Manuscript => {
  if (/\.ya?ml$/.test(file)) return { fields: fieldsOf(file, text, 1), body: '' };
  const match = fence.exec(text);
  if (match?.index !== 0) {
    throw new UnreadableError({
      file,
      found: 'no frontmatter',
      expected: 'fields between two lines of three dashes at the top of the file',
      fix: 'Start the file with a line of three dashes (---), then the fields, then another such line.',
    });
  }
  return { fields: fieldsOf(file, match[1] ?? '', 2), body: text.slice(match[0].length) };
};

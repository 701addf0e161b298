import { UnreadableError } from './mistakes.ts';
import { readYaml } from './yaml.ts';

/** A text file of the paper, split into fields and body. */
export interface Manuscript {
  /** The YAML at its top; in a `.yaml` file, all of it. Dates stay text. */
  fields: unknown;
  /** The Markdown below it. */
  body: string;
}

const fence = /\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/my;

/** Line ends of old Macs would make one line of the file. */
const withLines = (text: string): string => text.replaceAll(/\r(?!\n)/g, '\n');

/**
 * Splits a text file of the paper into its fields and its body.
 * @param file its path as messages name it; a `.yaml` file is YAML throughout (YAML 1.2 core schema)
 * @throws {UnreadableError} when the YAML is invalid, or a Markdown file has no frontmatter
 */
export const readManuscript = (file: string, written: string): Manuscript => {
  const text = withLines(written);
  if (/\.ya?ml$/i.test(file)) return { fields: readYaml(file, text, 1), body: '' };
  fence.lastIndex = 0;
  const match = fence.exec(text);
  if (!match) {
    throw new UnreadableError({
      file,
      found: 'no frontmatter',
      expected: 'fields between two lines of three dashes at the top of the file',
      fix: 'Start the file with a line of three dashes (---), then the fields, then another such line.',
    });
  }
  return { fields: readYaml(file, match[1] ?? '', 2), body: text.slice(match[0].length) };
};

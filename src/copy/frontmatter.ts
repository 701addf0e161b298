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

/** Where the parts of a text file stand in it, as indexes of its text. */
export interface Parts {
  /** The YAML, without the dashes. */
  yaml: { from: number; to: number };
  /** Where the body begins. */
  body: number;
}

const isYamlFile = (file: string): boolean => /\.ya?ml$/i.test(file);

/**
 * Finds fields and body in a text file of the paper.
 * @param file its path; a `.yaml` file is YAML throughout
 * @param text with line ends of one sign or two, not those of old Macs
 * @returns undefined if a Markdown file has no frontmatter
 */
export const partsOf = (file: string, text: string): Parts | undefined => {
  if (isYamlFile(file)) return { yaml: { from: 0, to: text.length }, body: text.length };
  fence.lastIndex = 0;
  const match = fence.exec(text);
  if (!match) return undefined;
  const from = match[0].indexOf('\n') + 1;
  return { yaml: { from, to: from + (match[1] ?? '').length }, body: match[0].length };
};

/** Line ends of old Macs would make one line of the file. */
export const withLines = (text: string): string => text.replaceAll(/\r(?!\n)/g, '\n');

/** The body of a text file of the paper whose fields are known. */
export const bodyIn = (file: string, written: string): string => {
  const text = withLines(written);
  return text.slice(partsOf(file, text)?.body ?? 0);
};

/**
 * Splits a text file of the paper into its fields and its body.
 * @param file its path as messages name it; a `.yaml` file is YAML throughout (YAML 1.2 core schema)
 * @throws {UnreadableError} when the YAML is invalid, or a Markdown file has no frontmatter
 */
export const readManuscript = (file: string, written: string): Manuscript => {
  const text = withLines(written);
  const parts = partsOf(file, text);
  if (!parts) {
    throw new UnreadableError({
      file,
      found: 'no frontmatter',
      expected: 'fields between two lines of three dashes at the top of the file',
      fix: 'Start the file with a line of three dashes (---), then the fields, then another such line.',
    });
  }
  const { from, to } = parts.yaml;
  const firstLine = isYamlFile(file) ? 1 : 2;
  return { fields: readYaml(file, text.slice(from, to), firstLine), body: text.slice(parts.body) };
};

import { load, YAMLException } from 'js-yaml';
import { parse, TomlError } from 'smol-toml';

/** Fields of a Markdown file and the text below them. */
export interface Document {
  fields: Readonly<Record<string, unknown>>;
  body: string;
}

/** The fields of a file cannot be read. */
export class FrontmatterError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const fences = {
  yaml: /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m,
  toml: /^\+\+\+[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^\+\+\+[ \t]*(?:\r?\n|$)/m,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asFields = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

const fromYaml = (yaml: string): Record<string, unknown> => {
  if (yaml.replaceAll(/^\s*#.*$/gm, '').trim() === '') return {};
  try {
    return asFields(load(yaml));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new FrontmatterError(error.reason, (error.mark?.line ?? 0) + 2);
  }
};

const fromToml = (toml: string): Record<string, unknown> => {
  try {
    return parse(toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new FrontmatterError(error.message.split('\n')[0] ?? '', error.line + 1);
  }
};

/** The end of a JSON object that a text begins with, as Hugo has them. */
const endOfJson = (text: string): number => {
  const end = /^\}[ \t]*$/m.exec(text);
  return end === null ? -1 : end.index + 1;
};

/**
 * Splits a Markdown file into fields and text. Fields are YAML (Hugo, Jekyll, Astro), TOML or JSON (Hugo); a file may have
 * none.
 * @throws FrontmatterError if they are not valid, with the line in the file
 */
export const readDocument = (text: string): Document => {
  const source = text.replace(/^\ufeff/, '');
  const yaml = fences.yaml.exec(source);
  if (yaml?.index === 0) {
    return { fields: fromYaml(yaml[1] ?? ''), body: source.slice(yaml[0].length) };
  }
  const toml = fences.toml.exec(source);
  if (toml?.index === 0) {
    return { fields: fromToml(toml[1] ?? ''), body: source.slice(toml[0].length) };
  }
  const end = source.startsWith('{') ? endOfJson(source) : -1;
  if (end === -1) return { fields: {}, body: source };
  try {
    return { fields: asFields(JSON.parse(source.slice(0, end))), body: source.slice(end) };
  } catch (error) {
    throw new FrontmatterError(error instanceof Error ? error.message : String(error), 1);
  }
};

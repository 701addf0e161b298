import type { z } from 'zod';
import type { Rule } from '../schemas/values.ts';

/** Something in the copy or the configuration that must be fixed before the paper can be built. */
export interface Mistake {
  /** The file, as a path from the paper's folder. */
  file: string;
  /** The field, as a path within the file: `leadImage.alt`, `authors.0`. */
  field?: string;
  /** What is there. */
  found: string;
  /** What should be there. */
  expected: string;
  /** How to fix it. */
  fix: string;
}

/** Thrown when a file cannot even be split into fields and body. */
export class UnreadableError extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(`${mistake.file}: ${mistake.found}`);
    this.mistake = mistake;
  }
}

const nothing = 'nothing';

/** A value as an editor would recognise it, cut to a readable length. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return nothing;
  if (typeof value === 'string' && value.trim() === '') return 'nothing between the quotes';
  // JSON knows no infinity, which YAML does.
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, such as [one, two]',
  object: 'fields and their values',
  record: 'names and their values',
};

/** How to write a type that has signs of its own in YAML. */
const waysToWrite: Record<string, string> = {
  string: 'Put it in quotation marks.',
  array: 'Write it as a list: each entry on a line of its own, after a dash.',
  object:
    'Write its fields, each on a line of its own below it: docs/editors/fields.md lists them.',
};

const entries = (count: number | bigint): string =>
  `${count.toLocaleString('en')} ${Number(count) === 1 ? 'entry' : 'entries'}`;

const ruleOf = (issue: z.core.$ZodIssue, value: unknown): Rule => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeNames[issue.expected] ?? issue.expected;
      if (value === undefined || value === null)
        return { expected, fix: 'Add it: this field is required.' };
      return {
        expected,
        fix: waysToWrite[issue.expected] ?? `Write ${expected}.`,
      };
    }
    case 'invalid_value': {
      const choice = issue.values.map(String).join(', ');
      return { expected: `one of ${choice}`, fix: 'Choose one of these.' };
    }
    case 'too_small':
      if (issue.origin === 'string') {
        return { expected: 'some text', fix: 'Write it between the quotes, or remove the field.' };
      }
      return issue.origin === 'array'
        ? { expected: `at least ${entries(issue.minimum)}`, fix: 'Add more, or remove the field.' }
        : { expected: `at least ${String(issue.minimum)}`, fix: 'Raise it.' };
    case 'too_big': {
      const most = `at most ${issue.maximum.toLocaleString('en')}`;
      if (issue.origin === 'string') {
        return { expected: `${most} characters`, fix: 'Shorten it.' };
      }
      return issue.origin === 'array'
        ? { expected: `at most ${entries(issue.maximum)}`, fix: 'Remove those that matter least.' }
        : { expected: most, fix: 'Lower it.' };
    }
    case 'invalid_union': {
      const choice = (issue as { options?: readonly unknown[] }).options?.map(String).join(', ');
      return {
        expected: choice ? `one of ${choice}` : 'one of the documented forms',
        fix: 'Choose one of these.',
      };
    }
    case 'invalid_key': {
      const [first] = issue.issues;
      if (first) return ruleOf(first, value);
      break;
    }
    case 'custom': {
      const rule = issue.params?.['rule'] as Rule | undefined;
      if (rule) return rule;
      break;
    }
  }
  return { expected: issue.message, fix: 'See the field’s description in src/schemas/.' };
};

/**
 * Converts the issues that a schema reports into mistakes, one for each field.
 * @param file the file's path from the paper's folder
 * @param issues what zod found
 * @param input what was read from the file
 * @param fields the fields that the file may have at its top level
 */
export const mistakesOf = (
  file: string,
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  fields: readonly string[],
): Mistake[] => {
  // What is of the wrong type also has the wrong length: that is one mistake, not two.
  const wrongTypes = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')),
  );
  return issues.flatMap((issue) => {
    if (/^too_/.test(issue.code) && wrongTypes.has(issue.path.join('.'))) return [];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        field: [...issue.path, key].join('.'),
        found: 'an unknown field',
        expected:
          issue.path.length === 0 ? `one of ${fields.join(', ')}` : 'only the documented fields',
        fix: 'Correct the spelling, or remove it.',
      }));
    }
    const value = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(input, issue.path);
    return [{ file, field: issue.path.join('.'), found: shown(value), ...ruleOf(issue, value) }];
  });
};

const block = (mark: string, { file, field, found, expected, fix }: Mistake): string =>
  [
    `${mark} ${file}`,
    ...(field ? [`    field     ${field}`] : []),
    `    found     ${found}`,
    `    expected  ${expected}`,
    `    fix       ${fix}`,
  ].join('\n');

/** Sets one mistake for reading in a terminal. */
export const mistakeAsText = (mistake: Mistake): string => block('✗', mistake);

/**
 * Formats mistakes for the terminal: a block for each, then their number.
 * @param closing what follows the number
 */
export const mistakesAsText = (
  mistakes: readonly Mistake[],
  closing = ' Nothing was published; the last edition is untouched.',
): string => {
  const blocks = mistakes.map(mistakeAsText);
  const count = `${String(mistakes.length)} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`;
  return `${blocks.join('\n\n')}\n\n${count}.${closing}`;
};

/** Formats warnings for a terminal: one block each. */
export const warningsAsText = (warnings: readonly Mistake[]): string =>
  warnings.map((warning) => block('!', warning)).join('\n\n');

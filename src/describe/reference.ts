import { type CopyFile, copyFiles } from './copy-schemas.ts';
import { describeCopy } from './describe-copy.ts';
import type { FieldDescription, FieldKind } from './field.ts';
import { limitsOf } from './limits.ts';

const kindWords: Record<FieldKind, string> = {
  line: 'one line',
  text: 'text',
  choice: 'one of',
  'yes-no': '`true` or `false`',
  'whole-number': 'a whole number',
  moment: 'date and time with the UTC offset, `"2025-02-13T20:15:00+02:00"`',
  entry: 'the name of a file or folder in',
  picture: 'the path of a picture',
  address: 'an address',
  group: 'the fields below',
  list: 'a list',
  names: 'names and their values',
};

/** What a field holds: `a list of 1 to 100, each a name in `authors/``. */
const holds = (field: FieldDescription): string => {
  const { kind, choices = [], of, item } = field;
  const limits = limitsOf(field);
  if (kind === 'list' && item) return `${['a list', ...limits].join(' of ')}; each ${holds(item)}`;
  const values = choices.map(({ value }) => `\`${value}\``).join(', ');
  const what = [kindWords[kind], values, of && `\`${of}/\``].filter(Boolean).join(' ');
  return [what, ...limits].join(', ');
};

/** What leaving a field out means, if that is not nothing. */
const without = ({ required, default: value }: FieldDescription): string[] => {
  if (required) return ['required'];
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? [] : [`normally \`${JSON.stringify(value).replaceAll('"', '')}\``];
};

const row = (place: string, field: FieldDescription): string => {
  const isPart = field.name === '';
  const manual = [`**${field.title.en}**`, field.manual.en].filter(Boolean).join('. ');
  const value = [holds(field), ...(isPart ? [] : without(field))].join('; ');
  return `| ${[`\`${place}\``, manual, value].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
};

/** The rows of a field and of those within it. */
const rowsOf = (field: FieldDescription, above: string): string[] => {
  const place = above + field.name;
  return [
    row(place, field),
    ...(field.fields ?? []).flatMap((each) => rowsOf(each, `${place}.`)),
    ...(field.item?.fields ?? []).flatMap((each) => rowsOf(each, `${place}[].`)),
  ];
};

/** The rows of a file of names: the name, then its value or the fields of its value. */
const rowsOfNames = ({ key, item }: FieldDescription): string[] => [
  ...(key ? [row('NAME', key)] : []),
  ...(item?.fields?.flatMap((each) => rowsOf(each, 'NAME.')) ??
    (item ? [row('NAME: …', item)] : [])),
];

/** The part of the reference about one kind of file, in Markdown: a row for each of its fields and of those in them. */
export const referenceOf = (file: CopyFile, fields: readonly FieldDescription[]): string => {
  const { title, path } = copyFiles[file];
  const [first] = fields;
  const names = first?.kind === 'names' ? first : undefined;
  return [
    `## ${title}`,
    '',
    [`\`${path}\`.`, names?.manual.en].filter(Boolean).join(' '),
    '',
    '| field | what it is | what it holds |',
    '| --- | --- | --- |',
    ...(names ? rowsOfNames(names) : fields.flatMap((field) => rowsOf(field, ''))),
  ].join('\n');
};

/** The reference of every field of every file of copy, in Markdown. */
export const fieldReference = (): string =>
  Object.entries(describeCopy())
    .map(([file, fields]) => referenceOf(file as CopyFile, fields))
    .join('\n\n');

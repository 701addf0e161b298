import { describeCopy } from '../../describe/describe-copy.ts';
import type { FieldDescription } from '../../describe/field.ts';
import type { DeskSettings } from '../settings.ts';
import { type FileKind, fileKindOf } from './file-kinds.ts';

const fileOf = {
  article: 'articles',
  section: 'sections',
  author: 'authors',
  page: 'pages',
  topics: 'topics',
  series: 'series',
  redirects: 'redirects',
  front: 'front',
} as const satisfies Record<FileKind, string>;

let described: ReturnType<typeof describeCopy> | undefined;

/** The fields of a kind of file, in the order of the schema. Made once for the page. */
export const fieldsOfKind = (kind: FileKind): readonly FieldDescription[] => {
  described ??= describeCopy();
  return described[fileOf[kind]];
};

/** The names of a file's fields, in the order in which new ones are written. */
export const orderOf = (settings: Pick<DeskSettings, 'content'>, path: string): string[] => {
  const kind = fileKindOf(settings, path);
  return kind === undefined ? [] : fieldsOfKind(kind).map(({ name }) => name);
};

import { deskWords } from '../../words/desk.ts';
import type { Desk } from '../desk.ts';
import type { FileKind } from '../file-kinds.ts';
import type { OpenFile } from '../open-file.ts';
import { nameIn } from '../readable.ts';
import { hashOf } from '../router.ts';

/** The list that a file stands in; none for a file that a paper has once. */
const lists = {
  article: 'stories',
  section: 'sections',
  author: 'authors',
  page: 'pages',
} as const;

/** Whether a file is one of several, and may be deleted by itself. */
export const isInList = (kind: FileKind): kind is keyof typeof lists => kind in lists;

/** What a file is called in the head of its editor. */
export const titleOf = (desk: Desk, file: OpenFile, kind: FileKind): string =>
  isInList(kind) ? (nameIn(file.fields.value) ?? file.path) : desk.words(deskWords)[kind];

/** The way back to the list. */
export const BackLink = ({ desk, kind }: { desk: Desk; kind: FileKind }) => {
  if (!isInList(kind)) return null;
  const list = lists[kind];
  return (
    <a class="back" href={hashOf(list)}>
      {desk.words(deskWords)[list]}
    </a>
  );
};

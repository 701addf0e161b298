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

/** What a file is called in the head of its editor. */
export const titleOf = (desk: Desk, file: OpenFile, kind: FileKind): string =>
  kind === 'front' || kind === 'topics' || kind === 'redirects'
    ? desk.words(deskWords)[kind]
    : (nameIn(file.fields.value) ?? file.path);

/** The way back to the list. */
export const BackLink = ({ desk, kind }: { desk: Desk; kind: FileKind }) => {
  if (!(kind in lists)) return null;
  const list = lists[kind as keyof typeof lists];
  return (
    <a class="back" href={hashOf(list)}>
      {desk.words(deskWords)[list]}
    </a>
  );
};

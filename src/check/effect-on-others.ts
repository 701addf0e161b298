import { collectionOf } from '../copy/collection-of.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { type Entry, readEntryText } from '../copy/read-entry.ts';
import { shownPath } from '../copy/shown-path.ts';
import { anchorsIn } from './body-anchors.ts';
import { type CheckedPaper, preparedAsSaved, preparedWith, type TextFile } from './check-text.ts';
import { outside } from './outside.ts';
import type { PreparedCheck } from './prepare-check.ts';

/** Fields that give a paper more pages when they grow, and take none away. */
const growing = ['topics', 'corrections', 'changeNotes'] as const;

/** What else other files may depend on in an entry. */
const fixedIn = ({ id, data }: Entry<object>): string =>
  outside(
    {
      id,
      data: Object.fromEntries(
        Object.entries(data).filter(([name]) => ![...growing, 'draft'].includes(name)),
      ),
    },
    false,
  );

const contains = (now: unknown, before: unknown): boolean => {
  const [all, some] = [now, before].map((list) =>
    Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : [],
  );
  return (some ?? []).every((one) => all?.includes(one));
};

/** Whether everything that led to an entry, or to a page that it is in, still does. */
const isOnlyMore = (before: Entry<object>, now: Entry<object>): boolean => {
  const [was, is] = [before.data, now.data] as Record<string, unknown>[];
  return (
    fixedIn(before) === fixedIn(now) &&
    (was?.['draft'] === true || is?.['draft'] !== true) &&
    growing.every((name) => contains(is?.[name], was?.[name]))
  );
};

/**
 * Finds the mistakes that a text would make in other files: an address, a guid or a thread that was theirs alone. Only a
 * new entry is judged, and one of which others can rely on all that they could rely on before: it keeps its name, its
 * address, its anchors, its topics, and does not become a draft.
 * @returns `unknown` for any other text: then only the check of the whole paper knows. Nothing for a text with mistakes
 * in its own fields, which is not stored
 */
export const mistakesInOthers = async (
  { file, text }: TextFile,
  paper: CheckedPaper,
): Promise<Mistake[] | 'unknown'> => {
  const { copy } = paper.paper;
  const collection = collectionOf(shownPath(file, paper.contentDir), '');
  if (!collection) return 'unknown';
  const { entry, mistakes } = readEntryText(collection, file, paper.paperDir, text);
  if (!entry || mistakes.length > 0) return [];
  const isTold = copy.mistakes.some((mistake) => mistake.file === entry.shown);
  const before = (copy[collection] as Entry<object>[]).find((one) => one.file === file);
  if (isTold || (before && !isOnlyMore(before, entry))) return 'unknown';
  const saved = preparedAsSaved(paper);
  if (before && before.body !== entry.body) {
    const now = await anchorsIn(entry, saved.rendering);
    const was = await anchorsIn(before, saved.rendering);
    if ([...was].some((anchor) => !now.has(anchor))) return 'unknown';
  }
  const between = ({ sections, addresses, names }: PreparedCheck['between']): Mistake[] => [
    ...sections,
    ...addresses,
    ...names,
  ];
  const known = new Set(between(saved.between).map((one) => JSON.stringify(one)));
  return between(preparedWith(paper, collection, entry, []).between).filter(
    (mistake) => mistake.file !== entry.shown && !known.has(JSON.stringify(mistake)),
  );
};

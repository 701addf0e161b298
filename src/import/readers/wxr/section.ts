import type { Repairs } from '../repairs.ts';
import { judgeEnd, judgeTag, type Verdict } from './cdata.ts';
import type { MarkupHandler } from './handler.ts';
import { type Tape, wind } from './places.ts';

/** A CDATA section that is being read. */
export interface Section {
  /** The element that it stands in, as the file names it. */
  element: string;
  /** Whether it shows an element of the same name, as a text about exports does. */
  isExample: boolean;
  /** Whether it has an element in it that stands after it in every item. */
  hasSwallowed: boolean;
}

export const sectionOf = (element: string): Section => ({
  element,
  isExample: false,
  hasSwallowed: false,
});

/** Ends of elements of which one follows on any section of an item before the item ends. */
const followers = [':post_id>', ':comment_approved>', ':postmeta>'];

/** How much is held back at the end of what has come, to see what a tag there is followed by. */
const heldBack = 512;

/** Up to where the tape can be judged without a cut through a tag. */
const limitOf = ({ text, at, isLast }: Tape): number => {
  if (isLast) return text.length;
  const limit = Math.max(at, text.length - heldBack);
  const open = text.lastIndexOf('<', limit);
  return open >= at && limit - open < heldBack / 4 ? open : limit;
};

/** Finds a mark again and again, each time from a later point, and looks for it no more often than it must. */
const finder = (text: string, mark: string): ((from: number) => number) => {
  let found = -1;
  return (from) => {
    if (mark !== '' && found < from) found = text.indexOf(mark, from);
    return mark === '' || found === -1 ? (found = Infinity) : found;
  };
};

/** Reads up to a limit, or to where the section shows that it has been left open. */
const readUntil = (
  section: Section,
  tape: Tape,
  limit: number,
  handler: MarkupHandler,
): Verdict => {
  const { element } = section;
  const part = tape.text.slice(0, limit);
  const ownAt = finder(part, element === '' ? '' : `</${element}`);
  const itemAt = finder(part, '</item>');
  while (tape.at < limit) {
    const point = Math.min(ownAt(tape.at), itemAt(tape.at));
    const before = wind(tape, Math.min(point, limit));
    if (element !== '') section.isExample ||= before.includes(`<${element}`);
    section.hasSwallowed ||= followers.some((follower) => before.includes(follower));
    handler.text(before, true);
    if (point === Infinity) return 'text';
    const isItem = point === itemAt(point);
    const name = isItem ? 'item' : element;
    const verdict = judgeTag(tape, point + 2 + name.length, handler.isStructure);
    if (verdict === 'unknown') return 'unknown';
    if (verdict === 'end' && (isItem ? section.hasSwallowed : !section.isExample)) {
      return isItem ? 'swallowed' : 'end';
    }
    handler.text(wind(tape, tape.at + 2), true);
  }
  return 'text';
};

/**
 * Reads a CDATA section as far as it has come, and mends its end.
 * @returns `unknown` to go on with the next part of the file, `text` to go on at once, else the section is over
 */
export const readSection = (
  section: Section,
  tape: Tape,
  handler: MarkupHandler,
  repairs: Repairs,
): Verdict => {
  const end = tape.text.indexOf(']]>', tape.at);
  const open = readUntil(section, tape, end === -1 ? limitOf(tape) : end, handler);
  if (open === 'swallowed') handler.damage('a CDATA section in it was left open');
  if (open === 'end') repairs.count('cdataOpen', tape.place);
  if (open !== 'text') return open;
  if (end === -1) return 'unknown';
  const verdict = judgeEnd(tape, end + 3, section.element, handler.isStructure);
  if (verdict === 'unknown') return verdict;
  if (verdict === 'swallowed') handler.damage('a CDATA section in it was left open');
  if (verdict === 'text') repairs.count('cdataEnd', tape.place);
  const mark = wind(tape, end + 3);
  if (verdict === 'text') handler.text(mark, true);
  return verdict;
};

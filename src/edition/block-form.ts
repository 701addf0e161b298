import type { BlockShape } from '../schemas/front.ts';

/**
 * How the stories of a block are set. No form leaves an empty cell, whatever the number of stories.
 *
 * - `rows`: columns of equal rank; each row is full.
 * - `across`: the first story across the block, words beside its picture, and the others in rows below.
 * - `list`: the first story with its picture in one half, the others as a list in the other half.
 * - `stack`: a list alone, in a block that is half as wide as the page.
 */
export type BlockForm = 'rows' | 'across' | 'list' | 'stack';

/** A story in a row, and how many of the twelve columns it is wide. */
export interface Cell<S> {
  story: S;
  span: number;
}

/** What goes where in a block. Every story is in exactly one place. */
export interface Arrangement<S> {
  form: BlockForm;
  lead: S | undefined;
  /** Each row of cells fills twelve columns. */
  cells: Cell<S>[];
  /**
   * Whether some cells have a picture to show, and others have not. Those pictures are thumbnails: beside a large one, a
   * cell of words would be half empty, or its words would have to be larger than those of the stories before it.
   */
  isMixed: boolean;
  list: S[];
  /** Whether the stories of the list show their pictures; a long list has headlines alone. */
  isShort: boolean;
}

/** A list with more stories than this would be higher than its lead if it showed pictures. */
const mostWithPictures = 5;

/** The lengths of full rows for a number of stories: four, three or two beside each other, the longest rows first. */
export const rowLengths = (count: number): number[] => {
  if (count < 1) return [];
  if (count <= 4) return [count];
  // Five and six are set as 3 + 2 and 3 + 3: no row has a single story.
  const length = count % 4 === 0 || count >= 7 ? 4 : 3;
  return [length, ...rowLengths(count - length)];
};

/** How many of the twelve columns each of a number of stories is wide, in full rows. */
export const spansOf = (count: number): number[] =>
  rowLengths(count).flatMap((length) => Array.from({ length }, () => 12 / length));

const cellsOf = <S>(stories: readonly S[]): Cell<S>[] => {
  const spans = spansOf(stories.length);
  return stories.map((story, n) => ({ story, span: spans[n] ?? 12 }));
};

/** What decides the form of a block, apart from its stories. */
export interface FormChoice {
  /** What the editor or the layout wishes. Without it, the number of stories decides alone. */
  shape?: BlockShape | undefined;
  /** Whether the block shares its row with another one. */
  isHalf?: boolean;
}

const formOf = (count: number, isPictured: boolean, { shape, isHalf }: FormChoice): BlockForm => {
  if (count === 1) return 'across';
  if (isHalf) return count === 2 ? 'rows' : 'stack';
  // Two are halves, and three are thirds.
  if (shape === 'row' || count <= 3) return 'rows';
  // Beside a list, a lead without a picture would leave its half nearly empty.
  if (shape === 'lead-and-three' || !isPictured) return 'across';
  return count === 4 && shape === undefined ? 'across' : 'list';
};

/**
 * Decides how the stories of a block are set: one has its words beside its picture, two are halves, three are thirds,
 * four are a lead and three, more are a lead and a list.
 * @param hasPicture whether a story has a picture
 */
export const arrange = <S>(
  stories: readonly S[],
  hasPicture: (story: S) => boolean,
  choice: FormChoice = {},
): Arrangement<S> => {
  const [first, ...rest] = stories;
  if (first === undefined) {
    return { form: 'rows', lead: undefined, cells: [], isMixed: false, list: [], isShort: true };
  }
  const form = formOf(stories.length, hasPicture(first), choice);
  const hasLead = form === 'across' || form === 'list';
  const others = hasLead ? rest : [first, ...rest];
  const isListed = form === 'list' || form === 'stack';
  const pictured = others.filter(hasPicture).length;
  return {
    form,
    lead: hasLead ? first : undefined,
    cells: isListed ? [] : cellsOf(others),
    isMixed:
      !isListed && !(hasLead && hasPicture(first)) && pictured > 0 && pictured < others.length,
    list: isListed ? others : [],
    isShort: others.length <= mostWithPictures,
  };
};

import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';

/** How many sections may contain one another: no menu shows more, and no reader finds the way. */
const deepest = 10;

/**
 * Finds sections that are, directly or indirectly, their own parents, and those with too many above them.
 * @param sections the sections as read; a parent that is not among them is reported elsewhere
 */
export const sectionMistakes = ({ sections }: Pick<Copy, 'sections'>): Mistake[] => {
  const parents = new Map(sections.map(({ id, data }) => [id, data.parent]));
  return sections.flatMap(({ id, shown: file }) => {
    const way = [id];
    for (let step = parents.get(id); step !== undefined; step = parents.get(step)) {
      way.push(step);
      if (step === id) {
        return [
          {
            file,
            field: 'parent',
            found: `a circle: ${way.join(' in ')}`,
            expected: 'a chain of parents that ends',
            fix: 'Remove `parent` from the section that contains the others.',
          },
        ];
      }
      if (way.length > deepest) {
        return [
          {
            file,
            field: 'parent',
            found: `more than ${String(deepest - 1)} sections above it`,
            expected: `at most ${String(deepest)} sections, one in the other`,
            fix: 'Leave some of them out.',
          },
        ];
      }
      // A circle further up is reported for the sections in it.
      if (way.indexOf(step) < way.length - 1) return [];
    }
    return [];
  });
};

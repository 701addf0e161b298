import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';

/**
 * Finds parts of a series that two stories claim, and parts that are missing before others. Drafts and scheduled stories
 * count, so that a series can be planned before it is told.
 * @param all the number of stories that have a file. While some of them cannot be read, any part may be in one of those,
 *   so none is called missing.
 */
export const seriesMistakes = (
  { articles }: Pick<Copy, 'articles'>,
  all: number = articles.length,
): Mistake[] => {
  const stories = articles.flatMap(({ shown: file, data: { series } }) =>
    series ? [{ file, ...series }] : [],
  );
  return [...Map.groupBy(stories, ({ id }) => id)].flatMap(([id, parts]) => {
    const owners = new Map<number, string>();
    const doubles = parts.flatMap(({ file, part }): Mistake[] => {
      const owner = owners.get(part);
      owners.set(part, owner ?? file);
      if (owner === undefined) return [];
      const free = Array.from({ length: parts.length + 1 }, (_, n) => n + 1).find(
        (number) => !parts.some((each) => each.part === number),
      );
      return [
        {
          file,
          field: 'series.part',
          found: `part ${String(part)} of the series "${id}", which ${owner} already is`,
          expected: 'a part of its own',
          fix: `Correct one of the two: part ${String(free)} is free.`,
        },
      ];
    });
    const told = [...owners].sort(([a], [b]) => a - b);
    const gaps = (all > articles.length ? [] : told).flatMap(([part, file], n): Mistake[] => {
      const [before, owner] = told[n - 1] ?? [0, undefined];
      const missing = before + 1;
      if (part === missing) return [];
      return [
        {
          file,
          field: 'series.part',
          found: `part ${String(part)} of the series "${id}", which has no part ${String(missing)}${owner === undefined ? '' : ` after ${owner}`}`,
          expected: 'parts that follow one another from 1, counting drafts and scheduled stories',
          fix: `Write ${String(missing)}, or give part ${String(missing)} to another story. Compare how both spell the series.`,
        },
      ];
    });
    return [...doubles, ...gaps];
  });
};

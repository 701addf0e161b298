import type { Measurement } from './measure.ts';

/** The measurements of a build; see `Measurement`. */
export type Figures = Pick<Measurement, 'cpu' | 'wall' | 'peak'>;

/** One build. */
export interface Run extends Figures {
  articles: number;
  contender: string;
  scenario: string;
  /** Counted from 1. */
  round: number;
}

/** The median: for an even count, the mean of the two in the middle; NaN for an empty list. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN);
};

/** One line of the table: medians over the rounds, and the ratio of its CPU time to this paper's. */
export interface Line extends Figures {
  articles: number;
  contender: string;
  scenario: string;
  rounds: number;
  ratio: number;
}

/** Medians of all runs, in the order of their first runs. Ratios compare with the first contender. */
export const linesOf = (runs: readonly Run[]): Line[] => {
  const [first] = runs;
  const groups = Map.groupBy(runs, ({ articles, scenario, contender }) =>
    [articles, scenario, contender].join('\n'),
  );
  const lines = [...groups.values()].flatMap((group) => {
    const [run] = group;
    if (!run) return [];
    const { articles, scenario, contender } = run;
    const middle = (of: keyof Figures): number => median(group.map((each) => each[of]));
    const figures = { cpu: middle('cpu'), wall: middle('wall'), peak: middle('peak') };
    return [{ articles, scenario, contender, rounds: group.length, ratio: NaN, ...figures }];
  });
  return lines.map((line) => {
    const reference = lines.find(
      ({ articles, scenario, contender }) =>
        articles === line.articles && scenario === line.scenario && contender === first?.contender,
    );
    return { ...line, ratio: line.cpu / (reference?.cpu ?? NaN) };
  });
};

/**
 * The cost of each additional article, in milliseconds of CPU time: the slope from the smallest archive to the largest.
 */
export const marginalCosts = (
  lines: readonly Line[],
): { contender: string; scenario: string; milliseconds: number }[] => {
  const groups = Map.groupBy(lines, ({ contender, scenario }) => [contender, scenario].join('\n'));
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.articles - b.articles);
    const [least, most] = [sorted[0], sorted.at(-1)];
    if (!least || !most || least === most) return [];
    const milliseconds = ((most.cpu - least.cpu) / (most.articles - least.articles)) * 1000;
    return [{ contender: least.contender, scenario: least.scenario, milliseconds }];
  });
};

/** The steps that a build logged, in order, with their wall time in seconds. */
export const stepsIn = (output: string): [step: string, seconds: number][] =>
  [...output.matchAll(/^([a-z][a-z ]+)(?:: .+)? \((\d+\.\d) s\)$/gm)].map(
    ([, step = '', seconds = '']) => [step, Number(seconds)],
  );

/** The times of one build's steps. */
export interface StepsOf {
  articles: number;
  scenario: string;
  steps: readonly (readonly [step: string, seconds: number])[];
}

/** Table rows for a scenario: one for each step, with its median in one column for each size of archive. */
export const stepRows = (builds: readonly StepsOf[], scenario: string): string[][] => {
  const ofScenario = builds.filter((build) => build.scenario === scenario);
  const sizes = [...new Set(ofScenario.map(({ articles }) => articles))].sort((a, b) => a - b);
  const names = [...new Set(ofScenario.flatMap(({ steps }) => steps.map(([step]) => step)))];
  return names.map((name) => [
    scenario,
    name,
    ...sizes.map((size) => {
      const times = ofScenario
        .filter(({ articles }) => articles === size)
        .flatMap(({ steps }) => steps.filter(([step]) => step === name).map(([, time]) => time));
      return times.length > 0 ? median(times).toFixed(1) : '';
    }),
  ]);
};

/** A plain-text table with aligned columns; all but the first two are right-aligned. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, contenders } from './contenders.ts';
import { work } from './packages.ts';

/** What changes before each build, in the order in which a round runs them. */
export const scenarios = ['cold', 'warm', 'day', 'edit', 'add', 'template'] as const;
export type Scenario = (typeof scenarios)[number];

/** The options of `npm run bench`. */
export interface Flags {
  /** Sizes of the archive, in articles. */
  sizes: readonly number[];
  /** How often each build is repeated. */
  rounds: number;
  scenarios: readonly Scenario[];
  contenders: readonly Contender[];
  /** The number of distinct pictures that the articles share. */
  pictures: number;
  /** The file that the results are written to, as JSON. */
  json: string;
}

/**
 * The items that a flag names, in the order of `all`.
 * @throws if a name is unknown
 */
const chosen = <T>(
  flag: string,
  value: string,
  all: readonly T[],
  nameOf: (item: T) => string,
): T[] => {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !all.some((item) => nameOf(item) === name));
  if (unknown !== undefined) {
    throw new Error(
      `--${flag} does not know “${unknown}”: choose from ${all.map(nameOf).join(', ')}, separated by commas.`,
    );
  }
  return all.filter((item) => names.includes(nameOf(item)));
};

const count = (flag: string, value: string): number => {
  if (/^ *[1-9]\d* *$/.test(value)) return Number(value);
  throw new Error(`--${flag} is “${value}”: give a whole number, at least 1.`);
};

/**
 * Parses the command line of a benchmark.
 * @throws an error that names the flag and the fix
 */
export const readFlags = (args: readonly string[]): Flags => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3' },
      scenarios: { type: 'string', default: scenarios.join() },
      contenders: { type: 'string', default: contenders.map(({ name }) => name).join() },
      pictures: { type: 'string', default: '40' },
      json: { type: 'string', default: path.join(work, 'bench.json') },
    },
  });
  return {
    sizes: values.articles.split(',').map((size) => count('articles', size)),
    rounds: count('rounds', values.rounds),
    scenarios: chosen('scenarios', values.scenarios, scenarios, (name) => name),
    contenders: chosen('contenders', values.contenders, contenders, ({ name }) => name),
    pictures: count('pictures', values.pictures),
    json: values.json,
  };
};

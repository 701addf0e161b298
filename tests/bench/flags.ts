import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, contenders } from './contenders.ts';
import { work } from './packages.ts';

/** What is done before each build, in the order in which a round goes through them. */
export const scenarios = ['cold', 'warm', 'day', 'edit', 'add', 'template'] as const;
export type Scenario = (typeof scenarios)[number];

/** What `npm run bench` is asked for. */
export interface Flags {
  /** Sizes of the archive, in articles. */
  sizes: readonly number[];
  /** How often each build is repeated. */
  rounds: number;
  scenarios: readonly Scenario[];
  contenders: readonly Contender[];
  /** How many distinct pictures the articles share. */
  pictures: number;
  /** Where the figures are written as JSON. */
  json: string;
}

/**
 * Those of all that a flag names, in the order of all.
 * @throws for a name that none of them has
 */
const chosen = <T>(
  flag: string,
  value: string,
  all: readonly T[],
  nameOf: (one: T) => string,
): T[] => {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !all.some((one) => nameOf(one) === name));
  if (unknown !== undefined) {
    throw new Error(
      `--${flag} names “${unknown}”, which is none of them: choose from ${all.map(nameOf).join(', ')}, with commas between.`,
    );
  }
  return all.filter((one) => names.includes(nameOf(one)));
};

const count = (flag: string, value: string): number => {
  if (/^ *[1-9]\d* *$/.test(value)) return Number(value);
  throw new Error(`--${flag} says “${value}”: give a whole number of one or more.`);
};

/**
 * Reads the arguments of a benchmark.
 * @throws an error that names the flag and the mend
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

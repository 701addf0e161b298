import type { FieldDescription } from './field.ts';

const inWords = (limit: number): string => limit.toLocaleString('en');

const range = (least: number | undefined, most: number | undefined): string | undefined => {
  if (least !== undefined && most !== undefined) return `${inWords(least)} to ${inWords(most)}`;
  if (most !== undefined) return `at most ${inWords(most)}`;
  return least === undefined ? undefined : `at least ${inWords(least)}`;
};

const withUnit = (limit: string | undefined, unit: string): string[] =>
  limit === undefined ? [] : [`${limit}${unit}`];

/** The limits of a field, in words of the documentation: `at most 120 characters`. */
export const limitsOf = ({
  maxLength,
  min,
  max,
  minItems,
  maxItems,
}: FieldDescription): string[] => [
  ...withUnit(range(undefined, maxLength), ' characters'),
  ...withUnit(range(min, max), ''),
  ...withUnit(range(minItems, maxItems), ''),
];

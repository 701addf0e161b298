/** A list with one of its values at another place. */
export const movedTo = <Value>(values: readonly Value[], from: number, to: number): Value[] => {
  const rest = values.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, to), 0, ...values.slice(from, from + 1));
};

/** The ids of stories that a field of the front page names. */
export const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');

/**
 * The days of a list, each where it changes only.
 * @param before the day that is said above the list
 */
export const daysToSay = (days: readonly string[], before: string): string[] =>
  days.map((day, n) => (day === (n === 0 ? before : days[n - 1]) ? '' : day));

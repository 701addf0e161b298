/**
 * A count with its three highest binary digits only: 0 to 8, then 10, 12, 14, 16, 20, 24 … What depends on steps stays the same
 * when one story comes or goes, except at a step: then it changes for as many stories as the step is high.
 * @param count a whole number from zero, below 2³¹
 */
export const stepped = (count: number): number => {
  const low = Math.max(0, 29 - Math.clz32(count));
  return (count >> low) << low;
};

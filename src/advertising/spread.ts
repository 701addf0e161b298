/** How often a page may show one house advertisement. */
const most = 2;

/**
 * Spreads what runs in the slots of a page so that, whatever day it is, no advertisement is on it more than twice. What
 * takes turns in a slot is decided in the reader's browser; so an advertisement stays in the turns of two slots at most.
 * Each slot keeps at least one if that can be; the earlier slots come first, and later ones stay empty.
 * @param slots what runs in each slot, in the order of the page
 * @param draw derives a number from a text, from 0 up to but not including a limit: pages differ in what they leave out
 * @returns what is left in each slot, in the order that it had there
 */
export const spread = <Ad>(
  slots: readonly (readonly Ad[])[],
  draw: (text: string, limit: number) => number,
): Ad[][] => {
  const ads = [...new Set(slots.flat())];
  const isWanted = ads.some((ad) => slots.filter((slot) => slot.includes(ad)).length > most);
  if (!isWanted) return slots.map((slot) => [...slot]);

  const kept = slots.map((): Ad[] => []);
  const holders = (ad: Ad): number[] =>
    [...kept.keys()].filter((slot) => kept[slot]?.includes(ad) === true);
  const turned = <One>(list: readonly One[], slot: number): One[] => {
    const start = draw(`first in ${String(slot)}`, list.length);
    return [...list.slice(start), ...list.slice(0, start)];
  };

  /** Gives a slot one advertisement; a slot that holds it may have to take another one of its own instead. */
  const give = (slot: number, refused: Set<Ad>): boolean =>
    turned(slots[slot] ?? [], slot).some((ad) => {
      if (refused.has(ad)) return false;
      refused.add(ad);
      const isFree =
        holders(ad).length < most || holders(ad).some((holder) => give(holder, refused));
      if (isFree) kept[slot] = [ad];
      return isFree;
    });
  for (const slot of slots.keys()) give(slot, new Set());

  for (const ad of ads) {
    const takers = [...slots.keys()].filter(
      (slot) => slots[slot]?.includes(ad) === true && kept[slot]?.includes(ad) === false,
    );
    const free = most - holders(ad).length;
    for (const slot of turned(takers, ads.indexOf(ad)).slice(0, free)) kept[slot]?.push(ad);
  }
  return slots.map((slot, n) => slot.filter((ad) => kept[n]?.includes(ad) === true));
};

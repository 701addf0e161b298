import type { z } from 'zod';
import type { advertisingSchema, houseAdSchema } from '../schemas/advertising.ts';
import { type Position, positions } from '../schemas/advertising.ts';

export type HouseAd = z.output<typeof houseAdSchema>;

/** What stands in a slot: pictures that fit its room, or the words of the advertisement set in type. */
export type Filling = {
  title: string;
  text: string | undefined;
  link: string;
} & (
  | { room: 'wide'; pictures: { banner: string; strip: string } | undefined }
  | { room: 'box'; pictures: { rectangle: string } | undefined }
);

/**
 * What fills the slot at a position, or undefined for a slot that has nothing to show and so leaves no box.
 * @param advertising the publication's advertising, checked: every name in `slots` is one of `houseAds`
 */
export const fillSlot = (
  position: Position,
  { houseAds, slots }: z.output<typeof advertisingSchema>,
): Filling | undefined => {
  const name = slots[position];
  const ad = name === undefined ? undefined : houseAds[name];
  if (!ad) return undefined;
  const { title, text, link } = ad;
  const { banner, strip, rectangle } = ad.pictures;
  return positions[position] === 'wide'
    ? { title, text, link, room: 'wide', pictures: banner && strip ? { banner, strip } : undefined }
    : { title, text, link, room: 'box', pictures: rectangle ? { rectangle } : undefined };
};

import { createHash } from 'node:crypto';
import {
  type Advertising,
  type HouseAd,
  type Position,
  positions,
} from '../schemas/advertising.ts';

/** What stands in a slot: pictures that fit its room, or the words of the advertisement set in type. */
export type Filling = {
  title: string;
  text: string | undefined;
  /** What its pictures show. */
  alt: string;
  link: string;
} & (
  | { room: 'wide'; pictures: { banner: string; strip: string } | undefined }
  | { room: 'box'; pictures: { rectangle: string } | undefined }
);

/** What decides which of several advertisements a slot shows. */
export interface Occasion {
  /** The page's address: other pages show other advertisements. */
  page: string;
  /** The edition's moment. */
  moment: Date;
}

/** The advertisements of a slot that are shown at a moment. */
const running = (
  position: Position,
  { houseAds, slots }: Pick<Advertising, 'houseAds' | 'slots'>,
  moment: Date,
): HouseAd[] =>
  (slots[position] ?? [])
    .flatMap((name) => houseAds[name] ?? [])
    .filter(
      ({ from, until }) =>
        (from === undefined || Date.parse(from) <= moment.getTime()) &&
        (until === undefined || moment.getTime() < Date.parse(until)),
    );

/** The advertisements that run at a moment, by their slots. */
export const runningAds = (
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  moment: Date,
): HouseAd[][] =>
  (Object.keys(positions) as Position[]).map((position) => running(position, advertising, moment));

/** A number from 0 up to `limit` that follows from a text, spread evenly over texts. */
const drawn = (text: string, limit: number): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6) % limit;

/** One of several, by weight: the same for a page all day long, on every machine. */
const chosen = (ads: readonly HouseAd[], position: Position, { page, moment }: Occasion) => {
  const total = ads.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  let rest = drawn(`${moment.toISOString().slice(0, 10)} ${position} ${page}`, total);
  return ads.find(({ weight }) => (rest -= weight) < 0);
};

/**
 * What fills the slot at a position, or undefined for a slot that has nothing to show and so leaves no box.
 * @param advertising the publication's advertising, checked: every name in `slots` is one of `houseAds`
 */
export const fillSlot = (
  position: Position,
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  occasion: Occasion,
): Filling | undefined => {
  const ad = chosen(running(position, advertising, occasion.moment), position, occasion);
  if (!ad) return undefined;
  const { title, text, link } = ad;
  const alt = ad.alt ?? [title, text].filter(Boolean).join('. ');
  const { banner, strip, rectangle } = ad.pictures;
  const words = { title, text, alt, link };
  return positions[position] === 'wide'
    ? { ...words, room: 'wide', pictures: banner && strip ? { banner, strip } : undefined }
    : { ...words, room: 'box', pictures: rectangle ? { rectangle } : undefined };
};

/** Every picture that some page may show at a moment, by the path that the publication gives it. */
export const slotPictures = (
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  moment: Date,
): string[] =>
  [
    ...new Set(
      (Object.keys(positions) as Position[]).flatMap((position) =>
        running(position, advertising, moment).flatMap(({ pictures }) =>
          positions[position] === 'wide' ? [pictures.banner, pictures.strip] : [pictures.rectangle],
        ),
      ),
    ),
  ].filter((path) => path !== undefined);

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

/** What fills a slot. */
export interface FilledSlot {
  /** What is printed there, which readers without JavaScript see. */
  shown: Filling;
  /** What else may run there. */
  others: Filling[];
  /** Which of them a day shows; undefined where there is but one. */
  rotation: Rotation | undefined;
}

/**
 * Which of several advertisements is shown on a day, counted from 1 January 1970: the one in whose share of the weights
 * `(start + day * step) % total` falls. Over as many days as that total a page so shows each exactly as often as its
 * weight says, and pages differ on any one day. The weight of what is printed comes first, then those of the others.
 */
export type Rotation = [start: number, step: number, total: number, ...weights: number[]];

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

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, one) => sum + one, 0);

/** Where in a row of weights a number below their sum falls. */
const placeOf = (weights: readonly number[], number: number): number => {
  let rest = number;
  return weights.findIndex((weight) => (rest -= weight) < 0);
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A step that comes to every number below a total, and from day to day far from where it was (the golden section). */
const stepThrough = (total: number): number => {
  const golden = Math.round(total * 0.618);
  return (
    Array.from({ length: total }, (_, n) => [golden + n, golden - n])
      .flat()
      .find((step) => step > 0 && divisor(total, step) === 1) ?? 1
  );
};

const asFilling = (
  { title, text, link, alt: described, pictures }: HouseAd,
  position: Position,
): Filling => {
  const alt = described ?? [title, text].filter(Boolean).join('. ');
  const { banner, strip, rectangle } = pictures;
  const words = { title, text, alt, link };
  return positions[position] === 'wide'
    ? { ...words, room: 'wide', pictures: banner && strip ? { banner, strip } : undefined }
    : { ...words, room: 'box', pictures: rectangle ? { rectangle } : undefined };
};

/**
 * What fills the slot at a position, or undefined for a slot that has nothing to show and so leaves no box. It does not
 * depend on the day, so that a page need not be rebuilt every day: which of several is shown is found in the reader's
 * browser (`src/components/furniture/rotate.js`).
 * @param advertising the publication's advertising, checked: every name in `slots` is one of `houseAds`
 * @param occasion the page's address, as other pages begin with other advertisements, and the edition's moment, which
 *   decides what runs
 */
export const fillSlot = (
  position: Position,
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  { page, moment }: { page: string; moment: Date },
): FilledSlot | undefined => {
  const ads = running(position, advertising, moment);
  const total = sumOf(ads.map(({ weight }) => weight));
  const first = placeOf(
    ads.map(({ weight }) => weight),
    total && drawn(`${position} ${page}`, total),
  );
  const shown = ads[first];
  if (!shown) return undefined;
  const others = ads.filter((_, n) => n !== first);
  return {
    shown: asFilling(shown, position),
    others: others.map((ad) => asFilling(ad, position)),
    rotation:
      others.length === 0
        ? undefined
        : [
            drawn(`day ${position} ${page}`, total),
            stepThrough(total),
            total,
            ...[shown, ...others].map(({ weight }) => weight),
          ],
  };
};

/**
 * Whether some slot on the pages of stories, or on those of no story, has several advertisements to show by turns.
 * @param moment the edition's, which decides what runs
 */
export const isRotating = (
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  { moment, onStories }: { moment: Date; onStories: boolean },
): boolean =>
  (Object.keys(positions) as Position[])
    .filter((position) => /^(?:front|list)-/.test(position) !== onStories)
    .some((position) => running(position, advertising, moment).length > 1);

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

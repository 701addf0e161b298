import { createHash } from 'node:crypto';
import {
  type Advertising,
  type HouseAd,
  type Position,
  positions,
  positionsWith,
} from '../schemas/advertising.ts';
import { spread } from './spread.ts';

/** What fills a slot: pictures of its size, or the text of the advertisement. */
export type Filling = {
  title: string;
  text: string | undefined;
  /** What its pictures show. */
  alt: string;
  link: string;
} & (
  | { room: 'line'; pictures: undefined }
  | { room: 'head'; pictures: { banner: string } | undefined }
  | { room: 'wide'; pictures: { banner: string; strip: string } | undefined }
  | { room: 'box'; pictures: { rectangle: string } | undefined }
);

/** What fills a slot. */
export interface FilledSlot {
  /** What the page shows as built, and to readers without JavaScript. */
  shown: Filling;
  /** The other advertisements that may run there. */
  others: Filling[];
  /** Which of them is shown on which day; undefined if there is only one. */
  rotation: Rotation | undefined;
}

/**
 * Which of several advertisements is shown on a day, counted from 1 January 1970: the one in whose share of the weights
 * `(start + day * step) % total` falls. Over `total` days, a page thus shows each exactly as often as its weight says,
 * and on any one day pages differ. The weight of the one that the page shows as built comes first, then those of the
 * others.
 */
export type Rotation = [start: number, step: number, total: number, ...weights: number[]];

/** The advertisements that run in a slot at a moment. */
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

/** Derives a number from a text, from 0 up to but not including `limit`, spread evenly over texts. */
const drawn = (text: string, limit: number): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6) % limit;

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, one) => sum + one, 0);

/** The index of the weight into whose share a number below their sum falls. */
const placeOf = (weights: readonly number[], number: number): number => {
  let rest = number;
  return weights.findIndex((weight) => (rest -= weight) < 0);
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A step that reaches every number below a total, and moves far from one day to the next (golden section). */
const stepThrough = (total: number): number => {
  const golden = Math.round(total * 0.618);
  return (
    Array.from({ length: total }, (_, n) => [golden + n, golden - n])
      .flat()
      .find((step) => step > 0 && divisor(total, step) === 1) ?? 1
  );
};

/** How long the words of a line may be, together: on a phone they take two lines with their label. */
const longestLine = 80;

const asFilling = (
  { title, text, link, alt: described, pictures }: HouseAd,
  position: Position,
): Filling => {
  const alt = described ?? [title, text].filter(Boolean).join('. ');
  const { banner, strip, rectangle } = pictures;
  const room = positions[position];
  const isTooLong =
    (room === 'line' || room === 'head') && title.length + (text?.length ?? 0) > longestLine;
  const words = { title, text: isTooLong ? undefined : text, alt, link };
  switch (room) {
    case 'line':
      return { ...words, room, pictures: undefined };
    case 'head':
      return { ...words, room, pictures: banner ? { banner } : undefined };
    case 'wide':
      return { ...words, room, pictures: banner && strip ? { banner, strip } : undefined };
    case 'box':
      return { ...words, room, pictures: rectangle ? { rectangle } : undefined };
  }
};

/**
 * What fills the slot at a position; undefined if there is nothing to show, and so no box. It does not depend on the
 * day, so that pages need not be rebuilt every day: the reader's browser chooses among several
 * (`src/components/furniture/rotate.js`). On no day does a page show one advertisement more than twice.
 * @param advertising the publication's advertising, checked: every name in `slots` is one of `houseAds`
 * @param occasion the page's address, because different pages start with different advertisements, and the edition's
 *   moment, which decides what runs
 */
export const fillSlot = (
  position: Position,
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  { page, moment }: { page: string; moment: Date },
): FilledSlot | undefined => {
  const slots = positionsWith(position);
  const ads =
    spread(
      slots.map((slot) => running(slot, advertising, moment)),
      (text, limit) => drawn(`${text} ${page}`, limit),
    )[slots.indexOf(position)] ?? [];
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
 * Whether any slot on story pages, or on other pages, has several advertisements that take turns.
 * @param moment the edition's, which decides what runs
 */
export const isRotating = (
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  { moment, onStories }: { moment: Date; onStories: boolean },
): boolean =>
  (Object.keys(positions) as Position[])
    .filter((position) => /^(?:front|list)-/.test(position) !== onStories)
    .some((position) => running(position, advertising, moment).length > 1);

/** The pictures of an advertisement that a slot may show. */
const picturesIn = (position: Position, { banner, strip, rectangle }: HouseAd['pictures']) =>
  ({ line: [], head: [banner], wide: [banner, strip], box: [rectangle] })[positions[position]];

/** Every picture that a page may show at a moment, by its path in the publication file. */
export const slotPictures = (
  advertising: Pick<Advertising, 'houseAds' | 'slots'>,
  moment: Date,
): string[] =>
  [
    ...new Set(
      (Object.keys(positions) as Position[]).flatMap((position) =>
        running(position, advertising, moment).flatMap(({ pictures }) =>
          picturesIn(position, pictures),
        ),
      ),
    ),
  ].filter((path) => path !== undefined);

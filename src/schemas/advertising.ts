import { z } from 'zod';
import { line, link, moment, rule } from './values.ts';

/** The shapes of house advertisements, in CSS pixels as shown. Pictures are drawn at twice that size. */
export const shapes = {
  /** Wide slots, and the one above everything, on screens of 800 px and more. */
  banner: { width: 728, height: 90 },
  /** Wide slots on narrower screens. */
  strip: { width: 320, height: 100 },
  /** Box slots on every screen. */
  rectangle: { width: 300, height: 250 },
} as const;
export type Shape = keyof typeof shapes;

/**
 * The slots on a story's page, the front page and lists, in the order of the page, and what each has room for. Above the
 * text of a story that is a line of type, so that readers see the story: `line` always, `head` on phones.
 */
export const positions = {
  top: 'head',
  'below-headline': 'line',
  'after-article-1': 'box',
  'after-article-2': 'box',
  'below-must-read': 'box',
  'below-related': 'wide',
  'front-top': 'wide',
  'front-rail': 'box',
  'front-bottom': 'wide',
  'list-top': 'wide',
  'list-bottom': 'wide',
} as const;
export type Position = keyof typeof positions;

/** The slots that share a page with this one, and it, in the order of the page. */
export const positionsWith = (position: Position): Position[] => {
  const pageOf = (name: Position) => /^(?:front|list)-/.exec(name)?.[0];
  return (Object.keys(positions) as Position[]).filter((name) => pageOf(name) === pageOf(position));
};

const picture = z.string().trim().min(1);

/** A house advertisement: pictures, or text alone where it has no picture for a slot's shape. */
export const houseAdSchema = z
  .strictObject({
    /** Its headline, at most 80 characters: `Read us in your feed reader`. */
    title: line(80),
    /** The line below the headline, at most 160 characters. */
    text: line(160).optional(),
    /** Alternative text of its pictures: what they show and say (WCAG 1.1.1). Left out, `title` and `text` are used. */
    alt: line(300).optional(),
    /** Where it leads: a path on this site, an https:// address, or mailto:. */
    link,
    /** When it starts, with a UTC offset: `"2025-03-01T00:00:00+02:00"`. Earlier editions leave it out. */
    from: moment.optional(),
    /** When it ends, likewise. Editions of that moment or later leave it out. */
    until: moment.optional(),
    /**
     * Its share of a slot that several use: with a weight of 2 it is shown twice as often as one with 1. At most 100.
     */
    weight: z.int().min(1).max(100).default(1),
    /**
     * Its pictures by shape, as paths in the content folder, at exactly twice the size of the shape:
     * banner 1456×180, strip 640×200 (both or neither), rectangle 600×500.
     * A shape without a picture shows `title` and `text`, which costs the reader no request.
     */
    pictures: z
      .strictObject({
        banner: picture.optional(),
        strip: picture.optional(),
        rectangle: picture.optional(),
      })
      .refine(
        ({ banner, strip }) => (banner === undefined) === (strip === undefined),
        rule(
          'banner and strip together',
          'Add the missing one: a wide slot shows strip on phones, banner elsewhere.',
        ),
      )
      .default({}),
  })
  .refine(
    ({ from, until }) =>
      from === undefined || until === undefined || Date.parse(from) < Date.parse(until),
    { ...rule('a moment after `from`', 'Correct one of the two.'), path: ['until'] },
  );

export type HouseAd = z.output<typeof houseAdSchema>;

const slotNames = z.enum(Object.keys(positions) as [Position]);

const units = <Unit extends z.ZodType>(unit: Unit) => z.partialRecord(slotNames, unit);

/**
 * An advertising network. Its script loads only for readers who agreed, once one of its slots comes near the screen.
 */
const networkSchema = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('google-ad-manager'),
    /** The path of the ad unit for each slot, as Ad Manager shows it: `{ top: '/1234567/story-top' }`. */
    units: units(
      z
        .string()
        .trim()
        .refine(
          (text) => /^\/\d+(?:,\d+)?(?:\/[\w.*/\\!<:()-]+)+$/.test(text),
          rule('the path of an ad unit, such as /1234567/front-top', 'Copy it from Ad Manager.'),
        ),
    ),
  }),
  z.strictObject({
    provider: z.literal('adsense'),
    /** Your publisher id: `ca-pub-` and 16 digits. */
    client: z
      .string()
      .trim()
      .refine(
        (text) => /^ca-pub-\d{16}$/.test(text),
        rule('a publisher id: ca-pub- and 16 digits', 'Copy it from AdSense.'),
      ),
    /** The id of the ad unit for each slot, ten digits: `{ top: '1234567890' }`. */
    units: units(
      z
        .string()
        .trim()
        .refine(
          (text) => /^\d{10}$/.test(text),
          rule('the id of an ad unit: ten digits', 'Copy it from AdSense.'),
        ),
    ),
  }),
]);

export type Network = z.output<typeof networkSchema>;

export const advertisingSchema = z
  .strictObject({
    /** House advertisements by names of your choice: `{ feed: { title: …, link: … } }`. */
    houseAds: z.record(z.string(), houseAdSchema).default({}),
    /**
     * The house advertisements in each slot: one name, or several that take turns: `{ top: 'feed' }`. Slots of a
     * story: top, below-headline, after-article-1, after-article-2, below-must-read, below-related; of the front page:
     * front-top, front-rail, front-bottom; of a list: list-top, list-bottom. A slot left out leaves no box and no gap. No
     * page shows one advertisement more than twice: with too few of them, the last slots stay empty.
     */
    slots: z
      .partialRecord(
        slotNames,
        z.union([z.string().transform((name) => [name]), z.array(z.string()).min(1)]),
      )
      .default({}),
    /**
     * An advertising network for slots without house advertisements. Readers are asked for the consent that it needs.
     */
    network: networkSchema.optional(),
    /** Topics whose stories carry no advertising, by any of their names: `[War, Suicide]`. */
    sensitiveTopics: z.array(line(80)).default([]),
  })
  .superRefine(({ houseAds, slots, network }, context) => {
    const both = Object.keys(network?.units ?? {}).filter((position) => position in slots);
    for (const position of both) {
      context.addIssue({
        code: 'custom',
        input: 'a slot that already has house advertisements',
        path: ['network', 'units', position],
        ...rule('a slot without house advertisements', 'Remove it here or from `slots`.'),
      });
    }
    const unknown = Object.entries(slots).flatMap(([position, names]) =>
      names.filter((name) => !Object.hasOwn(houseAds, name)).map((name) => ({ position, name })),
    );
    for (const { position, name } of unknown) {
      context.addIssue({
        code: 'custom',
        input: name,
        path: ['slots', position],
        ...rule(
          `the name of a house advertisement: ${Object.keys(houseAds).join(', ') || '(there is none)'}`,
          'Correct the name, or add the advertisement to `houseAds`.',
        ),
      });
    }
  });

/** A publication's advertising, checked and completed. */
export type Advertising = z.output<typeof advertisingSchema>;

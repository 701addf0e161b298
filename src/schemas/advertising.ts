import { z } from 'zod';
import { line, link, moment, rule } from './values.ts';

/** The pictures of a house advertisement: CSS pixels as shown. Draw them at twice that size. */
export const shapes = {
  /** Wide slots from 760 px. */
  banner: { width: 728, height: 90 },
  /** Wide slots on a phone. */
  strip: { width: 320, height: 100 },
  /** Box slots, everywhere. */
  rectangle: { width: 300, height: 250 },
} as const;
export type Shape = keyof typeof shapes;

/** The places that may carry an advertisement, and how much room each keeps: on an article's page, the front page, a list. */
export const positions = {
  top: 'wide',
  'below-headline': 'wide',
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

const picture = z.string().trim().min(1);

/** The publisher's own advertisement: pictures, or type alone where it has none for a slot's shape. */
export const houseAdSchema = z
  .strictObject({
    /** What it says first. */
    title: line(80),
    /** What it says below that. */
    text: line(160).optional(),
    /** What its pictures show and say, for those who do not see them (WCAG 1.1.1); `title` and `text` where left out. */
    alt: line(300).optional(),
    /** Where it leads. */
    link,
    /** When it is shown: an edition of an earlier moment leaves it out … */
    from: moment.optional(),
    /** … and so does one of this moment or a later one. */
    until: moment.optional(),
    /** How often it is chosen where a slot has several: twice as often as one of half the weight. */
    weight: z.int().min(1).max(100).default(1),
    /**
     * Its pictures by shape, as paths in the content folder, drawn at exactly twice the shape's size:
     * banner 1456×180, strip 640×200 (these two go together), rectangle 600×500.
     * A shape without a picture is set in type, which costs the reader no request.
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

/** A network that fills slots. Its script loads for readers who agreed, once such a slot nears the screen. */
const networkSchema = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('google-ad-manager'),
    /** The path of the ad unit for each slot, as Ad Manager shows it: `/1234567/front-top`. */
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
    /** Your publisher id: `ca-pub-…`. */
    client: z
      .string()
      .trim()
      .refine(
        (text) => /^ca-pub-\d{16}$/.test(text),
        rule('a publisher id: ca-pub- and 16 digits', 'Copy it from AdSense.'),
      ),
    /** The id of the ad unit for each slot: ten digits. */
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
    /** The publisher's own advertisements, by a name of your choice. */
    houseAds: z.record(z.string(), houseAdSchema).default({}),
    /**
     * Which house advertisements stand in which slot: one name, or several, of which each page shows one today and
     * perhaps another tomorrow. Slots of a story: top, below-headline, after-article-1, after-article-2,
     * below-must-read, below-related; of the front page: front-top, front-rail, front-bottom; of a list: list-top,
     * list-bottom. A slot left out leaves no box and no gap.
     */
    slots: z
      .partialRecord(
        slotNames,
        z.union([z.string().transform((name) => [name]), z.array(z.string()).min(1)]),
      )
      .default({}),
    /** A network for slots that house advertisements do not fill. It needs the reader's consent, which the paper asks. */
    network: networkSchema.optional(),
    /** Topics whose stories carry no advertising, by any of their names: `[War, Suicide]`. */
    sensitiveTopics: z.array(line(80)).default([]),
  })
  .superRefine(({ houseAds, slots, network }, context) => {
    const both = Object.keys(network?.units ?? {}).filter((position) => position in slots);
    for (const position of both) {
      context.addIssue({
        code: 'custom',
        input: 'a slot that house advertisements fill already',
        path: ['network', 'units', position],
        ...rule('a slot of its own', 'Remove it here or from `slots`.'),
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

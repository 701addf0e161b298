import { z } from 'zod';
import { line, link, rule } from './values.ts';

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

/** The places that may carry an advertisement, and how much room each keeps. */
export const positions = {
  top: 'wide',
  'below-headline': 'wide',
  'after-article-1': 'box',
  'after-article-2': 'box',
  'below-must-read': 'box',
  'below-related': 'wide',
} as const;
export type Position = keyof typeof positions;

const picture = z.string().trim().min(1);

/** The publisher's own advertisement: pictures, or type alone where it has none for a slot's shape. */
export const houseAdSchema = z.strictObject({
  /** What it says first; with `text`, also the description of its pictures. */
  title: line(80),
  /** What it says below that. */
  text: line(160).optional(),
  /** Where it leads. */
  link,
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
});

export const advertisingSchema = z
  .strictObject({
    /** The publisher's own advertisements, by a name of your choice. */
    houseAds: z.record(z.string(), houseAdSchema).default({}),
    /** Which house advertisement stands in which slot. A slot left out leaves no box and no gap. */
    slots: z.partialRecord(z.enum(Object.keys(positions) as [Position]), z.string()).default({}),
  })
  .superRefine(({ houseAds, slots }, context) => {
    for (const [position, name] of Object.entries(slots)) {
      if (Object.hasOwn(houseAds, name)) continue;
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

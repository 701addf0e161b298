import type { SourceFault } from '../model.ts';

/** Where something stands in a file, both counted from 1. Columns are characters, not bytes. */
export interface Place {
  line: number;
  column: number;
}

/** What readers mend on their way, and what they have to leave out often enough to be counted. */
const kinds = {
  before: 'text before the beginning of the document',
  after: 'text after the end of the document',
  control: 'control characters',
  ampersand: 'a bare & outside CDATA',
  cdataEnd: ']]> inside a CDATA section',
  cdataOpen: 'a CDATA section that was left open',
  itemOpen: 'an item that was left open',
  windows1252: 'bytes of Windows-1252 in a file that says UTF-8',
  twice: 'letters that had been encoded twice',
  zeroDate: 'a published entry without a moment in UTC',
  noSlug: 'a published entry without a slug',
  noGuid: 'an entry without a guid',
  noDomain: 'a category that does not say whether it is one',
  settings: 'settings with wrong lengths (serialised PHP)',
  double: 'an entry that stands in the export twice',
  login: 'a byline of which the file has nothing but the login',
} as const;

/** Kinds by which something is lost. */
const lossy: ReadonlySet<string> = new Set(['login']);

export type Repair = keyof typeof kinds;

/** Counts repairs, so that a report has one line for each kind in each file, not one for each byte. */
export interface Repairs {
  count: (kind: Repair, place?: Place, times?: number) => void;
  /** One fault for each kind met so far, at the place of the first. */
  faults: () => SourceFault[];
}

/** @param file as messages name it */
export const countRepairs = (file: string): Repairs => {
  const met = new Map<Repair, { times: number; place: Place | undefined }>();
  return {
    count: (kind, place, times = 1) => {
      if (times === 0) return;
      const known = met.get(kind);
      if (known === undefined) met.set(kind, { times, place });
      else known.times += times;
    },
    faults: () =>
      [...met].map(([kind, { times, place }]) => ({
        type: 'fault',
        file,
        line: place?.line,
        column: place?.column,
        found: times === 1 ? kinds[kind] : `${kinds[kind]} (${times} times)`,
        repaired: !lossy.has(kind),
      })),
  };
};

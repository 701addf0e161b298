import type { WordTable } from './table.ts';

/** The label of each note below a story, in every language of the interface. */
export const noteLabels = {
  source: {
    en: 'Source link',
    fr: 'Lien vers la source',
    uk: 'Посилання на джерело',
    ar: 'رابط المصدر',
  },
} as const satisfies WordTable;

/** A note below a story. */
export type NoteName = keyof typeof noteLabels;

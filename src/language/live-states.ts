import type { WordTable } from './table.ts';

/** What is said of the coverage of a live story, instead of its kind, in every language of the interface. */
export const liveStateNames = {
  live: { en: 'Live', fr: 'Direct', uk: 'Наживо', ar: 'مباشر' },
  paused: {
    en: 'Coverage paused',
    fr: 'Direct en pause',
    uk: 'Наживо: перерва',
    ar: 'التغطية متوقفة مؤقتًا',
  },
  over: {
    en: 'Coverage ended',
    fr: 'Direct terminé',
    uk: 'Наживо: завершено',
    ar: 'انتهت التغطية',
  },
} as const satisfies WordTable;

/** The state of a live story's coverage. */
export type LiveState = keyof typeof liveStateNames;

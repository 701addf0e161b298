import type { WordTable } from './table.ts';

/** The words on the page of a live story, in every language of the interface. */
export const liveWords = {
  summary: { en: 'Summary', fr: 'Le point', uk: 'Підсумок', ar: 'الخلاصة' },
  pinned: { en: 'Pinned', fr: 'Épinglé', uk: 'Закріплено', ar: 'مثبّت' },
  keyMoment: { en: 'Key moment', fr: 'Moment clé', uk: 'Ключовий момент', ar: 'لحظة مفصلية' },
  keyMoments: {
    en: 'Key moments',
    fr: 'Les moments clés',
    uk: 'Ключові моменти',
    ar: 'أبرز اللحظات',
  },
} as const satisfies WordTable;

import type { WordTable } from './table.ts';

/** The name of each kind of story, in every language of the interface. */
export const kindNames = {
  news: { en: 'News', fr: 'Actualité', uk: 'Новини', ar: 'خبر' },
  analysis: { en: 'Analysis', fr: 'Analyse', uk: 'Аналітика', ar: 'تحليل' },
  opinion: { en: 'Opinion', fr: 'Tribune', uk: 'Думка', ar: 'رأي' },
  explainer: { en: 'Explainer', fr: 'Décryptage', uk: 'Пояснення', ar: 'شرح' },
  live: { en: 'Live', fr: 'Direct', uk: 'Наживо', ar: 'مباشر' },
  sponsored: {
    en: 'Sponsored',
    fr: 'Contenu sponsorisé',
    uk: 'На правах реклами',
    ar: 'محتوى مموّل',
  },
} as const satisfies WordTable;

/** A kind of story. */
export type Kind = keyof typeof kindNames;

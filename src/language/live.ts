import type { Language } from './names.ts';
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
  reload: {
    en: 'Reload the page for new entries',
    fr: 'Recharger la page pour les nouveautés',
    uk: 'Оновити сторінку, щоб побачити нові записи',
    ar: 'أعد تحميل الصفحة لرؤية الجديد',
  },
  toNewest: {
    en: 'Go to the newest entry',
    fr: 'Voir la dernière entrée',
    uk: 'До найновішого запису',
    ar: 'إلى أحدث إدخال',
  },
} as const satisfies WordTable;

/** A sentence by the plural forms of a language (`Intl.PluralRules`); `#` stands for the number. */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
>;

/** How many entries are new, in every language of the interface. */
export const newEntries: Readonly<Record<Language, PluralForms>> = {
  en: { one: '# new entry', other: '# new entries' },
  fr: { one: '# nouvelle entrée', other: '# nouvelles entrées' },
  uk: {
    one: '# новий запис',
    few: '# нові записи',
    many: '# нових записів',
    other: '# нового запису',
  },
  ar: {
    one: 'إدخال جديد واحد',
    two: 'إدخالان جديدان',
    few: '# إدخالات جديدة',
    many: '# إدخالًا جديدًا',
    other: '# إدخال جديد',
  },
};

import type { FieldTable } from './field-words.ts';

/** The source of a syndicated story. */
export const sourceWords = {
  name: {
    title: { en: 'Name', fr: 'Nom', uk: 'Назва', ar: 'الاسم' },
    manual: {
      en: 'Who published it first: `Agency`.',
      fr: 'Qui l’a publié d’abord : `Agence`.',
      uk: 'Хто опублікував його першим: `Агентство`.',
      ar: 'من نشرها أولًا: `وكالة`.',
    },
  },
  url: {
    title: { en: 'Address', fr: 'Adresse', uk: 'Адреса', ar: 'العنوان الإلكتروني' },
    manual: {
      en: 'Its address there.',
      fr: 'Son adresse là-bas.',
      uk: 'Його адреса там.',
      ar: 'عنوانها هناك.',
    },
  },
} as const satisfies FieldTable;

/** A correction. */
export const correctionWords = {
  date: {
    title: { en: 'Corrected', fr: 'Rectifié', uk: 'Виправлено', ar: 'وقت التصحيح' },
    manual: {
      en: 'When it was corrected.',
      fr: 'Quand il a été rectifié.',
      uk: 'Коли виправлено.',
      ar: 'متى صُحّحت.',
    },
  },
  text: {
    title: { en: 'Correction', fr: 'Rectificatif', uk: 'Виправлення', ar: 'التصحيح' },
    manual: {
      en: 'What was wrong and what is right.',
      fr: 'Ce qui était faux et ce qui est juste.',
      uk: 'Що було неправильно і як правильно.',
      ar: 'ما كان خطأً وما هو الصواب.',
    },
  },
} as const satisfies FieldTable;

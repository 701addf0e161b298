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

/** A note on a change. */
export const changeNoteWords = {
  kind: {
    title: { en: 'Kind', fr: 'Nature', uk: 'Вид', ar: 'النوع' },
    manual: {
      en: 'A correction of what was wrong, an update with what happened since, or a clarification of what could be misread.',
      fr: 'Un rectificatif de ce qui était faux, une mise à jour de ce qui s’est passé depuis, ou une précision sur ce qui pouvait être mal compris.',
      uk: 'Виправлення того, що було неправильно, оновлення про те, що сталося відтоді, або уточнення того, що можна було зрозуміти хибно.',
      ar: 'تصحيح لما كان خطأً، أو تحديث بما جرى بعد ذلك، أو توضيح لما قد يُساء فهمه.',
    },
  },
  date: {
    title: { en: 'Changed', fr: 'Modifié', uk: 'Змінено', ar: 'وقت التغيير' },
    manual: {
      en: 'When the story was changed.',
      fr: 'Quand l’article a été modifié.',
      uk: 'Коли матеріал змінено.',
      ar: 'متى غُيّرت المادة.',
    },
  },
  text: {
    title: { en: 'Note', fr: 'Note', uk: 'Примітка', ar: 'الملاحظة' },
    manual: {
      en: 'What was changed, and why.',
      fr: 'Ce qui a été modifié, et pourquoi.',
      uk: 'Що змінено й чому.',
      ar: 'ما الذي غُيّر ولماذا.',
    },
  },
} as const satisfies FieldTable;

/** The withdrawal of a story. */
export const withdrawalWords = {
  date: {
    title: { en: 'Withdrawn', fr: 'Retrait', uk: 'Відкликано', ar: 'وقت السحب' },
    manual: {
      en: 'When it is withdrawn. Earlier editions still show it.',
      fr: 'Quand il est retiré. Les éditions antérieures le montrent encore.',
      uk: 'Коли його відкликано. Раніші випуски ще показують його.',
      ar: 'متى تُسحب. الطبعات الأسبق لا تزال تعرضها.',
    },
  },
  reason: {
    title: { en: 'Reason', fr: 'Motif', uk: 'Причина', ar: 'السبب' },
    manual: {
      en: 'Why, in a sentence that readers see instead of the story.',
      fr: 'Pourquoi, en une phrase que les lecteurs voient à la place de l’article.',
      uk: 'Чому: речення, яке читачі бачать замість матеріалу.',
      ar: 'لماذا، في جملة يراها القراء بدل المادة.',
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

import type { WordTable } from '../../language/table.ts';

/** The words around the corrections of a story. */
export const correctionWords = {
  corrections: { en: 'Corrections', fr: 'Rectificatifs', uk: 'Виправлення', ar: 'تصويبات' },
  correct: {
    en: 'Correct this story',
    fr: 'Rectifier cet article',
    uk: 'Виправити цю статтю',
    ar: 'صوّب هذا المقال',
  },
  wrong: {
    en: 'What was wrong',
    fr: 'Ce qui était faux',
    uk: 'Що було неправильно',
    ar: 'ما كان خطأ',
  },
  wrongHint: {
    en: 'An earlier version gave the bridge two arches.',
    fr: 'Une version antérieure donnait deux arches au pont.',
    uk: 'У попередній версії йшлося про дві арки мосту.',
    ar: 'ذكرت نسخة سابقة أن للجسر قوسين.',
  },
  right: { en: 'What is right', fr: 'Ce qui est juste', uk: 'Як правильно', ar: 'ما هو الصواب' },
  rightHint: { en: 'It has three.', fr: 'Il en a trois.', uk: 'Їх три.', ar: 'له ثلاثة أقواس.' },
  manual: {
    en: 'Readers see both sentences with today’s date under the story and in the list of corrections. Change the text itself as well.',
    fr: 'Les lecteurs voient les deux phrases, datées d’aujourd’hui, sous l’article et dans la liste des rectificatifs. Corrigez aussi le texte lui-même.',
    uk: 'Читачі побачать обидва речення із сьогоднішньою датою під статтею та в переліку виправлень. Змініть і сам текст.',
    ar: 'يرى القراء الجملتين مع تاريخ اليوم أسفل المقال وفي قائمة التصويبات. عدّل النص نفسه أيضًا.',
  },
  needBoth: {
    en: 'Say both: what was wrong and what is right.',
    fr: 'Dites les deux : ce qui était faux et ce qui est juste.',
    uk: 'Скажіть обидва: що було неправильно і як правильно.',
    ar: 'اذكر الأمرين: ما كان خطأ وما هو الصواب.',
  },
  tooLong: {
    en: 'Keep the two together to 1,000 characters.',
    fr: 'Les deux ensemble peuvent avoir 1 000 signes.',
    uk: 'Разом може бути до 1000 знаків.',
    ar: 'يمكن أن يبلغ مجموعهما 1000 حرف.',
  },
  add: {
    en: 'Add the correction',
    fr: 'Ajouter le rectificatif',
    uk: 'Додати виправлення',
    ar: 'أضف التصويب',
  },
  cancel: { en: 'Cancel', fr: 'Annuler', uk: 'Скасувати', ar: 'إلغاء' },
  added: {
    en: 'The correction is in the story. Save the story to publish it.',
    fr: 'Le rectificatif est dans l’article. Enregistrez pour le publier.',
    uk: 'Виправлення додано до статті. Збережіть, щоб опублікувати.',
    ar: 'أُضيف التصويب إلى المقال. احفظه لنشره.',
  },
} as const satisfies WordTable;

import type { FieldTable } from './field-words.ts';

/** How a story was reported. */
export const reportingWords = {
  reporting: {
    title: { en: 'Reporting', fr: 'Méthode', uk: 'Як підготовлено', ar: 'طريقة الإعداد' },
    manual: {
      en: 'How it was reported: a box at its end, in the text edition and in feeds.',
      fr: 'Comment il a été réalisé : un encadré à la fin, dans l’édition texte et dans les flux.',
      uk: 'Як його підготовлено: рамка в кінці, у текстовому випуску та в стрічках.',
      ar: 'كيف أُعدّت: إطار في آخرها وفي النسخة النصية وفي الخلاصات.',
    },
  },
  method: {
    title: { en: 'Method', fr: 'Méthode', uk: 'Метод', ar: 'الطريقة' },
    manual: {
      en: 'How you know: where you were, whom you asked, what you checked.',
      fr: 'Comment vous le savez : où vous étiez, qui vous avez interrogé, ce que vous avez vérifié.',
      uk: 'Звідки ви це знаєте: де були, кого питали, що перевірили.',
      ar: 'كيف عرفتم: أين كنتم ومن سألتم وما الذي تحققتم منه.',
    },
  },
  sources: {
    title: { en: 'Sources', fr: 'Sources', uk: 'Джерела', ar: 'المصادر' },
    item: { en: 'Source', fr: 'Source', uk: 'Джерело', ar: 'المصدر' },
    manual: {
      en: 'Documents and records that readers can look at themselves.',
      fr: 'Des documents que les lecteurs peuvent consulter eux-mêmes.',
      uk: 'Документи, які читачі можуть переглянути самі.',
      ar: 'وثائق يستطيع القراء الاطلاع عليها بأنفسهم.',
    },
  },
  name: {
    title: { en: 'Name', fr: 'Nom', uk: 'Назва', ar: 'الاسم' },
    manual: {
      en: 'What it is called: `The town’s budget of 2025`.',
      fr: 'Comment elle s’appelle : `Le budget 2025 de la ville`.',
      uk: 'Як воно називається: `Бюджет міста на 2025 рік`.',
      ar: 'اسمه: `موازنة البلدة لعام 2025`.',
    },
  },
  url: {
    title: { en: 'Address', fr: 'Adresse', uk: 'Адреса', ar: 'العنوان الإلكتروني' },
    manual: { en: 'Where it is.', fr: 'Où elle se trouve.', uk: 'Де воно є.', ar: 'أين يوجد.' },
  },
  archived: {
    title: {
      en: 'Archived copy',
      fr: 'Copie archivée',
      uk: 'Архівна копія',
      ar: 'النسخة المؤرشفة',
    },
    manual: {
      en: 'The address of a copy that stays when the original changes.',
      fr: 'L’adresse d’une copie qui reste quand l’original change.',
      uk: 'Адреса копії, що лишиться, коли оригінал зміниться.',
      ar: 'عنوان نسخة تبقى إذا تغيّر الأصل.',
    },
  },
  note: {
    title: { en: 'Note', fr: 'Note', uk: 'Примітка', ar: 'ملاحظة' },
    manual: {
      en: 'What it shows, or where in it: `Page 12`.',
      fr: 'Ce qu’elle montre, ou à quel endroit : `Page 12`.',
      uk: 'Що воно показує або де саме: `Сторінка 12`.',
      ar: 'ماذا يُظهر أو في أي موضع: `الصفحة 12`.',
    },
  },
  interests: {
    title: { en: 'Interests', fr: 'Liens d’intérêts', uk: 'Інтереси', ar: 'المصالح' },
    manual: {
      en: 'What readers should know of the authors’ or the paper’s own interest in the matter.',
      fr: 'Ce que les lecteurs doivent savoir des intérêts des auteurs ou du journal dans cette affaire.',
      uk: 'Що читачам варто знати про власний інтерес авторів чи газети.',
      ar: 'ما ينبغي أن يعرفه القراء عن مصلحة الكتّاب أو الصحيفة في الأمر.',
    },
  },
  ai: {
    title: { en: 'AI', fr: 'IA', uk: 'ШІ', ar: 'الذكاء الاصطناعي' },
    manual: {
      en: 'Whether AI had a part in it. If it had, a line above the text says so.',
      fr: 'Si l’IA y a eu part. Si oui, une ligne au-dessus du texte le dit.',
      uk: 'Чи мав до нього стосунок ШІ. Якщо так, про це каже рядок над текстом.',
      ar: 'هل كان للذكاء الاصطناعي دور فيها. إن كان، قاله سطر فوق النص.',
    },
  },
  use: {
    title: { en: 'Use', fr: 'Recours', uk: 'Використання', ar: 'الاستخدام' },
    manual: {
      en: 'None; that it helped; or that it wrote the text, which a named person must have reviewed.',
      fr: 'Aucun ; elle a aidé ; ou elle a écrit le texte, qu’une personne nommée doit avoir relu.',
      uk: 'Жодного; допоміг; або написав текст, який мала перевірити названа людина.',
      ar: 'لا استخدام؛ أو ساعد؛ أو كتب النص، ويجب أن يراجعه شخص يُذكر اسمه.',
    },
  },
  where: {
    title: { en: 'Where', fr: 'Où', uk: 'Де саме', ar: 'أين' },
    manual: {
      en: 'For what: `the translation of the interviews`.',
      fr: 'Pour quoi : `la traduction des entretiens`.',
      uk: 'Для чого: `переклад інтерв’ю`.',
      ar: 'لأي غرض: `ترجمة المقابلات`.',
    },
  },
  reviewer: {
    title: { en: 'Reviewer', fr: 'Relecture', uk: 'Хто перевірив', ar: 'المراجع' },
    manual: {
      en: 'The person who checked it and answers for it.',
      fr: 'La personne qui l’a relu et en répond.',
      uk: 'Людина, яка це перевірила й відповідає за це.',
      ar: 'الشخص الذي راجعها ويتحمل مسؤوليتها.',
    },
  },
} as const satisfies FieldTable;

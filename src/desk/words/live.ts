import type { WordTable } from '../../language/table.ts';

/** The words around the entries of a live story. */
export const liveWords = {
  entries: {
    en: 'Live entries',
    fr: 'Fil du direct',
    uk: 'Записи наживо',
    ar: 'إدخالات البث المباشر',
  },
  add: { en: 'Add entry', fr: 'Ajouter une entrée', uk: 'Додати запис', ar: 'أضف إدخالًا' },
  edit: { en: 'Edit', fr: 'Modifier', uk: 'Змінити', ar: 'تعديل' },
  editEntry: {
    en: 'Edit entry: {words}',
    fr: 'Modifier l’entrée : {words}',
    uk: 'Змінити запис: {words}',
    ar: 'تعديل الإدخال: {words}',
  },
  words: { en: 'What happened', fr: 'Ce qui s’est passé', uk: 'Що сталося', ar: 'ما الذي حدث' },
  body: {
    en: 'More about it (optional)',
    fr: 'Précisions (facultatif)',
    uk: 'Докладніше (необов’язково)',
    ar: 'تفاصيل (اختياري)',
  },
  publish: {
    en: 'Publish entry',
    fr: 'Publier l’entrée',
    uk: 'Опублікувати запис',
    ar: 'انشر الإدخال',
  },
  publishing: { en: 'Publishing …', fr: 'Publication…', uk: 'Публікуємо…', ar: 'جارٍ النشر…' },
  change: { en: 'Change entry', fr: 'Modifier l’entrée', uk: 'Змінити запис', ar: 'عدّل الإدخال' },
  cancel: { en: 'Cancel', fr: 'Annuler', uk: 'Скасувати', ar: 'إلغاء' },
  none: {
    en: 'No entries yet.',
    fr: 'Aucune entrée pour l’instant.',
    uk: 'Записів ще немає.',
    ar: 'لا إدخالات بعد.',
  },
  needed: {
    en: 'Say in a line what happened.',
    fr: 'Dites en une ligne ce qui s’est passé.',
    uk: 'Скажіть одним рядком, що сталося.',
    ar: 'اذكر في سطر ما الذي حدث.',
  },
  published: {
    en: 'The entry is published: {words}',
    fr: 'L’entrée est publiée : {words}',
    uk: 'Запис опубліковано: {words}',
    ar: 'نُشر الإدخال: {words}',
  },
  inReview: {
    en: 'The entry waits for review: {words}',
    fr: 'L’entrée attend une relecture : {words}',
    uk: 'Запис чекає на перевірку: {words}',
    ar: 'الإدخال في انتظار المراجعة: {words}',
  },
  inText: {
    en: 'The story has not been saved yet, so the entry is in its text. Save the story to publish both.',
    fr: 'L’article n’est pas encore enregistré : l’entrée est dans son texte. Enregistrez pour publier les deux.',
    uk: 'Статтю ще не збережено: запис додано до її тексту. Збережіть, щоб опублікувати обоє.',
    ar: 'لم يُحفظ المقال بعد: الإدخال في نصه. احفظه لنشرهما معًا.',
  },
  changedMeanwhile: {
    en: 'Somebody else changed this entry in the meantime. Copy your words, close this, and look at theirs.',
    fr: 'Quelqu’un d’autre a modifié cette entrée entre-temps. Copiez vos mots, fermez, et voyez les siens.',
    uk: 'Хтось тим часом змінив цей запис. Скопіюйте свої слова, закрийте вікно й перегляньте їхні.',
    ar: 'عدّل شخص آخر هذا الإدخال في هذه الأثناء. انسخ كلماتك وأغلق النافذة وانظر ما كتبه.',
  },
  mistake: {
    en: 'Found {found}; expected {expected}. {fix}',
    fr: 'Trouvé : {found} ; attendu : {expected}. {fix}',
    uk: 'Знайдено: {found}; має бути: {expected}. {fix}',
    ar: 'وُجد: {found}؛ المتوقع: {expected}. {fix}',
  },
  message: {
    en: 'Live entry: {words}',
    fr: 'Direct : {words}',
    uk: 'Запис наживо: {words}',
    ar: 'إدخال مباشر: {words}',
  },
} as const satisfies WordTable;

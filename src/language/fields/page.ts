import type { FieldTable } from './field-words.ts';

/** A standing page. */
export const pageWords = {
  title: {
    title: { en: 'Headline', fr: 'Titre', uk: 'Заголовок', ar: 'العنوان' },
    manual: {
      en: 'Its headline, and its name in the footer.',
      fr: 'Son titre, et son nom en pied de page.',
      uk: 'Заголовок сторінки та її назва внизу кожної сторінки.',
      ar: 'عنوانها، واسمها في أسفل الصفحات.',
    },
  },
  description: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'One sentence for search engines and feeds.',
      fr: 'Une phrase pour les moteurs de recherche et les flux.',
      uk: 'Одне речення для пошукових систем і стрічок.',
      ar: 'جملة لمحركات البحث والخلاصات.',
    },
  },
} as const satisfies FieldTable;

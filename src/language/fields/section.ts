import type { FieldTable } from './field-words.ts';

/** A section of the paper. */
export const sectionWords = {
  title: {
    title: { en: 'Name', fr: 'Nom', uk: 'Назва', ar: 'الاسم' },
    manual: {
      en: 'Its name, as in the navigation.',
      fr: 'Son nom, comme dans la navigation.',
      uk: 'Назва, як у навігації.',
      ar: 'اسمه كما في شريط التنقل.',
    },
  },
  description: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'One sentence on what it covers, for its page and for search engines.',
      fr: 'Une phrase sur ce qu’elle couvre, pour sa page et les moteurs de recherche.',
      uk: 'Одне речення про те, що вона висвітлює, для її сторінки та пошукових систем.',
      ar: 'جملة عمّا يغطيه، لصفحته ولمحركات البحث.',
    },
  },
  order: {
    title: { en: 'Place', fr: 'Place', uk: 'Місце', ar: 'الترتيب' },
    manual: {
      en: 'Its place among the sections; 1 comes first.',
      fr: 'Sa place parmi les rubriques ; 1 vient en premier.',
      uk: 'Її місце серед рубрик; 1 — перше.',
      ar: 'موضعه بين الأقسام؛ والرقم 1 هو الأول.',
    },
  },
  parent: {
    title: { en: 'Part of', fr: 'Fait partie de', uk: 'Частина рубрики', ar: 'جزء من' },
    manual: {
      en: 'The section that contains it. That section lists its stories too.',
      fr: 'La rubrique qui la contient. Celle-ci montre aussi ses articles.',
      uk: 'Рубрика, що її містить. Там теж видно її матеріали.',
      ar: 'القسم الذي يحتويه. ويعرض ذلك القسم مواده أيضًا.',
    },
  },
} as const satisfies FieldTable;

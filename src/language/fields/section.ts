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
  accent: {
    title: { en: 'Colour', fr: 'Couleur', uk: 'Колір', ar: 'اللون' },
    manual: {
      en: 'The colour of its lines and of the words above its headlines: `#1d5c63`, or `light-dark(#1d5c63, #7cc4cc)` for light and dark pages. Left out, that of the section that contains it, or else none.',
      fr: 'La couleur de ses filets et des mots au-dessus de ses titres : `#1d5c63`, ou `light-dark(#1d5c63, #7cc4cc)` pour les pages claires et sombres. Sans elle, celle de la rubrique qui la contient, sinon aucune.',
      uk: 'Колір її ліній і слів над заголовками: `#1d5c63` або `light-dark(#1d5c63, #7cc4cc)` для світлих і темних сторінок. Без нього — колір рубрики, що її містить, або жодного.',
      ar: 'لون خطوطه والكلمات التي فوق عناوينه: ‏`#1d5c63` أو `light-dark(#1d5c63, #7cc4cc)` للصفحات الفاتحة والداكنة. إن تُرك فلون القسم الذي يحتويه، وإلا فلا لون.',
    },
  },
} as const satisfies FieldTable;

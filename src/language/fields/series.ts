import type { FieldTable } from './field-words.ts';

/** A story's place in a series. */
export const partWords = {
  id: {
    title: { en: 'Series', fr: 'Série', uk: 'Серія', ar: 'السلسلة' },
    manual: {
      en: 'Its name in addresses, the same in every part: `the-river`.',
      fr: 'Son nom dans les adresses, le même dans chaque volet : `le-fleuve`.',
      uk: 'Її назва в адресах, однакова в усіх частинах: `річка`.',
      ar: 'اسمها في العناوين، وهو واحد في كل الأجزاء: `النهر`.',
    },
  },
  part: {
    title: { en: 'Part', fr: 'Volet', uk: 'Частина', ar: 'الجزء' },
    manual: {
      en: 'Which part of the series it is, from 1. Drafts and scheduled stories keep their number.',
      fr: 'Le numéro du volet, à partir de 1. Les brouillons et les articles programmés gardent le leur.',
      uk: 'Котра це частина, починаючи з 1. Чернетки й заплановані матеріали зберігають свій номер.',
      ar: 'رقم الجزء بدءًا من 1. وتحتفظ المسودات والمواد المجدولة بأرقامها.',
    },
  },
} as const satisfies FieldTable;

/** The descriptions of series. */
export const seriesWords = {
  series: {
    title: { en: 'Series', fr: 'Séries', uk: 'Серії матеріалів', ar: 'السلاسل' },
    item: { en: 'Series', fr: 'Série', uk: 'Серія', ar: 'السلسلة' },
    manual: {
      en: 'Series as stories name them, with their titles. One that is not here is titled after its name.',
      fr: 'Les séries telles que les articles les nomment, avec leurs titres. Celle qui n’y figure pas porte son nom pour titre.',
      uk: 'Серії, як їх називають матеріали, з їхніми заголовками. Та, якої тут немає, має за заголовок свою назву.',
      ar: 'السلاسل كما تسميها المواد، وعناوينها. وما لم يُذكر هنا فعنوانه اسمه.',
    },
  },
  name: {
    title: { en: 'Series', fr: 'Série', uk: 'Серія', ar: 'السلسلة' },
    manual: {
      en: 'Its name, as in the `series` of its stories.',
      fr: 'Son nom, comme dans `series` de ses articles.',
      uk: 'Її назва, як у `series` її матеріалів.',
      ar: 'اسمها كما في `series` في موادها.',
    },
  },
  title: {
    title: { en: 'Title', fr: 'Titre', uk: 'Заголовок', ar: 'العنوان' },
    manual: {
      en: 'On its page, above each part and in feeds.',
      fr: 'Sur sa page, au-dessus de chaque volet et dans les flux.',
      uk: 'На її сторінці, над кожною частиною та в стрічках.',
      ar: 'في صفحتها وفوق كل جزء وفي الخلاصات.',
    },
  },
  text: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'A sentence or two about it, for its page and for search engines.',
      fr: 'Une phrase ou deux à son sujet, pour sa page et les moteurs de recherche.',
      uk: 'Речення чи два про неї, для її сторінки та пошукових систем.',
      ar: 'جملة أو جملتان عنها، لصفحتها ولمحركات البحث.',
    },
  },
} as const satisfies FieldTable;

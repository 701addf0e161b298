import type { FieldTable } from './field-words.ts';

/** The descriptions of topics. */
export const topicsWords = {
  topics: {
    title: { en: 'Topics', fr: 'Sujets', uk: 'Теми', ar: 'المواضيع' },
    item: { en: 'Topic', fr: 'Sujet', uk: 'Тема', ar: 'الموضوع' },
    manual: {
      en: 'Topics as stories name them, and their descriptions. A topic that needs no description need not be here.',
      fr: 'Les sujets tels que les articles les nomment, et leurs descriptions. Un sujet sans description n’a pas à y figurer.',
      uk: 'Теми, як їх називають матеріали, та їхні описи. Тему без опису сюди вписувати не треба.',
      ar: 'المواضيع كما تسميها المواد وأوصافها. وما لا يحتاج إلى وصف لا يلزم ذكره هنا.',
    },
  },
  name: {
    title: { en: 'Topic', fr: 'Sujet', uk: 'Тема', ar: 'الموضوع' },
    manual: {
      en: 'Its name, as in the `topics` of stories.',
      fr: 'Son nom, comme dans les `topics` des articles.',
      uk: 'Її назва, як у `topics` матеріалів.',
      ar: 'اسمه كما في `topics` في المواد.',
    },
  },
  title: {
    title: {
      en: 'Name on the page',
      fr: 'Nom sur la page',
      uk: 'Назва на сторінці',
      ar: 'الاسم في الصفحة',
    },
    manual: {
      en: 'If it should differ from the spelling that most stories use.',
      fr: 'S’il doit différer de l’orthographe de la plupart des articles.',
      uk: 'Якщо вона має відрізнятися від того, як пише більшість матеріалів.',
      ar: 'إن أُريد أن يختلف عن الكتابة الغالبة في المواد.',
    },
  },
  text: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'A sentence or two about it, for its page and for search engines.',
      fr: 'Une phrase ou deux à son sujet, pour sa page et les moteurs de recherche.',
      uk: 'Речення чи два про неї, для її сторінки та пошукових систем.',
      ar: 'جملة أو جملتان عنه، لصفحته ولمحركات البحث.',
    },
  },
  synonyms: {
    title: { en: 'Other names', fr: 'Autres noms', uk: 'Інші назви', ar: 'أسماء أخرى' },
    item: { en: 'Other name', fr: 'Autre nom', uk: 'Інша назва', ar: 'اسم آخر' },
    manual: {
      en: 'Other names that lead to it: `[North Atlantic Treaty Organization]`.',
      fr: 'D’autres noms qui y mènent : `[Organisation du traité de l’Atlantique nord]`.',
      uk: 'Інші назви, що ведуть до неї: `[Північноатлантичний альянс]`.',
      ar: 'أسماء أخرى تؤدي إليه: `[حلف شمال الأطلسي]`.',
    },
  },
} as const satisfies FieldTable;

import type { WordTable } from '../../language/table.ts';

/** The words of the editor of the front page. */
export const frontWords = {
  manual: {
    en: 'Whatever you leave empty is filled by date, kind and Must Read.',
    fr: 'Ce qui reste vide ici est composé d’après les dates, les genres et les incontournables.',
    uk: 'Що тут залишено порожнім, укладається за датами, видами та «Обов’язково до прочитання».',
    ar: 'ما يُترك فارغًا هنا يُرتّب حسب التواريخ والأنواع وقائمة «لا بد من قراءتها».',
  },
  lead: { en: 'Lead story', fr: 'Article principal', uk: 'Головна стаття', ar: 'المقال الرئيسي' },
  automatic: { en: 'Automatic', fr: 'Automatique', uk: 'Автоматично', ar: 'تلقائي' },
  seconds: {
    en: 'Stories beside it',
    fr: 'Articles à côté',
    uk: 'Статті поруч',
    ar: 'المقالات المجاورة',
  },
  secondsFull: {
    en: 'There are eight, which is the most. Take one out first.',
    fr: 'Il y en a huit, le maximum. Retirez-en d’abord un.',
    uk: 'Їх уже вісім, більше не можна. Спершу приберіть одну.',
    ar: 'هناك ثمانية، وهو الحد الأقصى. أزل واحدًا أولًا.',
  },
  choose: {
    en: 'Choose a story',
    fr: 'Choisir un article',
    uk: 'Вибрати статтю',
    ar: 'اختر مقالًا',
  },
  addStory: { en: 'Add a story', fr: 'Ajouter un article', uk: 'Додати статтю', ar: 'أضف مقالًا' },
  search: {
    en: 'Find a published story',
    fr: 'Chercher des articles publiés',
    uk: 'Знайти опубліковані статті',
    ar: 'ابحث عن مقالات منشورة',
  },
  noStories: {
    en: 'No published story has these words.',
    fr: 'Aucun article publié ne contient ces mots.',
    uk: 'Жодна опублікована стаття не має цих слів.',
    ar: 'لا مقال منشورًا يحتوي هذه الكلمات.',
  },
  gone: {
    en: 'not published: it is skipped',
    fr: 'non publié : il est sauté',
    uk: 'не опубліковано: пропускається',
    ar: 'غير منشور: يُتخطّى',
  },
  up: {
    en: 'Move up: {what}',
    fr: 'Monter : {what}',
    uk: 'Вище: {what}',
    ar: 'انقل لأعلى: {what}',
  },
  down: {
    en: 'Move down: {what}',
    fr: 'Descendre : {what}',
    uk: 'Нижче: {what}',
    ar: 'انقل لأسفل: {what}',
  },
  remove: {
    en: 'Take out: {what}',
    fr: 'Retirer : {what}',
    uk: 'Прибрати: {what}',
    ar: 'أزل: {what}',
  },
  moved: {
    en: '{what} is now number {number} of {all}.',
    fr: '{what} est maintenant n° {number} sur {all}.',
    uk: '{what}: тепер {number} з {all}.',
    ar: '{what}: الآن رقم {number} من {all}.',
  },
  change: { en: 'Change', fr: 'Changer', uk: 'Змінити', ar: 'تغيير' },
  cancel: { en: 'Cancel', fr: 'Annuler', uk: 'Скасувати', ar: 'إلغاء' },
} as const satisfies WordTable;

import type { FieldTable } from './field-words.ts';

/** The picture at the top of a story. */
export const pictureWords = {
  leadImage: {
    title: {
      en: 'Lead picture',
      fr: 'Image principale',
      uk: 'Головне зображення',
      ar: 'الصورة الرئيسية',
    },
    manual: {
      en: 'The picture at the top, also shown in lists.',
      fr: 'L’image en haut de l’article, montrée aussi dans les listes.',
      uk: 'Зображення вгорі; його видно й у списках.',
      ar: 'الصورة في الأعلى، وتظهر في القوائم أيضًا.',
    },
  },
  src: {
    title: { en: 'Picture', fr: 'Image', uk: 'Зображення', ar: 'الصورة' },
    manual: {
      en: 'Its path, relative to this file: `./lead.jpg`. JPEG, PNG, WebP, AVIF, GIF or SVG, at most 50 megapixels.',
      fr: 'Son chemin, à partir de ce fichier : `./lead.jpg`. JPEG, PNG, WebP, AVIF, GIF ou SVG, 50 mégapixels au plus.',
      uk: 'Шлях від цього файлу: `./lead.jpg`. JPEG, PNG, WebP, AVIF, GIF або SVG, не більше 50 мегапікселів.',
      ar: 'مسارها انطلاقًا من هذا الملف: `./lead.jpg`. بصيغة JPEG أو PNG أو WebP أو AVIF أو GIF أو SVG، وبحد أقصى 50 ميغابكسل.',
    },
  },
  alt: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'What the picture shows, for readers who cannot see it (WCAG 1.1.1). Empty only if it is decorative.',
      fr: 'Ce que montre l’image, pour qui ne la voit pas (WCAG 1.1.1). Vide seulement si elle est décorative.',
      uk: 'Що видно на зображенні, для тих, хто його не бачить (WCAG 1.1.1). Порожній, лише якщо воно декоративне.',
      ar: 'ما تُظهره الصورة لمن لا يراها (WCAG 1.1.1). لا يُترك فارغًا إلا إذا كانت زخرفية.',
    },
  },
  caption: {
    title: { en: 'Caption', fr: 'Légende', uk: 'Підпис', ar: 'التعليق' },
    manual: {
      en: 'The caption under the picture.',
      fr: 'La légende sous l’image.',
      uk: 'Підпис під зображенням.',
      ar: 'التعليق تحت الصورة.',
    },
  },
  credit: {
    title: { en: 'Credit', fr: 'Crédit', uk: 'Авторство', ar: 'حقوق الصورة' },
    manual: {
      en: 'Who made it: `Jane Doe / Agency`.',
      fr: 'Qui l’a faite : `Jane Doe / Agence`.',
      uk: 'Хто його зробив: `Jane Doe / Агентство`.',
      ar: 'من صنعها: `Jane Doe / وكالة`.',
    },
  },
  decorative: {
    title: { en: 'Decorative', fr: 'Décorative', uk: 'Декоративне', ar: 'زخرفية' },
    manual: {
      en: '`true` for a picture that conveys nothing. Only then may the description be empty.',
      fr: '`true` pour une image qui ne dit rien. Alors seulement la description peut être vide.',
      uk: '`true` для зображення, яке нічого не повідомляє. Лише тоді опис може бути порожнім.',
      ar: '‏`true` لصورة لا تنقل معنى. عندئذ فقط يجوز ترك الوصف فارغًا.',
    },
  },
} as const satisfies FieldTable;

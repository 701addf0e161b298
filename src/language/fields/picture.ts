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
      en: 'What the picture shows, for readers who cannot see it (WCAG 1.1.1). Left out if it is decorative. If the picture’s file has one, that is printed, and the check asks you to look at it.',
      fr: 'Ce que montre l’image, pour qui ne la voit pas (WCAG 1.1.1). Inutile si elle est décorative. Si le fichier de l’image en a une, elle est publiée, et la vérification demande de la relire.',
      uk: 'Що видно на зображенні, для тих, хто його не бачить (WCAG 1.1.1). Не потрібен, якщо воно декоративне. Якщо опис є у файлі зображення, друкується він, а перевірка просить на нього глянути.',
      ar: 'ما تُظهره الصورة لمن لا يراها (WCAG 1.1.1). لا حاجة إليه إذا كانت زخرفية. وإذا كان في ملف الصورة وصف نُشر ذلك الوصف، وطلب الفحص مراجعته.',
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
      en: 'Who made it: `Jane Doe / Agency`. Left out, it is what the picture’s file says.',
      fr: 'Qui l’a faite : `Jane Doe / Agence`. Sinon, c’est ce qu’en dit le fichier de l’image.',
      uk: 'Хто його зробив: `Jane Doe / Агентство`. Без цього — те, що каже файл зображення.',
      ar: 'من صنعها: `Jane Doe / وكالة`. وإن تُرك فارغًا فما يقوله ملف الصورة.',
    },
  },
  license: {
    title: { en: 'Licence', fr: 'Licence', uk: 'Ліцензія', ar: 'الترخيص' },
    manual: {
      en: 'The address of the licence that the picture is under, for search engines and in the printed picture. Left out, it is what the picture’s file says.',
      fr: 'L’adresse de la licence de l’image, pour les moteurs de recherche et dans l’image publiée. Sinon, c’est ce qu’en dit le fichier de l’image.',
      uk: 'Адреса ліцензії, під якою це зображення: для пошукових систем і в надрукованому файлі. Без цього — те, що каже файл зображення.',
      ar: 'عنوان الترخيص الذي تخضع له الصورة، لمحركات البحث وفي الصورة المنشورة. وإن تُرك فارغًا فما يقوله ملف الصورة.',
    },
  },
  ai: {
    title: { en: 'AI', fr: 'IA', uk: 'ШІ', ar: 'الذكاء الاصطناعي' },
    manual: {
      en: 'Whether AI made it or changed it. Its caption then says so.',
      fr: 'Si l’IA l’a créée ou modifiée. La légende le dit alors.',
      uk: 'Чи створив або змінив його ШІ. Тоді про це каже підпис.',
      ar: 'هل صنعها الذكاء الاصطناعي أو عدّلها. عندئذ يذكر التعليق ذلك.',
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

import type { Language } from './names.ts';

/** The words about stories that others may publish. */
export interface RepublishWords {
  /** The link at the story's end, and the title of the page that it leads to. */
  title: string;
  about: (headline: string) => string;
  /** What is permitted; the licence's name is a link between the two. */
  may: [before: string, after: string];
  withoutPictures: string;
  html: string;
  text: string;
  copy: string;
  copied: string;
  /** The credit line: who wrote it, where it was first, and the name of the licence. */
  credit: (authors: string, paper: string, licence: string) => string;
}

/** In every language of the interface. */
export const republishWords: Readonly<Record<Language, RepublishWords>> = {
  en: {
    title: 'Republish this story',
    about: (headline) => `“${headline}”: the text to copy, with its credit.`,
    may: [
      'You may publish this story elsewhere under the licence ',
      '. Leave its credit and its link in place.',
    ],
    withoutPictures: 'Pictures are not part of it: they have rights of their own.',
    html: 'As HTML',
    text: 'As plain text',
    copy: 'Copy',
    copied: 'Text copied.',
    credit: (authors, paper, licence) =>
      `By ${authors}. First published by ${paper}, licensed under ${licence}.`,
  },
  fr: {
    title: 'Republier cet article',
    about: (headline) => `« ${headline} » : le texte à copier, avec sa signature.`,
    may: [
      'Vous pouvez publier cet article ailleurs sous la licence ',
      '. Laissez en place la signature et le lien.',
    ],
    withoutPictures: 'Les images n’en font pas partie : elles ont leurs propres droits.',
    html: 'En HTML',
    text: 'En texte brut',
    copy: 'Copier',
    copied: 'Texte copié.',
    credit: (authors, paper, licence) =>
      `Par ${authors}. Publié d’abord par ${paper}, sous licence ${licence}.`,
  },
  uk: {
    title: 'Передрукувати цей матеріал',
    about: (headline) => `«${headline}»: текст для копіювання, з підписом.`,
    may: [
      'Цей матеріал можна публікувати деінде за ліцензією ',
      '. Залиште підпис і посилання на місці.',
    ],
    withoutPictures: 'Зображення сюди не входять: права на них окремі.',
    html: 'Як HTML',
    text: 'Як простий текст',
    copy: 'Копіювати',
    copied: 'Текст скопійовано.',
    credit: (authors, paper, licence) =>
      `Автор: ${authors}. Уперше надруковано: ${paper}, за ліцензією ${licence}.`,
  },
  ar: {
    title: 'إعادة نشر هذه المادة',
    about: (headline) => `«${headline}»: النص المعد للنسخ، مع نسبته إلى أصحابه.`,
    may: ['يمكنك نشر هذه المادة في مكان آخر بموجب الترخيص ', '. اترك النسبة والرابط في مكانهما.'],
    withoutPictures: 'لا تشمل الصور: لها حقوقها الخاصة.',
    html: 'بصيغة HTML',
    text: 'نصًا عاديًا',
    copy: 'انسخ',
    copied: 'نُسخ النص.',
    credit: (authors, paper, licence) =>
      `بقلم ${authors}. نُشرت أولًا في ${paper} بموجب ترخيص ${licence}.`,
  },
};

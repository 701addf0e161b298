import type { FieldTable } from './field-words.ts';

/** A block of the front page. */
export const blockWords = {
  title: {
    title: { en: 'Heading', fr: 'Intitulé', uk: 'Назва', ar: 'الترويسة' },
    manual: {
      en: 'Left out, the section’s title or the topic. Required with `kind`.',
      fr: 'Sans lui, le nom de la rubrique ou le sujet. Obligatoire avec `kind`.',
      uk: 'Без неї — назва рубрики чи тема. Обов’язкова разом із `kind`.',
      ar: 'إن تُركت فاسم القسم أو الموضوع. وهي مطلوبة مع `kind`.',
    },
  },
  section: {
    title: { en: 'Section', fr: 'Rubrique', uk: 'Рубрика', ar: 'القسم' },
    manual: {
      en: 'The section that it shows. A block has one of `section`, `topic` and `kind`.',
      fr: 'La rubrique montrée. Un bloc a soit `section`, soit `topic`, soit `kind`.',
      uk: 'Рубрика, яку він показує. У блока є щось одне: `section`, `topic` або `kind`.',
      ar: 'القسم الذي تعرضه. للكتلة واحد من `section` و`topic` و`kind`.',
    },
  },
  topic: {
    title: { en: 'Topic', fr: 'Sujet', uk: 'Тема', ar: 'الموضوع' },
    manual: {
      en: 'The topic that it shows, by any of its names.',
      fr: 'Le sujet montré, par n’importe lequel de ses noms.',
      uk: 'Тема, яку він показує, за будь-якою з її назв.',
      ar: 'الموضوع الذي تعرضه، بأيٍّ من أسمائه.',
    },
  },
  kind: {
    title: { en: 'Kind', fr: 'Genre', uk: 'Жанр', ar: 'النوع' },
    manual: {
      en: 'The kind of story that it shows.',
      fr: 'Le genre d’articles montré.',
      uk: 'Жанр матеріалів, які він показує.',
      ar: 'نوع المواد التي تعرضها.',
    },
  },
  shape: {
    title: { en: 'Shape', fr: 'Forme', uk: 'Вигляд', ar: 'الشكل' },
    manual: {
      en: '`lead-and-list`, `lead-and-three`, `row`, `opinions` (authors instead of pictures) or `timeline` (times and headlines). Left out, the number of stories decides.',
      fr: '`lead-and-list`, `lead-and-three`, `row`, `opinions` (des auteurs au lieu d’images) ou `timeline` (des heures et des titres). Sans elle, le nombre d’articles décide.',
      uk: '`lead-and-list`, `lead-and-three`, `row`, `opinions` (автори замість зображень) або `timeline` (час і заголовки). Без нього вирішує кількість матеріалів.',
      ar: '‏`lead-and-list` أو `lead-and-three` أو `row` أو `opinions` (الكتّاب بدل الصور) أو `timeline` (أوقات وعناوين). إن تُرك فعدد المواد يقرّر.',
    },
  },
  half: {
    title: { en: 'Half as wide', fr: 'Demi-largeur', uk: 'Половина ширини', ar: 'بنصف العرض' },
    manual: {
      en: 'Two blocks in succession with `half: true` stand side by side.',
      fr: 'Deux blocs successifs avec `half: true` se tiennent côte à côte.',
      uk: 'Два блоки поспіль із `half: true` стоять поруч.',
      ar: 'كتلتان متتاليتان فيهما `half: true` تقفان جنبًا إلى جنب.',
    },
  },
  stories: {
    title: { en: 'Stories', fr: 'Articles', uk: 'Матеріали', ar: 'المواد' },
    manual: {
      en: 'How many stories it shows at most.',
      fr: 'Combien d’articles il montre au plus.',
      uk: 'Скільки матеріалів він щонайбільше показує.',
      ar: 'أقصى عدد من المواد تعرضه.',
    },
  },
} as const satisfies FieldTable;

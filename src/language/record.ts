import type { Language } from './names.ts';

type Counted = (count: string, form: Intl.LDMLPluralRule) => string;

/** The words about the versions of a story. */
export interface RecordWords {
  /** The line under the byline. */
  changed: Counted;
  /** The title of the page of changes, and its description. */
  title: string;
  about: (headline: string) => string;
  version: (number: string) => string;
  /** Said of the version that readers have now. */
  present: string;
  /** Said of the first one. */
  asPublished: string;
  beginsLate: string;
  /** Paragraphs that are left out of a comparison. */
  unchanged: Counted;
  /** Read aloud before words that came or went. */
  added: string;
  removed: string;
  read: string;
  /** Said at the head of an earlier version. */
  wasRead: (from: string, until: string) => string;
  toPresent: string;
}

const ukrainian = (form: Intl.LDMLPluralRule, one: string, few: string, many: string): string =>
  form === 'one' ? one : form === 'few' ? few : many;

/** In every language of the interface. */
export const recordWords: Readonly<Record<Language, RecordWords>> = {
  en: {
    changed: (count, form) =>
      form === 'one'
        ? 'Changed once since publication'
        : `Changed ${count} times since publication`,
    title: 'What changed',
    about: (headline) =>
      `Every version of “${headline}” that readers had, and what was changed from one to the next.`,
    version: (number) => `Version ${number}`,
    present: 'as it stands now',
    asPublished: 'As published.',
    beginsLate: 'The record of this story begins here. What was changed before is not known.',
    unchanged: (count, form) =>
      form === 'one' ? 'One paragraph unchanged' : `${count} paragraphs unchanged`,
    added: 'added',
    removed: 'removed',
    read: 'Read this version',
    wasRead: (from, until) =>
      `This is how the story read from ${from} until ${until}. It has been changed since.`,
    toPresent: 'The story as it stands now',
  },
  fr: {
    changed: (count, form) =>
      form === 'one'
        ? 'Modifié une fois depuis sa publication'
        : `Modifié ${count} fois depuis sa publication`,
    title: 'Ce qui a changé',
    about: (headline) =>
      `Toutes les versions de « ${headline} » que les lecteurs ont eues, et ce qui a changé de l’une à l’autre.`,
    version: (number) => `Version ${number}`,
    present: 'version actuelle',
    asPublished: 'Telle que publiée.',
    beginsLate:
      'L’historique de cet article commence ici. Ce qui a été modifié auparavant n’est pas connu.',
    unchanged: (count, form) =>
      form === 'one' ? 'Un paragraphe inchangé' : `${count} paragraphes inchangés`,
    added: 'ajouté',
    removed: 'supprimé',
    read: 'Lire cette version',
    wasRead: (from, until) =>
      `Voici l’article tel qu’il se lisait entre le ${from} et le ${until}. Il a été modifié depuis.`,
    toPresent: 'L’article dans sa version actuelle',
  },
  uk: {
    changed: (count, form) =>
      `Змінено ${count} ${ukrainian(form, 'раз', 'рази', 'разів')} після публікації`,
    title: 'Що змінилося',
    about: (headline) =>
      `Усі версії матеріалу «${headline}», які мали читачі, і що змінилося від однієї до наступної.`,
    version: (number) => `Версія ${number}`,
    present: 'чинна',
    asPublished: 'Як опубліковано.',
    beginsLate: 'Історія цього матеріалу починається тут. Що змінювали раніше, невідомо.',
    unchanged: (count, form) =>
      `${count} ${ukrainian(form, 'абзац', 'абзаци', 'абзаців')} без змін`,
    added: 'додано',
    removed: 'вилучено',
    read: 'Читати цю версію',
    wasRead: (from, until) =>
      `Таким цей матеріал був у проміжку: ${from} — ${until}. Відтоді його змінили.`,
    toPresent: 'Матеріал, яким він є тепер',
  },
  ar: {
    changed: (count, form) => {
      if (form === 'one') return 'عُدّلت مرة واحدة منذ نشرها';
      if (form === 'two') return 'عُدّلت مرتين منذ نشرها';
      return `عُدّلت ${count} ${form === 'few' ? 'مرات' : 'مرة'} منذ نشرها`;
    },
    title: 'ما الذي تغيّر',
    about: (headline) =>
      `كل نسخة من «${headline}» قرأها القراء، وما تغيّر من كل نسخة إلى التي تليها.`,
    version: (number) => `النسخة ${number}`,
    present: 'الحالية',
    asPublished: 'كما نُشرت.',
    beginsLate: 'يبدأ سجل هذه المادة هنا، وما تغيّر قبل ذلك غير معروف.',
    unchanged: (count, form) => {
      if (form === 'one') return 'فقرة واحدة بلا تغيير';
      if (form === 'two') return 'فقرتان بلا تغيير';
      return `${count} ${form === 'few' ? 'فقرات' : 'فقرة'} بلا تغيير`;
    },
    added: 'أضيف',
    removed: 'حُذف',
    read: 'اقرأ هذه النسخة',
    wasRead: (from, until) => `هكذا كانت المادة من ${from} حتى ${until}، ثم عُدّلت.`,
    toPresent: 'المادة كما هي الآن',
  },
};

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { rectifyConfusion } = require('unicode-confusables') as {
  rectifyConfusion: (text: string) => string;
};

/** What the staff of a paper sign with, in every language of the interface. */
const staff = [
  ...['Admin', 'Administrator', 'Editor', 'Editors', 'Editorial', 'Moderator', 'Moderation'],
  ...['Newsroom', 'Staff', 'System', 'Official', 'The'],
  ...['Administrateur', 'Administratrice', 'Rédacteur', 'Rédactrice', 'Rédaction', 'La rédaction'],
  ...['Modérateur', 'Modératrice', 'Modération', 'Équipe'],
  ...['Адмін', 'Адміністратор', 'Адміністрація', 'Редактор', 'Редакторка', 'Редакція'],
  ...['Модератор', 'Модераторка', 'Модерація', 'Админ', 'Администратор', 'Редакция'],
  ...[
    'المحرر',
    'محرر',
    'المحررة',
    'محررة',
    'التحرير',
    'هيئة التحرير',
    'رئيس التحرير',
    'فريق التحرير',
  ],
  ...['المشرف', 'مشرف', 'المدير', 'مدير', 'الإدارة', 'إدارة'],
];

/**
 * What is left of a name when everything that a reader hardly sees is taken away: case, width and style (NFKC), accents,
 * characters that do not show, spaces and punctuation, and which of several letters that look alike it is (UTS 39).
 */
const shapesOf = (name: string): string[] => {
  const bare = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // Some letters look alike only as capitals, others only as small ones.
  return [bare.toLowerCase(), bare.toUpperCase()].map((text) =>
    rectifyConfusion(text.normalize('NFD').replace(/\p{M}/gu, ''))
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  );
};

/**
 * Makes a test for names that only editors may use: those given, those of `staff`, and any that are made of nothing
 * else, such as “Gazette – Editor”, however they are spelled.
 */
export const reservedNames = (names: readonly string[]): ((name: string) => boolean) => {
  const forms = [...staff, ...names].map(shapesOf);
  const reserved = [0, 1].map((form) =>
    [...new Set(forms.map((shapes) => shapes[form] ?? ''))]
      .filter(Boolean)
      .sort((a, b) => b.length - a.length),
  );
  return (name) =>
    shapesOf(name).some((shape, form) => {
      let rest = shape;
      for (const word of reserved[form] ?? []) rest = rest.replaceAll(word, ' ');
      return shape !== '' && rest.trim() === '';
    });
};

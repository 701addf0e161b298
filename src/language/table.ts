import type { Language } from './names.ts';

/** Words in every language of the interface. */
export type InEveryLanguage = Readonly<Record<Language, string>>;

/** Words by their names, each in every language of the interface. */
export type WordTable = Readonly<Record<string, InEveryLanguage>>;

/** The words of a table in one language. */
export const inLanguage = <Table extends WordTable>(
  table: Table,
  language: Language,
): Record<keyof Table, string> =>
  Object.fromEntries(
    Object.entries(table).map(([name, words]) => [name, words[language]]),
  ) as Record<keyof Table, string>;

/** The languages of the interface. Each has a file of that name in this folder. */
export const languages = ['en', 'fr', 'uk', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The interface language for a BCP 47 tag (`en-GB` is `en`), or undefined if there is none. */
export const languageOf = (tag: string): Language | undefined => {
  try {
    const { language } = new Intl.Locale(tag);
    return languages.find((name) => name === language);
  } catch {
    return undefined;
  }
};

/** The writing direction of a BCP 47 tag's language, for the `dir` attribute. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => {
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script)
    ? 'rtl'
    : 'ltr';
};

/** Whether a BCP 47 tag's language is written in the Latin script, which the headline font covers. */
export const isLatin = (tag: string): boolean => new Intl.Locale(tag).maximize().script === 'Latn';

import { ar } from './ar.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';
import { type Language, languageOf } from './names.ts';
import { uk } from './uk.ts';

export type { Words };

const dictionaries: Record<Language, Words> = { en, fr, uk, ar };

/**
 * The words of the interface in the language of a BCP 47 tag.
 * @throws {RangeError} when the interface does not speak it; the publication's schema refuses such a tag.
 */
export const wordsFor = (tag: string): Words => {
  const language = languageOf(tag);
  if (language === undefined) throw new RangeError(`The interface does not speak "${tag}".`);
  return dictionaries[language];
};

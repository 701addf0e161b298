import { languageOf } from '../../language/names.ts';
import type { Desk } from './desk.ts';

/** The tag for dates and numbers: the paper's own (`en-GB`) where the desk speaks its language. */
export const localeOf = ({ language, settings }: Pick<Desk, 'language' | 'settings'>): string => {
  const ofPaper = settings.publication.language;
  return languageOf(ofPaper) === language.value ? ofPaper : language.value;
};

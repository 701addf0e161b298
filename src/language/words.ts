import { ar } from './ar.ts';
import { type ChangeKind, changeNames } from './change-notes.ts';
import { type Dictionary, en } from './en.ts';
import { fr } from './fr.ts';
import { type Kind, kindNames } from './kinds.ts';
import { liveWords } from './live.ts';
import { type LiveState, liveStateNames } from './live-states.ts';
import { type Language, languageOf } from './names.ts';
import { type NoteName, noteLabels } from './notes.ts';
import { type PictureAi, pictureAiNames, reportingLabels } from './reporting.ts';
import { inLanguage } from './table.ts';
import { uk } from './uk.ts';

/** Every word of the interface. */
export type Words = Dictionary & {
  /** The language they are in, for words that a part of the paper brings itself. */
  language: Language;
  kinds: Readonly<Record<Kind, string>>;
  live: Readonly<Record<keyof typeof liveWords, string>>;
  liveStates: Readonly<Record<LiveState, string>>;
  notes: Readonly<Record<NoteName, string>>;
  /** How a story was reported. */
  reporting: Readonly<Record<keyof typeof reportingLabels, string>>;
  /** What AI did to a picture. */
  pictureAi: Readonly<Record<PictureAi, string>>;
  /** The kinds of changes after publication. */
  changes: Readonly<Record<ChangeKind, string>>;
};

const dictionaries: Record<Language, Dictionary> = { en, fr, uk, ar };

/**
 * The words of the interface in the language of a BCP 47 tag.
 * @throws {RangeError} when the interface lacks that language; the publication's schema refuses such a tag
 */
export const wordsFor = (tag: string): Words => {
  const language = languageOf(tag);
  if (language === undefined) throw new RangeError(`The interface is not available in "${tag}".`);
  return {
    ...dictionaries[language],
    language,
    kinds: inLanguage(kindNames, language),
    live: inLanguage(liveWords, language),
    liveStates: inLanguage(liveStateNames, language),
    notes: inLanguage(noteLabels, language),
    reporting: inLanguage(reportingLabels, language),
    pictureAi: inLanguage(pictureAiNames, language),
    changes: inLanguage(changeNames, language),
  };
};

import type { WordTable } from './table.ts';

/** The name of each kind of note on a change to a story, in every language of the interface. */
export const changeKindNames = {
  correction: { en: 'Correction', fr: 'Rectificatif', uk: 'Виправлення', ar: 'تصحيح' },
  update: { en: 'Update', fr: 'Mise à jour', uk: 'Оновлення', ar: 'تحديث' },
  clarification: { en: 'Clarification', fr: 'Précision', uk: 'Уточнення', ar: 'توضيح' },
} as const satisfies WordTable;

/** The name of each kind of change: the withdrawal of a story is one too, though it is no note. */
export const changeNames = {
  ...changeKindNames,
  withdrawal: {
    en: 'Withdrawn',
    fr: 'Article retiré',
    uk: 'Матеріал відкликано',
    ar: 'مقال مسحوب',
  },
} as const satisfies WordTable;

/** A kind of change to a story that was published. */
export type ChangeKind = keyof typeof changeNames;

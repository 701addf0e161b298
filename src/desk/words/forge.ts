import type { WordTable } from '../../language/table.ts';

/** Why a forge lets an editor not save, by the reasons of a fault that is `forbidden`. */
export const forgeWords = {
  protected: {
    en: 'This branch does not accept direct saves. Ask whoever set up the desk to let you save to it, or to turn on reviews (desk.review).',
    fr: 'La branche n’accepte pas d’enregistrement direct. Demandez à la personne qui a installé la rédaction de vous y autoriser, ou d’activer les relectures (desk.review).',
    uk: 'Гілка не приймає прямих збережень. Попросіть того, хто налаштував редакцію, надати вам право зберігати в ній або ввімкнути рецензування (desk.review).',
    ar: 'لا يقبل هذا الفرع الحفظ المباشر. اطلب ممن أعدّ غرفة التحرير أن يسمح لك بالحفظ فيه أو أن يفعّل المراجعة (desk.review).',
  },
  'read-only': {
    en: 'You can read this paper, but not save to it. Ask whoever set up the desk for permission to write, or sign in with a token that has it.',
    fr: 'Vous pouvez lire ce journal, mais pas y enregistrer. Demandez le droit d’écriture à la personne qui a installé la rédaction, ou connectez-vous avec un jeton qui l’accorde.',
    uk: 'Ви можете читати це видання, але не зберігати в ньому. Попросіть право запису в того, хто налаштував редакцію, або ввійдіть із токеном, який його має.',
    ar: 'يمكنك قراءة هذه الصحيفة، لا الحفظ فيها. اطلب صلاحية الكتابة ممن أعدّ غرفة التحرير، أو سجّل الدخول برمز يملكها.',
  },
} satisfies WordTable;

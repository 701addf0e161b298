import type { WordTable } from '../../language/table.ts';

/** The words of two versions of a file. `{…}` stands for what is put there. */
export const conflictWords = {
  restored: {
    en: 'Restored from this device: typed {time}, not saved yet.',
    fr: 'Restauré depuis cet appareil : saisi le {time}, pas encore enregistré.',
    uk: 'Відновлено з цього пристрою: набрано {time}, ще не збережено.',
    ar: 'استُعيد من هذا الجهاز: كُتب في {time} ولم يُحفظ بعد.',
  },
  continue: {
    en: 'Carry on with it',
    fr: 'Continuer avec',
    uk: 'Продовжити з цим',
    ar: 'تابع به',
  },
  look: {
    en: 'Show the differences',
    fr: 'Voir les différences',
    uk: 'Переглянути відмінності',
    ar: 'اعرض الاختلافات',
  },
  stored: { en: 'As saved', fr: 'Version enregistrée', uk: 'Як збережено', ar: 'النسخة المحفوظة' },
  mine: { en: 'Yours', fr: 'La vôtre', uk: 'Ваша', ar: 'نسختك' },
  theirs: { en: 'Theirs', fr: 'La leur', uk: 'Їхня', ar: 'نسختهم' },
  title: {
    en: 'Somebody else changed this file',
    fr: 'Quelqu’un d’autre a modifié ce fichier',
    uk: 'Хтось інший змінив цей файл',
    ar: 'عدّل شخص آخر هذا الملف',
  },
  explained: {
    en: 'Both versions are below, with the differences marked. Nothing of yours is lost: it is kept on this device until you decide.',
    fr: 'Les deux versions sont ci-dessous, différences marquées. Rien n’est perdu : la vôtre reste sur cet appareil jusqu’à votre décision.',
    uk: 'Нижче обидві версії з позначеними відмінностями. Ваше не зникне: воно на цьому пристрої, доки ви не вирішите.',
    ar: 'النسختان أدناه مع تمييز الاختلافات. لا يضيع شيء مما كتبت: يبقى على هذا الجهاز حتى تقرر.',
  },
  theyDeleted: {
    en: 'Somebody else deleted this file. Your text is kept on this device.',
    fr: 'Quelqu’un d’autre a supprimé ce fichier. Votre texte est conservé sur cet appareil.',
    uk: 'Хтось інший видалив цей файл. Ваш текст є на цьому пристрої.',
    ar: 'حذف شخص آخر هذا الملف. نصك محفوظ على هذا الجهاز.',
  },
  together: {
    en: 'Combine both',
    fr: 'Réunir les deux',
    uk: 'Поєднати обидві',
    ar: 'ادمج النسختين',
  },
  notTogether: {
    en: 'You both changed the same place, so the two cannot be combined for you: {places}.',
    fr: 'Les deux ont modifié le même endroit, la fusion automatique est impossible : {places}.',
    uk: 'Обидві змінили те саме місце, тож самі собою не поєднаються: {places}.',
    ar: 'عُدّل الموضع نفسه في النسختين، فلا يمكن دمجهما تلقائيًا: {places}.',
  },
  takeTheirs: {
    en: 'Take theirs',
    fr: 'Prendre la leur',
    uk: 'Взяти їхню',
    ar: 'خذ نسختهم',
  },
  sureToTakeTheirs: {
    en: 'Take their version and discard yours? You cannot get yours back.',
    fr: 'Prendre leur version et abandonner la vôtre ? C’est irréversible.',
    uk: 'Взяти їхню версію й відкинути вашу? Вашу повернути не вдасться.',
    ar: 'هل تأخذ نسختهم وتتجاهل نسختك؟ لا يمكن استرجاعها.',
  },
  keepMine: {
    en: 'Keep mine over theirs',
    fr: 'Garder la mienne',
    uk: 'Залишити мою замість їхньої',
    ar: 'أبقِ نسختي بدل نسختهم',
  },
  sureToKeepMine: {
    en: 'Keep your version? The next save replaces what they wrote.',
    fr: 'Garder votre version ? Le prochain enregistrement remplacera la leur.',
    uk: 'Залишити вашу версію? Наступне збереження замінить написане ними.',
    ar: 'هل تُبقي نسختك؟ سيحل الحفظ التالي محل ما كتبوه.',
  },
  merged: {
    en: 'Both versions are now combined. Read the story through, then save.',
    fr: 'Les deux versions sont réunies. Relisez, puis enregistrez.',
    uk: 'Обидві версії поєднано. Перечитайте й збережіть.',
    ar: 'دُمجت النسختان. راجعهما ثم احفظ.',
  },
  text: { en: 'text', fr: 'texte', uk: 'текст', ar: 'النص' },
  removed: { en: 'Removed: ', fr: 'Retiré : ', uk: 'Прибрано: ', ar: 'محذوف: ' },
  added: { en: 'Added: ', fr: 'Ajouté : ', uk: 'Додано: ', ar: 'مضاف: ' },
  same: {
    en: 'Lines alike: {count}',
    fr: 'Lignes identiques : {count}',
    uk: 'Однакових рядків: {count}',
    ar: 'الأسطر المتطابقة: {count}',
  },
} as const satisfies WordTable;

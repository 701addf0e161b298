import type { WordTable } from '../../language/table.ts';

/** The words of moments and scheduling. `{…}` stands for what is put there. */
export const momentWords = {
  day: { en: 'Day', fr: 'Jour', uk: 'День', ar: 'اليوم' },
  time: { en: 'Time', fr: 'Heure', uk: 'Час', ar: 'الوقت' },
  now: { en: 'Now', fr: 'Maintenant', uk: 'Зараз', ar: 'الآن' },
  clear: { en: 'Clear', fr: 'Effacer', uk: 'Очистити', ar: 'مسح' },
  inZone: {
    en: '{moment}, {zone}',
    fr: '{moment}, {zone}',
    uk: '{moment}, {zone}',
    ar: '{moment}، {zone}',
  },
  none: {
    en: 'This hour does not exist in {zone}: the clocks skip it. Choose a time up to {before} or from {after}.',
    fr: 'Cette heure n’existe pas à {zone} : les horloges la sautent. Choisissez avant {before} ou à partir de {after}.',
    uk: 'Такої години в {zone} немає: годинники її пропускають. Оберіть час до {before} або від {after}.',
    ar: 'هذه الساعة غير موجودة في {zone}: تتخطاها الساعات. اختر وقتًا حتى {before} أو من {after}.',
  },
  two: {
    en: 'The clocks of {zone} show this time twice. Which one?',
    fr: 'Les horloges de {zone} affichent cette heure deux fois. Laquelle ?',
    uk: 'Годинники в {zone} показують цей час двічі. Котрий із них?',
    ar: 'تعرض ساعات {zone} هذا الوقت مرتين. أيهما؟',
  },
  earlier: {
    en: 'The first, {offset}',
    fr: 'La première, {offset}',
    uk: 'Перший, {offset}',
    ar: 'الأول، {offset}',
  },
  later: {
    en: 'The second, {offset}',
    fr: 'La seconde, {offset}',
    uk: 'Другий, {offset}',
    ar: 'الثاني، {offset}',
  },
  otherOffset: {
    en: 'The file says {written}, which is the same moment. It stays as it is until you change it.',
    fr: 'Le fichier indique {written}, c’est le même instant. Il reste tel quel tant que vous ne le changez pas.',
    uk: 'У файлі записано {written}: це та сама мить. Запис не зміниться, доки ви його не зміните.',
    ar: 'المكتوب في الملف {written}، وهو اللحظة نفسها. يبقى كما هو حتى تغيّره.',
  },
  unreadable: {
    en: 'The file says {written}, which is not a date and time. Pick one.',
    fr: 'Le fichier indique {written}, qui n’est pas un instant. Choisissez-en un.',
    uk: 'У файлі записано {written}: це не мить. Оберіть її.',
    ar: 'المكتوب في الملف {written}، وليس لحظة. اختر واحدة.',
  },
  heldBack: {
    en: 'A draft: it stays out of the paper until you untick “Draft”.',
    fr: 'Brouillon : il reste hors du journal tant que « Brouillon » est coché.',
    uk: 'Чернетка: не потрапить у газету, доки не зняти позначку «Чернетка».',
    ar: 'مسودة: تبقى خارج الصحيفة حتى تزيل علامة «مسودة».',
  },
  scheduledHere: {
    en: 'Scheduled: it appears with the first build after {moment}. On this machine, run `npm run build` after that time; a host that builds every hour picks it up within the hour, once it is published there.',
    fr: 'Programmé : il paraîtra avec la première construction après {moment}. Sur cette machine, lancez `npm run build` ensuite ; un hébergeur qui construit toutes les heures le prendra dans l’heure, une fois publié chez lui.',
    uk: 'Заплановано: з’явиться з першою збіркою після {moment}. На цьому комп’ютері запустіть `npm run build` після цього часу; сервер, що збирає щогодини, візьме статтю протягом години, коли її буде на нього надіслано.',
    ar: 'مجدول: يظهر مع أول بناء بعد {moment}. على هذا الجهاز شغّل `npm run build` بعد ذلك الوقت؛ والمضيف الذي يبني كل ساعة يأخذه خلال الساعة التالية متى نُشر إليه.',
  },
  scheduledThere: {
    en: 'Scheduled: it appears with the first build after {moment}. The workflows that come with the paper build every hour, so it is there within the hour after.',
    fr: 'Programmé : il paraîtra avec la première construction après {moment}. Les automatismes fournis construisent toutes les heures : il sera en ligne dans l’heure qui suit.',
    uk: 'Заплановано: з’явиться з першою збіркою після {moment}. Процеси, що йдуть із газетою, збирають її щогодини, тож стаття вийде протягом години.',
    ar: 'مجدول: يظهر مع أول بناء بعد {moment}. سير العمل المرفق يبني كل ساعة، فيظهر خلال الساعة التالية.',
  },
} as const satisfies WordTable;

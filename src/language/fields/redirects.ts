import type { FieldTable } from './field-words.ts';

/** Old addresses, and where each leads now. */
export const redirectWords = {
  redirects: {
    title: {
      en: 'Old addresses',
      fr: 'Anciennes adresses',
      uk: 'Старі адреси',
      ar: 'العناوين القديمة',
    },
    item: { en: 'Leads to', fr: 'Mène à', uk: 'Веде до', ar: 'يؤدي إلى' },
    manual: {
      en: 'Old addresses, and where each leads now: `/old/: /new/`.',
      fr: 'D’anciennes adresses, et où chacune mène désormais : `/old/: /new/`.',
      uk: 'Старі адреси і куди кожна з них веде тепер: `/old/: /new/`.',
      ar: 'عناوين قديمة وإلى أين يؤدي كل منها الآن: `/old/: /new/`.',
    },
  },
  from: {
    title: { en: 'Old address', fr: 'Ancienne adresse', uk: 'Стара адреса', ar: 'العنوان القديم' },
    manual: {
      en: 'A path, with its query if it had one: `/?p=123`. `/blog/*` covers everything in a folder.',
      fr: 'Un chemin, avec sa requête s’il en avait une : `/?p=123`. `/blog/*` couvre tout un dossier.',
      uk: 'Шлях, разом із запитом, якщо він був: `/?p=123`. `/blog/*` охоплює все в теці.',
      ar: 'مسار مع استعلامه إن كان له: `/?p=123`. ويشمل `/blog/*` كل ما في المجلد.',
    },
  },
  to: {
    title: { en: 'Leads to', fr: 'Mène à', uk: 'Веде до', ar: 'يؤدي إلى' },
    manual: {
      en: 'A path on this site or an https:// address. A `*` at its end stands for whatever `*` matched in the old one.',
      fr: 'Un chemin de ce site ou une adresse https://. Un `*` final représente ce que `*` couvrait dans l’ancienne.',
      uk: 'Шлях на цьому сайті або адреса https://. `*` в кінці означає те, що `*` охопив у старій.',
      ar: 'مسار في هذا الموقع أو عنوان https://. و`*` في آخره يعني ما طابقه `*` في القديم.',
    },
  },
} as const satisfies FieldTable;

import type { WordTable } from './table.ts';

/** What the newsroom is told about an edition with drafts, and about each story in it that readers cannot see. */
export const heldWords = {
  edition: {
    en: 'Draft edition',
    fr: 'Édition de travail',
    uk: 'Чернетка випуску',
    ar: 'نسخة تحريرية',
  },
  asOf: {
    en: 'as it would be on {moment}, with everything that is held back.',
    fr: 'telle qu’elle serait le {moment}, avec tout ce qui est retenu.',
    uk: 'яким він був би {moment}, з усім, що ще не опубліковано.',
    ar: 'كما ستكون في {moment}، مع كل ما لم يُنشر بعد.',
  },
  secret: {
    en: 'Not for publication.',
    fr: 'Ne pas diffuser.',
    uk: 'Не для поширення.',
    ar: 'ليست للنشر.',
  },
  writing: {
    en: 'Readers cannot see this story yet.',
    fr: 'Les lecteurs ne voient pas encore cet article.',
    uk: 'Читачі ще не бачать цього матеріалу.',
    ar: 'لا يرى القراء هذه المادة بعد.',
  },
  draft: { en: 'Draft', fr: 'Brouillon', uk: 'Чернетка', ar: 'مسودة' },
  scheduled: {
    en: 'Scheduled for {moment}',
    fr: 'Programmé pour le {moment}',
    uk: 'Заплановано на {moment}',
    ar: 'مجدولة في {moment}',
  },
  embargoed: {
    en: 'Embargoed until {moment}',
    fr: 'Sous embargo jusqu’au {moment}',
    uk: 'Ембарго до {moment}',
    ar: 'محظورة النشر حتى {moment}',
  },
} as const satisfies WordTable;

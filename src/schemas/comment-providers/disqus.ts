import { commentProvider, named } from './provider.ts';

const files = 'https://c.disquscdn.com';

/** Disqus (disqus.com), which shows advertisements and tracks readers; it loads only when they ask for it. */
export const disqus = commentProvider({
  title: 'Disqus',
  settings: {
    /** The paper's name there: the first part of `news.disqus.com`. */
    shortname: named(
      /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i,
      'the first part of your address at disqus.com',
      'Copy it from your settings there: letters, digits and hyphens.',
    ),
  },
  example: { shortname: 'news-example' },
  origins: ({ shortname }) => ({
    'connect-src': ['https://links.services.disqus.com'],
    'frame-src': ['https://disqus.com'],
    'img-src': [files, 'https://referrer.disqus.com'],
    'script-src': [`https://${shortname}.disqus.com`, files],
    'style-src': [files],
  }),
  hosts: () => ['disqus.com', 'disquscdn.com'],
  keeps: true,
  consent: {
    en: 'Comments are run by Disqus. Once you show them, it sets cookies, tracks you from site to site and may show advertisements.',
    fr: 'Les commentaires sont tenus par Disqus, qui dépose des cookies, suit les lecteurs d’un site à l’autre et peut montrer de la publicité une fois qu’ils sont affichés.',
    uk: 'Коментарі веде Disqus: після показу він зберігає файли cookie, стежить за читачами на різних сайтах і може показувати рекламу.',
    ar: 'تدير Disqus التعليقات، وبعد عرضها تحفظ ملفات تعريف الارتباط وتتتبّع القرّاء بين المواقع وقد تعرض إعلانات.',
  },
  opensWindows: true,
  docs: {
    runBy: 'Disqus',
    readersNeed: 'an account, or a name',
    goodToKnow: 'shows advertisements, sets cookies, tracks readers across sites',
  },
});

import { line } from '../values.ts';
import { commentProvider, named } from './provider.ts';

const sources = ['https://giscus.app'];

/** giscus (giscus.app): readers need a GitHub account; it loads only when they ask for it. */
export const giscus = commentProvider({
  title: 'giscus',
  settings: {
    /** The public repository whose discussions hold the comments: `owner/name`. */
    repository: named(
      /^[\w.-]+\/[\w.-]+$/,
      'a repository, such as owner/name',
      'Copy it from giscus.app.',
    ),
    /** Its id, as giscus.app shows it: `R_…`. */
    repositoryId: line(60),
    /** The category of the discussions, and its id, as giscus.app shows it: `DIC_…`. */
    category: line(60),
    categoryId: line(60),
  },
  example: {
    repository: 'news/letters',
    repositoryId: 'R_abc',
    category: 'Announcements',
    categoryId: 'DIC_abc',
  },
  origins: () => ({ 'frame-src': sources, 'script-src': sources, 'style-src': sources }),
  hosts: () => ['giscus.app', 'github.com'],
  keeps: true,
  consent: {
    en: 'Comments are GitHub discussions, and you need a GitHub account to post. Once you show them, giscus.app and GitHub can see your visit.',
    fr: 'Les commentaires sont des discussions sur GitHub, où il faut un compte. Une fois affichés, giscus.app et GitHub peuvent voir votre visite.',
    uk: 'Коментарі ведуться в обговореннях на GitHub, де потрібен обліковий запис. Після показу giscus.app і GitHub можуть бачити ваш візит.',
    ar: 'التعليقات نقاشات على GitHub وتحتاج إلى حساب هناك. وبعد عرضها تعلم giscus.app وGitHub بزيارتك.',
  },
  docs: {
    runBy: 'giscus.app and GitHub',
    readersNeed: 'a GitHub account',
    goodToKnow: 'both can see the visit; GitHub sets cookies',
  },
});

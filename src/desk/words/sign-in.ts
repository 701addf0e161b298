import type { WordTable } from '../../language/table.ts';

/** Why somebody could not be signed in. */
export const signInWords = {
  refused: {
    en: 'Signing in was refused. Try again, or sign in with a token.',
    fr: 'La connexion a été refusée. Réessayez ou utilisez un jeton.',
    uk: 'У вході відмовлено. Спробуйте ще раз або ввійдіть із токеном.',
    ar: 'رُفض تسجيل الدخول. أعد المحاولة أو استخدم رمزًا.',
  },
  stale: {
    en: 'This sign-in was started too long ago, or in another tab. Start again.',
    fr: 'Cette connexion est trop ancienne ou vient d’un autre onglet. Recommencez.',
    uk: 'Цей вхід розпочато надто давно або в іншій вкладці. Почніть знову.',
    ar: 'بدأ تسجيل الدخول هذا منذ وقت طويل أو في تبويب آخر. ابدأ من جديد.',
  },
  blocked: {
    en: 'The browser blocked the window. Allow windows for this page, and try again.',
    fr: 'Le navigateur a bloqué la fenêtre. Autorisez-la pour cette page et réessayez.',
    uk: 'Браузер заблокував вікно. Дозвольте вікна для цієї сторінки й спробуйте ще раз.',
    ar: 'حظر المتصفح النافذة. اسمح بالنوافذ لهذه الصفحة وأعد المحاولة.',
  },
  closed: {
    en: 'The window was closed before you had signed in.',
    fr: 'La fenêtre a été fermée avant la connexion.',
    uk: 'Вікно закрили до завершення входу.',
    ar: 'أُغلقت النافذة قبل تسجيل الدخول.',
  },
  offline: {
    en: 'There was no answer. Check your connection, and try again.',
    fr: 'Pas de réponse. Vérifiez votre connexion et réessayez.',
    uk: 'Немає відповіді. Перевірте з’єднання й спробуйте ще раз.',
    ar: 'لا استجابة. تحقق من اتصالك وأعد المحاولة.',
  },
  failed: {
    en: 'Signing in did not work. Tell whoever set up the desk.',
    fr: 'La connexion a échoué. Prévenez la personne qui a installé la rédaction.',
    uk: 'Увійти не вдалося. Повідомте того, хто налаштував редакцію.',
    ar: 'تعذّر تسجيل الدخول. أخبر من أعدّ غرفة التحرير.',
  },
} as const satisfies WordTable;

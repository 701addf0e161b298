import type { WordTable } from '../../language/table.ts';

/** What the desk says of signing in, and of what a forge refuses. */
export const forgeWords = {
  protected: {
    en: 'The branch takes no direct saves. Ask whoever set up the desk to let you save to it, or to switch on reviews (desk.review).',
    fr: 'La branche n’accepte pas d’enregistrement direct. Demandez à la personne qui a installé la rédaction de vous y autoriser, ou d’activer les relectures (desk.review).',
    uk: 'Гілка не приймає прямих збережень. Попросіть того, хто налаштував редакцію, надати вам право зберігати в ній або ввімкнути рецензування (desk.review).',
    ar: 'لا يقبل هذا الفرع الحفظ المباشر. اطلب ممن أعدّ غرفة التحرير أن يسمح لك بالحفظ فيه أو أن يفعّل المراجعة (desk.review).',
  },
  readOnly: {
    en: 'You can read this paper, but not save to it. Ask for write access to {repo}, or use a token that has it.',
    fr: 'Vous pouvez lire ce journal, mais pas y enregistrer. Demandez le droit d’écriture sur {repo}, ou utilisez un jeton qui l’accorde.',
    uk: 'Ви можете читати це видання, але не зберігати в ньому. Попросіть право запису до {repo} або скористайтеся токеном, який його має.',
    ar: 'يمكنك قراءة هذه الصحيفة، لا الحفظ فيها. اطلب صلاحية الكتابة إلى {repo}، أو استخدم رمزًا يملكها.',
  },
  signIn: { en: 'Sign in', fr: 'Se connecter', uk: 'Увійти', ar: 'تسجيل الدخول' },
  signOut: { en: 'Sign out', fr: 'Se déconnecter', uk: 'Вийти', ar: 'تسجيل الخروج' },
  signInAt: {
    en: 'Sign in with {site}',
    fr: 'Se connecter avec {site}',
    uk: 'Увійти через {site}',
    ar: 'الدخول عبر {site}',
  },
  signInWithToken: {
    en: 'Sign in with a token',
    fr: 'Se connecter avec un jeton',
    uk: 'Увійти за токеном',
    ar: 'الدخول برمز وصول',
  },
  token: { en: 'Access token', fr: 'Jeton d’accès', uk: 'Токен доступу', ar: 'رمز الوصول' },
  tokenHint: {
    en: 'A token is a long password for this desk alone. It needs to read and write the contents of {repo}, and pull or merge requests if the paper reviews its stories.',
    fr: 'Un jeton est un long mot de passe réservé à cette rédaction. Il doit pouvoir lire et écrire le contenu de {repo}, ainsi que les demandes de fusion si le journal relit ses articles.',
    uk: 'Токен — це довгий пароль лише для цієї редакції. Він має дозволяти читати й записувати вміст {repo}, а також запити на злиття, якщо видання рецензує матеріали.',
    ar: 'رمز الوصول كلمة مرور طويلة لغرفة التحرير هذه وحدها. يجب أن يسمح بقراءة محتوى {repo} وكتابته، وبطلبات الدمج إذا كانت الصحيفة تراجع أخبارها.',
  },
  makeToken: {
    en: 'Make a token at {site}',
    fr: 'Créer un jeton sur {site}',
    uk: 'Створити токен на {site}',
    ar: 'إنشاء رمز في {site}',
  },
  stay: {
    en: 'Stay signed in on this device',
    fr: 'Rester connecté sur cet appareil',
    uk: 'Не виходити на цьому пристрої',
    ar: 'ابقَ مسجّل الدخول على هذا الجهاز',
  },
  stayHint: {
    en: 'Only on a device of your own: whoever uses it can open the desk.',
    fr: 'Seulement sur un appareil à vous : quiconque s’en sert pourra ouvrir la rédaction.',
    uk: 'Лише на власному пристрої: кожен, хто ним користується, зможе відкрити редакцію.',
    ar: 'على جهازك الخاص فقط: كل من يستخدمه يستطيع فتح غرفة التحرير.',
  },
  openFromCommand: {
    en: 'Open the desk with the address that “npm run desk” printed: it signs you in.',
    fr: 'Ouvrez la rédaction avec l’adresse affichée par « npm run desk » : elle vous connecte.',
    uk: 'Відкрийте редакцію за адресою, яку показала команда «npm run desk»: вона виконує вхід.',
    ar: 'افتح غرفة التحرير بالعنوان الذي عرضه الأمر «npm run desk»، فهو يسجّل دخولك.',
  },
  refused: {
    en: '{site} did not sign you in. Try again, and allow the desk to read and write the paper.',
    fr: '{site} ne vous a pas connecté. Réessayez, et autorisez la rédaction à lire et à écrire le journal.',
    uk: '{site} не виконав вхід. Спробуйте ще раз і дозвольте редакції читати й записувати видання.',
    ar: 'لم يسجّل {site} دخولك. حاول مجددًا، واسمح لغرفة التحرير بقراءة الصحيفة والكتابة فيها.',
  },
  stale: {
    en: 'This sign-in was begun elsewhere or too long ago. Sign in again.',
    fr: 'Cette connexion a été commencée ailleurs ou il y a trop longtemps. Connectez-vous de nouveau.',
    uk: 'Цей вхід розпочато деінде або надто давно. Увійдіть ще раз.',
    ar: 'بدأ تسجيل الدخول هذا في مكان آخر أو منذ وقت طويل. سجّل الدخول مجددًا.',
  },
  blocked: {
    en: 'The browser blocked the window for signing in. Allow windows for this page, and try again.',
    fr: 'Le navigateur a bloqué la fenêtre de connexion. Autorisez les fenêtres pour cette page, puis réessayez.',
    uk: 'Браузер заблокував вікно входу. Дозвольте вікна для цієї сторінки й спробуйте ще раз.',
    ar: 'حظر المتصفح نافذة تسجيل الدخول. اسمح بالنوافذ لهذه الصفحة وحاول مجددًا.',
  },
  closed: {
    en: 'The window was closed before you had signed in.',
    fr: 'La fenêtre a été fermée avant la fin de la connexion.',
    uk: 'Вікно закрито до завершення входу.',
    ar: 'أُغلقت النافذة قبل أن يكتمل تسجيل الدخول.',
  },
  offline: {
    en: '{site} does not answer. Check the network, and try again.',
    fr: '{site} ne répond pas. Vérifiez la connexion au réseau, puis réessayez.',
    uk: '{site} не відповідає. Перевірте мережу й спробуйте ще раз.',
    ar: 'لا يستجيب {site}. تحقق من الشبكة وحاول مجددًا.',
  },
  failed: {
    en: 'Signing in failed. Whoever set up the desk can check its address and application id at {site}.',
    fr: 'La connexion a échoué. La personne qui a installé la rédaction peut vérifier son adresse et l’identifiant de l’application sur {site}.',
    uk: 'Не вдалося ввійти. Той, хто налаштував редакцію, може перевірити її адресу та ідентифікатор застосунку на {site}.',
    ar: 'فشل تسجيل الدخول. يمكن لمن أعدّ غرفة التحرير التحقق من عنوانها ومعرّف التطبيق في {site}.',
  },
} satisfies WordTable;

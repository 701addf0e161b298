import type { FieldTable } from './field-words.ts';

/** What the paper does with a story. */
export const storySettingWords = {
  mustRead: {
    title: { en: 'Must Read', fr: 'À lire', uk: 'Варто прочитати', ar: 'لا يفوتك' },
    manual: {
      en: 'Its rank in Must Read; 1 comes first.',
      fr: 'Son rang dans « À lire » ; 1 vient en premier.',
      uk: 'Його місце в «Варто прочитати»; 1 — перше.',
      ar: 'ترتيبها في «لا يفوتك»؛ والرقم 1 هو الأول.',
    },
  },
  related: {
    title: {
      en: 'Related News',
      fr: 'Sur le même sujet',
      uk: 'Читайте також',
      ar: 'أخبار ذات صلة',
    },
    item: { en: 'Story', fr: 'Article', uk: 'Матеріал', ar: 'المادة' },
    manual: {
      en: 'The editor’s picks for Related News, listed before the computed ones.',
      fr: 'Les choix de la rédaction, placés avant les articles calculés.',
      uk: 'Добірка редактора, що стоїть перед обчисленою.',
      ar: 'اختيارات المحرر، وتسبق المحسوبة آليًا.',
    },
  },
  comments: {
    title: { en: 'Comments', fr: 'Commentaires', uk: 'Коментарі', ar: 'التعليقات' },
    manual: {
      en: '`false` closes it to comments.',
      fr: '`false` le ferme aux commentaires.',
      uk: '`false` закриває коментарі.',
      ar: '‏`false` يغلق التعليقات عليها.',
    },
  },
  thread: {
    title: {
      en: 'Comment thread',
      fr: 'Fil de commentaires',
      uk: 'Гілка коментарів',
      ar: 'سلسلة التعليقات',
    },
    manual: {
      en: 'The id of its thread at the comment service, if that is not the path of its canonical address, `/2025/02/slug/`: for threads that were imported under another name.',
      fr: 'L’identifiant de son fil au service de commentaires, si ce n’est pas le chemin de son adresse canonique, `/2025/02/slug/` : pour les fils importés sous un autre nom.',
      uk: 'Ідентифікатор гілки в службі коментарів, якщо це не шлях його канонічної адреси, `/2025/02/slug/`: для гілок, імпортованих під іншою назвою.',
      ar: 'معرّف سلسلتها لدى خدمة التعليقات إن لم يكن مسار عنوانها الأساسي `/2025/02/slug/`: للسلاسل المستوردة باسم آخر.',
    },
  },
  ads: {
    title: { en: 'Advertising', fr: 'Publicité', uk: 'Реклама', ar: 'الإعلانات' },
    manual: {
      en: '`false` keeps advertising off its page.',
      fr: '`false` écarte la publicité de sa page.',
      uk: '`false` прибирає рекламу з його сторінки.',
      ar: '‏`false` يبعد الإعلانات عن صفحتها.',
    },
  },
  ageNotice: {
    title: { en: 'Age notice', fr: 'Mention de l’âge', uk: 'Позначка давності', ar: 'إشعار القِدم' },
    manual: {
      en: '`false` leaves out the line that says how old it is, once it is more than a year old.',
      fr: '`false` supprime la ligne qui dit son âge quand il a plus d’un an.',
      uk: '`false` прибирає рядок про давність, коли йому більше року.',
      ar: '‏`false` يحذف السطر الذي يذكر عمرها بعد مرور أكثر من عام.',
    },
  },
  republish: {
    title: {
      en: 'Others may publish it',
      fr: 'Republication permise',
      uk: 'Можна передрукувати',
      ar: 'إعادة النشر مسموحة',
    },
    manual: {
      en: '`true` offers it to others under the licence of the paper, on a page with the text to copy. Not for stories of agencies and sponsors.',
      fr: '`true` l’offre à d’autres sous la licence du journal, sur une page avec le texte à copier. Pas pour les articles d’agences ou parrainés.',
      uk: '`true` пропонує його іншим за ліцензією видання, на сторінці з текстом для копіювання. Не для матеріалів агентств і спонсорів.',
      ar: '‏`true` يعرضها على غيركم بترخيص الصحيفة، في صفحة فيها النص المعد للنسخ. لا يصلح لمواد الوكالات والرعاة.',
    },
  },
  draft: {
    title: { en: 'Draft', fr: 'Brouillon', uk: 'Чернетка', ar: 'مسودة' },
    manual: {
      en: '`true` keeps it and its pictures out of the paper.',
      fr: '`true` le tient hors du journal, lui et ses images.',
      uk: '`true` не пускає його та його зображення в газету.',
      ar: '‏`true` يبقيها وصورها خارج الصحيفة.',
    },
  },
  guid: {
    title: {
      en: 'Permanent id',
      fr: 'Identifiant permanent',
      uk: 'Постійний ідентифікатор',
      ar: 'المعرّف الدائم',
    },
    manual: {
      en: 'Its id in feeds, if that is not made from its folder’s name. Set it to the guid that an imported article had, or, before you rename the folder, to the one in the feed. No two articles may share one.',
      fr: 'Son identifiant dans les flux, s’il ne vient pas du nom de son dossier. Mettez-y le guid qu’avait un article importé ou, avant de renommer le dossier, celui du flux. Deux articles ne peuvent pas avoir le même.',
      uk: 'Його ідентифікатор у стрічках, якщо він не утворений із назви теки. Впишіть guid, який мав імпортований матеріал, або, перш ніж перейменувати теку, той, що в стрічці. Він не може бути спільним для двох матеріалів.',
      ar: 'معرّفها في الخلاصات إن لم يكن مأخوذًا من اسم مجلدها. ضع فيه guid الذي كان لمادة مستوردة، أو الموجود في الخلاصة قبل أن تعيد تسمية المجلد. ولا تشترك مادتان في معرّف واحد.',
    },
  },
  formerUrls: {
    title: {
      en: 'Former addresses',
      fr: 'Anciennes adresses',
      uk: 'Колишні адреси',
      ar: 'العناوين السابقة',
    },
    item: {
      en: 'Former address',
      fr: 'Ancienne adresse',
      uk: 'Колишня адреса',
      ar: 'العنوان السابق',
    },
    manual: {
      en: 'Old addresses that redirect to it: `/2019/old.html`, `/?p=123`.',
      fr: 'D’anciennes adresses qui y renvoient : `/2019/old.html`, `/?p=123`.',
      uk: 'Старі адреси, що ведуть до нього: `/2019/old.html`, `/?p=123`.',
      ar: 'عناوين قديمة تحيل إليها: `/2019/old.html` و`/?p=123`.',
    },
  },
} as const satisfies FieldTable;

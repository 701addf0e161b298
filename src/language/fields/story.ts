import type { FieldTable } from './field-words.ts';

/** What a story says and where it belongs. */
export const storyWords = {
  kicker: {
    title: { en: 'Kicker', fr: 'Surtitre', uk: 'Надзаголовок', ar: 'العنوان التمهيدي' },
    manual: {
      en: 'A few words above the headline, on the page and in lists, instead of the kind or section: `Peace talks`.',
      fr: 'Quelques mots au-dessus du titre, sur la page et dans les listes, à la place du genre ou de la rubrique : `Pourparlers`.',
      uk: 'Кілька слів над заголовком, на сторінці та в списках, замість жанру чи рубрики: `Мирні переговори`.',
      ar: 'بضع كلمات فوق العنوان، في الصفحة وفي القوائم، بدل النوع أو القسم: `محادثات السلام`.',
    },
  },
  headline: {
    title: { en: 'Headline', fr: 'Titre', uk: 'Заголовок', ar: 'العنوان' },
    manual: {
      en: 'At the top of the story, in lists, in feeds and on social cards.',
      fr: 'En tête de l’article, dans les listes, les flux et les cartes de partage.',
      uk: 'Над матеріалом, у списках, у стрічках і на картках для соцмереж.',
      ar: 'يظهر أعلى المادة وفي القوائم والخلاصات وبطاقات المشاركة.',
    },
  },
  standfirst: {
    title: { en: 'Standfirst', fr: 'Chapeau', uk: 'Лід', ar: 'المقدمة' },
    manual: {
      en: 'The summary under the headline, in lists and in feeds.',
      fr: 'Le résumé sous le titre, dans les listes et les flux.',
      uk: 'Короткий зміст під заголовком, у списках і стрічках.',
      ar: 'الملخص تحت العنوان وفي القوائم والخلاصات.',
    },
  },
  keyPoints: {
    title: { en: 'Key points', fr: 'L’essentiel', uk: 'Головне', ar: 'أبرز النقاط' },
    item: { en: 'Point', fr: 'Point', uk: 'Пункт', ar: 'النقطة' },
    manual: {
      en: 'What a reader in a hurry should know, in a box above the text, in the text edition and in feeds.',
      fr: 'Ce qu’un lecteur pressé doit savoir, dans un encadré au-dessus du texte, dans l’édition texte et dans les flux.',
      uk: 'Що варто знати тому, хто поспішає: у рамці над текстом, у текстовому випуску та в стрічках.',
      ar: 'ما ينبغي أن يعرفه القارئ المستعجل، في إطار فوق النص وفي النسخة النصية وفي الخلاصات.',
    },
  },
  section: {
    title: { en: 'Section', fr: 'Rubrique', uk: 'Рубрика', ar: 'القسم' },
    manual: {
      en: 'The section it belongs to.',
      fr: 'La rubrique à laquelle il appartient.',
      uk: 'Рубрика, до якої він належить.',
      ar: 'القسم الذي تنتمي إليه.',
    },
  },
  authors: {
    title: { en: 'Authors', fr: 'Auteurs', uk: 'Автори', ar: 'الكتّاب' },
    item: { en: 'Author', fr: 'Auteur', uk: 'Автор', ar: 'الكاتب' },
    manual: {
      en: 'Who wrote it, in the order of the byline.',
      fr: 'Qui l’a écrit, dans l’ordre de la signature.',
      uk: 'Хто його написав, у тому порядку, в якому підписано.',
      ar: 'من كتبها، بترتيب التوقيع.',
    },
  },
  published: {
    title: { en: 'Published', fr: 'Publication', uk: 'Опубліковано', ar: 'وقت النشر' },
    manual: {
      en: 'When it is published. Earlier editions leave it out.',
      fr: 'Quand il paraît. Les éditions antérieures l’omettent.',
      uk: 'Коли він виходить. У раніших випусках його немає.',
      ar: 'موعد نشرها. لا تظهر في الطبعات الأسبق.',
    },
  },
  embargo: {
    title: { en: 'Embargo', fr: 'Embargo', uk: 'Ембарго', ar: 'حظر النشر' },
    manual: {
      en: 'The moment before which no paper for readers may print it. If `published` comes earlier, the build stops. Readers never see this.',
      fr: 'Le moment avant lequel aucun journal destiné aux lecteurs ne peut le publier. Si `published` vient plus tôt, la construction s’arrête. Les lecteurs ne le voient jamais.',
      uk: 'Момент, до якого жодна газета для читачів не може його надрукувати. Якщо `published` настане раніше, збірка зупиниться. Читачі цього не бачать.',
      ar: 'اللحظة التي لا تنشرها قبلها أي صحيفة للقراء. إن حلّ `published` قبلها توقف البناء. لا يراها القراء أبدًا.',
    },
  },
  updated: {
    title: { en: 'Updated', fr: 'Mise à jour', uk: 'Оновлено', ar: 'وقت التحديث' },
    manual: {
      en: 'When its substance last changed; not before `published`.',
      fr: 'Quand le fond a changé pour la dernière fois ; pas avant `published`.',
      uk: 'Коли востаннє змінився зміст; не раніше за `published`.',
      ar: 'آخر مرة تغيّر فيها مضمونها؛ ولا يسبق `published`.',
    },
  },
  kind: {
    title: { en: 'Kind', fr: 'Genre', uk: 'Жанр', ar: 'النوع' },
    manual: {
      en: 'What kind of story it is. It decides on the label, the order of the page and how machines are told.',
      fr: 'Le genre de l’article. Il décide de l’étiquette, de l’ordre de la page et de ce qu’en lisent les machines.',
      uk: 'Що це за матеріал. Від жанру залежать позначка, порядок на сторінці та опис для машин.',
      ar: 'نوع المادة. يحدد الوسم وترتيب الصفحة وما تقرؤه الآلات عنها.',
    },
  },
  state: {
    title: { en: 'State', fr: 'État', uk: 'Стан', ar: 'الحالة' },
    manual: {
      en: 'Whether a live story is running, paused or over. Only live stories have it, and each of them needs it.',
      fr: 'Si un direct est en cours, en pause ou terminé. Seuls les directs l’ont, et chacun d’eux en a besoin.',
      uk: 'Чи матеріал наживо триває, призупинений чи завершений. Він є лише в матеріалів наживо, і кожному з них потрібен.',
      ar: 'هل التغطية المباشرة جارية أم متوقفة أم منتهية. هو للمواد المباشرة وحدها، ولا بد لكل منها منه.',
    },
  },
  topics: {
    title: { en: 'Topics', fr: 'Sujets', uk: 'Теми', ar: 'المواضيع' },
    item: { en: 'Topic', fr: 'Sujet', uk: 'Тема', ar: 'الموضوع' },
    manual: {
      en: 'What it is about, in any script: `[Ukraine, NATO]`.',
      fr: 'De quoi il parle, dans n’importe quelle écriture : `[Ukraine, NATO]`.',
      uk: 'Про що він, будь-яким письмом: `[Україна, НАТО]`.',
      ar: 'ما تتناوله، بأي كتابة كانت: `[أوكرانيا, الناتو]`.',
    },
  },
  series: {
    title: { en: 'Series', fr: 'Série', uk: 'Серія', ar: 'السلسلة' },
    manual: {
      en: 'The series that it is a part of, and which part: `{ id: the-river, part: 2 }`. `series.yaml` has the title.',
      fr: 'La série dont il fait partie, et quel volet : `{ id: le-fleuve, part: 2 }`. `series.yaml` en donne le titre.',
      uk: 'Серія, до якої він належить, і котра це частина: `{ id: річка, part: 2 }`. Заголовок — у `series.yaml`.',
      ar: 'السلسلة التي تنتمي إليها ورقم الجزء: `{ id: النهر, part: 2 }`. والعنوان في `series.yaml`.',
    },
  },
  dateline: {
    title: { en: 'Dateline', fr: 'Lieu', uk: 'Місце події', ar: 'مكان التغطية' },
    manual: {
      en: 'Where it was reported from: `Kyiv`.',
      fr: 'D’où il a été écrit : `Kyiv`.',
      uk: 'Звідки повідомляють: `Київ`.',
      ar: 'من أين كُتبت: `كييف`.',
    },
  },
  source: {
    title: { en: 'Source', fr: 'Source', uk: 'Джерело', ar: 'المصدر' },
    manual: {
      en: 'Where a syndicated story came from.',
      fr: 'D’où vient un article repris.',
      uk: 'Звідки взято передрукований матеріал.',
      ar: 'من أين أُخذت المادة المنقولة.',
    },
  },
  corrections: {
    title: { en: 'Corrections', fr: 'Rectificatifs', uk: 'Виправлення', ar: 'التصحيحات' },
    item: { en: 'Correction', fr: 'Rectificatif', uk: 'Виправлення', ar: 'تصحيح' },
    manual: {
      en: 'What was wrong and has been put right, with the moment of each correction.',
      fr: 'Ce qui était faux et a été rectifié, avec le moment de chaque rectificatif.',
      uk: 'Що було неправильно і виправлено, із часом кожного виправлення.',
      ar: 'ما كان خطأً وصُحّح، مع وقت كل تصحيح.',
    },
  },
  withdrawn: {
    title: { en: 'Withdrawal', fr: 'Retrait', uk: 'Відкликання', ar: 'السحب' },
    manual: {
      en: 'Takes the words, pictures and files away and keeps the address, headline, byline and dates, with a notice of when and why.',
      fr: 'Enlève le texte, les images et les fichiers, et garde l’adresse, le titre, la signature et les dates, avec un avis qui dit quand et pourquoi.',
      uk: 'Прибирає текст, зображення й файли, але лишає адресу, заголовок, підпис і дати, з повідомленням, коли й чому.',
      ar: 'يزيل النص والصور والملفات ويُبقي العنوان الإلكتروني والعنوان والتوقيع والتواريخ، مع إشعار يقول متى ولماذا.',
    },
  },
  changeNotes: {
    title: {
      en: 'Notes on changes',
      fr: 'Notes de modification',
      uk: 'Примітки про зміни',
      ar: 'ملاحظات التغييرات',
    },
    item: { en: 'Note', fr: 'Note', uk: 'Примітка', ar: 'ملاحظة' },
    manual: {
      en: 'What was changed after publication: corrections, updates and clarifications, with the moment of each. Readers see them below the story.',
      fr: 'Ce qui a été modifié après la publication : rectificatifs, mises à jour et précisions, avec le moment de chacun. Les lecteurs les voient sous l’article.',
      uk: 'Що змінено після публікації: виправлення, оновлення та уточнення, із часом кожного. Читачі бачать їх під матеріалом.',
      ar: 'ما غُيّر بعد النشر: تصحيحات وتحديثات وتوضيحات، مع وقت كل منها. يراها القراء أسفل المادة.',
    },
  },
} as const satisfies FieldTable;

import type { WordTable } from '../table.ts';
import type { FieldTable } from './field-words.ts';

/** The shapes that a block of the front page may have. */
export const blockShapeNames = {
  'lead-and-list': {
    en: 'Lead and list',
    fr: 'Article principal et liste',
    uk: 'Головний матеріал і список',
    ar: 'مادة رئيسية وقائمة',
  },
  'lead-and-three': {
    en: 'Lead across, others below',
    fr: 'Article principal en travers, les autres dessous',
    uk: 'Головний матеріал на всю ширину, решта нижче',
    ar: 'مادة رئيسية بعرض الكتلة والباقي تحتها',
  },
  row: { en: 'Row', fr: 'Rangée', uk: 'Ряд', ar: 'صف' },
  opinions: { en: 'Opinions', fr: 'Tribunes', uk: 'Думки', ar: 'آراء' },
  timeline: { en: 'Timeline', fr: 'Fil chronologique', uk: 'Хроніка', ar: 'خط زمني' },
} as const satisfies WordTable;

/** The layout of the front page. */
export const frontWords = {
  breaking: {
    title: { en: 'Breaking news', fr: 'Dernière minute', uk: 'Термінова новина', ar: 'خبر عاجل' },
    manual: {
      en: 'A bar at the top of every page until a given moment.',
      fr: 'Un bandeau en haut de chaque page jusqu’à un moment donné.',
      uk: 'Смуга вгорі кожної сторінки до заданого часу.',
      ar: 'شريط أعلى كل صفحة حتى وقت محدد.',
    },
  },
  live: {
    title: { en: 'Live story', fr: 'Direct', uk: 'Наживо', ar: 'التغطية المباشرة' },
    manual: {
      en: 'A live story above all others, with its newest three entries, until its coverage is over. Left out, none.',
      fr: 'Un direct au-dessus de tout, avec ses trois dernières entrées, jusqu’à la fin de la couverture. Sans lui, aucun.',
      uk: 'Матеріал наживо над усіма іншими, з трьома найновішими записами, доки висвітлення не завершено. Без нього — жодного.',
      ar: 'مادة مباشرة فوق كل المواد مع أحدث ثلاثة إدخالات، حتى تنتهي التغطية. إن تُركت فلا شيء.',
    },
  },
  lead: {
    title: {
      en: 'Lead story',
      fr: 'Article principal',
      uk: 'Головний матеріал',
      ar: 'المادة الرئيسية',
    },
    manual: {
      en: 'The story at the top. Left out, the first of Must Read, or else the newest story; opinions come after news.',
      fr: 'L’article en tête. Sans lui, le premier de « À lire », sinon le plus récent ; les tribunes viennent après les actualités.',
      uk: 'Матеріал угорі сторінки. Без нього — перший із «Варто прочитати», інакше найновіший; думки йдуть після новин.',
      ar: 'المادة في أعلى الصفحة. إن تُركت فالأولى في «لا يفوتك» وإلا فالأحدث؛ وتأتي الآراء بعد الأخبار.',
    },
  },
  secondaries: {
    title: { en: 'Beside the lead', fr: 'À côté', uk: 'Поруч із головним', ar: 'بجانب الرئيسية' },
    item: { en: 'Story', fr: 'Article', uk: 'Матеріал', ar: 'المادة' },
    manual: {
      en: 'Two stories beside the lead, in order; further ones open the row below. Left out, the newest two.',
      fr: 'Deux articles à côté du principal, dans l’ordre ; les suivants ouvrent la rangée du dessous. Sans eux, les deux plus récents.',
      uk: 'Два матеріали поруч із головним, за порядком; наступні відкривають ряд нижче. Без них — два найновіші.',
      ar: 'مادتان بجانب الرئيسية بالترتيب، وما زاد يبدأ به الصف التالي. إن تُركت فالاثنتان الأحدث.',
    },
  },
  leadRelated: {
    title: {
      en: 'Links under the lead',
      fr: 'Liens sous l’article principal',
      uk: 'Посилання під головним',
      ar: 'روابط تحت الرئيسية',
    },
    item: { en: 'Story', fr: 'Article', uk: 'Матеріал', ar: 'المادة' },
    manual: {
      en: 'Up to three stories linked under the lead. Left out, the most related ones; an empty list shows none.',
      fr: 'Jusqu’à trois articles liés sous le principal. Sans eux, les plus proches ; une liste vide n’en montre aucun.',
      uk: 'До трьох матеріалів, на які є посилання під головним. Без них — найбільш споріднені; порожній список не показує жодного.',
      ar: 'حتى ثلاث مواد ترتبط تحت الرئيسية. إن تُركت فالأكثر صلة؛ والقائمة الفارغة لا تُظهر شيئًا.',
    },
  },
  latest: {
    title: { en: 'Latest', fr: 'En continu', uk: 'Останні новини', ar: 'آخر الأخبار' },
    manual: {
      en: 'Whether the newest eight headlines stand beside the lead. With fewer than five they never do.',
      fr: 'Si les huit titres les plus récents figurent à côté du principal. Jamais s’il y en a moins de cinq.',
      uk: 'Чи стоять поруч із головним вісім найновіших заголовків. Якщо їх менше п’яти — ніколи.',
      ar: 'هل تظهر أحدث ثمانية عناوين بجانب الرئيسية. ولا تظهر أبدًا إن كانت أقل من خمسة.',
    },
  },
  strip: {
    title: {
      en: 'Row below the lead',
      fr: 'Rangée du dessous',
      uk: 'Ряд під головним',
      ar: 'الصف التالي',
    },
    item: { en: 'Story', fr: 'Article', uk: 'Матеріал', ar: 'المادة' },
    manual: {
      en: 'The stories of the row below the lead, in order. Left out, four pieces of news, unless `blocks` are given.',
      fr: 'Les articles de la rangée sous le principal, dans l’ordre. Sans eux, quatre actualités, sauf si `blocks` est donné.',
      uk: 'Матеріали ряду під головним, за порядком. Без них — чотири новини, якщо не задано `blocks`.',
      ar: 'مواد الصف تحت الرئيسية بالترتيب. إن تُركت فأربعة أخبار، ما لم تُذكر `blocks`.',
    },
  },
  nowTopics: {
    title: { en: 'Topics of the day', fr: 'Sujets du moment', uk: 'Теми дня', ar: 'مواضيع الساعة' },
    item: { en: 'Topic', fr: 'Sujet', uk: 'Тема', ar: 'الموضوع' },
    manual: {
      en: 'Up to five topics after the sections at the top of pages, by any of their names. Left out, none.',
      fr: 'Cinq sujets au plus après les rubriques en haut des pages, par n’importe lequel de leurs noms. Sans eux, aucun.',
      uk: 'До п’яти тем після рубрик угорі сторінок, за будь-якою з їхніх назв. Без них — жодної.',
      ar: 'خمسة مواضيع على الأكثر بعد الأقسام أعلى الصفحات، بأيٍّ من أسمائها. إن تُركت فلا شيء.',
    },
  },
  blocks: {
    title: { en: 'Blocks', fr: 'Blocs', uk: 'Блоки', ar: 'الكتل' },
    item: { en: 'Block', fr: 'Bloc', uk: 'Блок', ar: 'كتلة' },
    manual: {
      en: 'The blocks below, in order. Left out, one for each section. No story is shown twice.',
      fr: 'Les blocs en dessous, dans l’ordre. Sans eux, un par rubrique. Aucun article n’est montré deux fois.',
      uk: 'Блоки нижче, за порядком. Без них — по одному на рубрику. Жоден матеріал не показується двічі.',
      ar: 'الكتل التالية بالترتيب. إن تُركت فواحدة لكل قسم. ولا تظهر مادة مرتين.',
    },
  },
} as const satisfies FieldTable;

/** The breaking news bar. */
export const breakingWords = {
  text: {
    title: { en: 'News', fr: 'Nouvelle', uk: 'Новина', ar: 'الخبر' },
    manual: {
      en: 'What has happened.',
      fr: 'Ce qui s’est passé.',
      uk: 'Що сталося.',
      ar: 'ما حدث.',
    },
  },
  link: {
    title: { en: 'Link', fr: 'Lien', uk: 'Посилання', ar: 'الرابط' },
    manual: {
      en: 'Where it leads: a path on this site, such as a story’s, or an https:// address.',
      fr: 'Où il mène : un chemin de ce site, comme celui d’un article, ou une adresse https://.',
      uk: 'Куди веде: шлях на цьому сайті, наприклад до матеріалу, або адреса https://.',
      ar: 'إلى أين يؤدي: مسار في هذا الموقع، كمسار مادة، أو عنوان https://.',
    },
  },
  until: {
    title: { en: 'Until', fr: 'Jusqu’à', uk: 'До', ar: 'حتى' },
    manual: {
      en: 'When it stops being breaking news.',
      fr: 'Quand ce n’est plus une dernière minute.',
      uk: 'Коли новина перестає бути терміновою.',
      ar: 'متى لا يعود عاجلًا.',
    },
  },
} as const satisfies FieldTable;

import type { WordTable } from '../table.ts';
import type { FieldTable } from './field-words.ts';

/** What an author may be. */
export const authorTypeNames = {
  person: { en: 'Person', fr: 'Personne', uk: 'Особа', ar: 'شخص' },
  organization: { en: 'Organisation', fr: 'Organisation', uk: 'Організація', ar: 'مؤسسة' },
} as const satisfies WordTable;

/** An author. */
export const authorWords = {
  name: {
    title: { en: 'Name', fr: 'Nom', uk: 'Ім’я', ar: 'الاسم' },
    manual: {
      en: 'The name in the byline.',
      fr: 'Le nom dans la signature.',
      uk: 'Ім’я, яким підписані матеріали.',
      ar: 'الاسم الذي تُوقَّع به المواد.',
    },
  },
  type: {
    title: { en: 'Type', fr: 'Type', uk: 'Тип', ar: 'الصفة' },
    manual: {
      en: '`person`, or `organization` for a byline such as the newsroom’s.',
      fr: '`person`, ou `organization` pour une signature comme celle de la rédaction.',
      uk: '`person` або `organization` — для підпису на зразок редакційного.',
      ar: '‏`person`، أو `organization` لتوقيع مثل توقيع هيئة التحرير.',
    },
  },
  role: {
    title: { en: 'Role', fr: 'Fonction', uk: 'Посада', ar: 'المنصب' },
    manual: {
      en: 'What they do here: `Political editor`.',
      fr: 'Ce qu’ils font ici : `Chef du service politique`.',
      uk: 'Що робить тут: `Редактор відділу політики`.',
      ar: 'عمله هنا: `محرر الشؤون السياسية`.',
    },
  },
  bio: {
    title: { en: 'Biography', fr: 'Biographie', uk: 'Біографія', ar: 'نبذة' },
    manual: {
      en: 'A few sentences about them.',
      fr: 'Quelques phrases à leur sujet.',
      uk: 'Кілька речень про автора.',
      ar: 'بضع جمل عنه.',
    },
  },
  picture: {
    title: { en: 'Portrait', fr: 'Portrait', uk: 'Портрет', ar: 'الصورة الشخصية' },
    manual: {
      en: 'Shown at the top of their opinion pieces.',
      fr: 'Montré en tête de leurs tribunes.',
      uk: 'Його видно над колонками автора.',
      ar: 'تظهر أعلى مقالات الرأي التي يكتبها.',
    },
  },
  fediverse: {
    title: {
      en: 'Fediverse account',
      fr: 'Compte Fediverse',
      uk: 'Обліковий запис у Федіверсі',
      ar: 'الحساب في الفيديفرس',
    },
    manual: {
      en: 'Their account on Mastodon or the like: `@jane@social.example`. It is named where their stories are shared there.',
      fr: 'Leur compte sur Mastodon ou un service semblable : `@jane@social.example`. Il est nommé là où leurs articles y sont partagés.',
      uk: 'Обліковий запис у Mastodon чи подібній мережі: `@jane@social.example`. Його видно там, де діляться матеріалами автора.',
      ar: 'الحساب في ماستودون أو ما يشبهه: `@jane@social.example`. يُذكر حيث تُشارَك مواد الكاتب هناك.',
    },
  },
  links: {
    title: { en: 'Links', fr: 'Liens', uk: 'Посилання', ar: 'الروابط' },
    item: { en: 'Link', fr: 'Lien', uk: 'Посилання', ar: 'رابط' },
    manual: {
      en: 'Where else to find them.',
      fr: 'Où les trouver ailleurs.',
      uk: 'Де ще знайти автора.',
      ar: 'أين يوجد أيضًا.',
    },
  },
} as const satisfies FieldTable;

/** An author's portrait. */
export const portraitWords = {
  src: {
    title: { en: 'Picture', fr: 'Image', uk: 'Зображення', ar: 'الصورة' },
    manual: {
      en: 'Its path, relative to this file: `./jane.jpg`, in `authors/`. It is cropped to a square around the middle.',
      fr: 'Son chemin, à partir de ce fichier : `./jane.jpg`, dans `authors/`. Elle est recadrée en carré autour du centre.',
      uk: 'Шлях від цього файлу: `./jane.jpg`, у `authors/`. Воно обрізається до квадрата довкола середини.',
      ar: 'مسارها انطلاقًا من هذا الملف: `./jane.jpg` في `authors/`. تُقص مربعةً حول وسطها.',
    },
  },
  alt: {
    title: { en: 'Description', fr: 'Description', uk: 'Опис', ar: 'الوصف' },
    manual: {
      en: 'What it shows, for readers who cannot see it (WCAG 1.1.1).',
      fr: 'Ce qu’elle montre, pour qui ne la voit pas (WCAG 1.1.1).',
      uk: 'Що на ньому видно, для тих, хто його не бачить (WCAG 1.1.1).',
      ar: 'ما تُظهره لمن لا يراها (WCAG 1.1.1).',
    },
  },
} as const satisfies FieldTable;

/** A link of an author. */
export const authorLinkWords = {
  label: {
    title: { en: 'Label', fr: 'Libellé', uk: 'Напис', ar: 'التسمية' },
    manual: {
      en: 'What the link says: `Mastodon`.',
      fr: 'Ce que dit le lien : `Mastodon`.',
      uk: 'Що написано на посиланні: `Mastodon`.',
      ar: 'نص الرابط: `Mastodon`.',
    },
  },
  url: {
    title: { en: 'Address', fr: 'Adresse', uk: 'Адреса', ar: 'العنوان الإلكتروني' },
    manual: {
      en: 'Where it leads: `https://social.example/@jane`.',
      fr: 'Où il mène : `https://social.example/@jane`.',
      uk: 'Куди воно веде: `https://social.example/@jane`.',
      ar: 'إلى أين يؤدي: `https://social.example/@jane`.',
    },
  },
} as const satisfies FieldTable;

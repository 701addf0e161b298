/** What readers are told about a comment that was refused. `{n}` stands for a number of seconds. */
interface Messages {
  missingName: string;
  missingComment: string;
  longName: string;
  longComment: string;
  reservedName: string;
  gone: string;
  tooFast: string;
}

const messages: Record<string, Messages> = {
  en: {
    missingName: 'Please enter your name here',
    missingComment: 'Please enter your comment!',
    longName: 'The name is longer than 100 characters.',
    longComment: 'The comment is longer than 10,000 characters.',
    reservedName: 'This name belongs to the editors. Please choose another.',
    gone: 'The comment you are replying to is not there any more.',
    tooFast: 'Too many comments at once. Please wait {n} s.',
  },
  fr: {
    missingName: 'Veuillez indiquer votre nom',
    missingComment: 'Veuillez écrire votre commentaire',
    longName: 'Le nom dépasse 100 caractères.',
    longComment: 'Le commentaire dépasse 10 000 caractères.',
    reservedName: 'Ce nom est réservé à la rédaction. Veuillez en choisir un autre.',
    gone: 'Le commentaire auquel vous répondez n’existe plus.',
    tooFast: 'Trop de commentaires à la fois. Veuillez patienter {n} s.',
  },
  uk: {
    missingName: 'Введіть своє ім’я',
    missingComment: 'Напишіть коментар',
    longName: 'Ім’я довше за 100 символів.',
    longComment: 'Коментар довший за 10 000 символів.',
    reservedName: 'Це ім’я належить редакції. Виберіть інше.',
    gone: 'Коментаря, на який ви відповідаєте, уже немає.',
    tooFast: 'Забагато коментарів одразу. Зачекайте {n} с.',
  },
  ar: {
    missingName: 'يرجى كتابة اسمك',
    missingComment: 'يرجى كتابة تعليقك',
    longName: 'الاسم أطول من 100 حرف.',
    longComment: 'التعليق أطول من 10,000 حرف.',
    reservedName: 'هذا الاسم خاص بهيئة التحرير. يرجى اختيار اسم آخر.',
    gone: 'لم يعد التعليق الذي ترد عليه موجودًا.',
    tooFast: 'تعليقات كثيرة في وقت واحد. يرجى الانتظار {n} ثانية.',
  },
};

/** The languages that there are messages in. */
export const languages = Object.keys(messages);

/** The messages in the language of a BCP 47 tag, or else in English. */
export const messagesIn = (tag: string): Messages =>
  messages[tag.toLowerCase().split('-')[0] ?? ''] ?? (messages['en'] as Messages);

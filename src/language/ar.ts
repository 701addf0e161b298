import type { Dictionary } from './en.ts';

/** The interface in Arabic. */
export const ar: Dictionary = {
  breaking: 'عاجل',
  skipToContent: 'انتقل إلى الخبر',
  home: 'الرئيسية',
  sections: 'الأقسام',
  menu: 'القائمة',
  close: 'أغلق',
  now: 'الآن',
  top: 'إلى الأعلى',
  breadcrumb: 'أنت هنا',
  wholePaper: 'الصحيفة كلها',
  alsoInThePaper: 'أيضًا في الصحيفة',
  pages: 'عن الصحيفة',
  editionOf: (time) => `طبعة الساعة ${time}`,
  theme: 'فاتح أو داكن',
  advertisement: 'إعلان',
  by: 'بقلم',
  published: 'نُشر',
  updated: 'حُدّث',
  readingTime: (minutes) => `قراءة ${minutes} د`,
  topics: 'المواضيع',
  corrections: 'تصحيحات',
  changesToStory: 'تصحيحات وتحديثات',
  storyWithdrawn: 'سُحب هذا المقال',
  keyPoints: 'أبرز النقاط',
  foundAMistake: 'وجدت خطأ؟',
  reportIt: 'أبلغنا عنه.',
  howWeCorrect: 'انظر كيف نصحّحه',
  olderThan: (years, form) => {
    switch (form) {
      case 'one':
        return 'مضى على هذه المادة أكثر من عام';
      case 'two':
        return 'مضى على هذه المادة أكثر من عامين';
      case 'few':
        return `مضى على هذه المادة أكثر من ${years} أعوام`;
      case 'many':
        return `مضى على هذه المادة أكثر من ${years} عامًا`;
      default:
        return `مضى على هذه المادة أكثر من ${years} عام`;
    }
  },
  series: {
    all: 'السلاسل',
    part: (part: string, count: string) => `الجزء ${part} من ${count}`,
    about: (title: string) => `كل أجزاء سلسلة «${title}».`,
    previous: 'الجزء السابق',
    next: 'الجزء التالي',
  },
  share: 'شارك',
  shareByMail: 'أرسل بالبريد',
  copyLink: 'انسخ الرابط',
  copied: { done: 'نُسخ الرابط.', failed: 'تعذّر نسخ الرابط. وهو:' },
  saved: {
    title: 'المحفوظات',
    about: 'ما تحفظه وتتابعه. يبقى كله في هذا المتصفح، على هذا الجهاز، وليس في أي مكان آخر.',
    save: 'احفظ',
    follow: 'تابع',
    followThis: (name) => `تابع ${name}`,
    withoutScript: 'تحتاج هذه الصفحة إلى JavaScript لأن قائمتك في متصفحك وحده، وJavaScript معطّل.',
    emptyTitle: 'رفّ خاص بك',
    how: [
      {
        title: 'احفظ مقالًا',
        text: 'اضغط «احفظ» تحت العنوان. ينتظرك المقال هنا، ويُفتح حيث توقفت عن القراءة.',
      },
      {
        title: 'تابع موضوعًا أو كاتبًا',
        text: 'اضغط «تابع» في صفحته. كل جديد بعد زيارتك الأخيرة يظهر هنا أولًا.',
      },
      {
        title: 'لك وحدك',
        text: 'لا حاجة إلى حساب. لا أحد يعرف ما في قائمتك، ويمكنك حذفها متى شئت.',
      },
    ],
    broken:
      'القائمة على هذا الجهاز تالفة ولا يمكن قراءتها. استورد قائمة صدّرتها من قبل، أو انسَ هذه وابدأ من جديد.',
    stories: 'المقالات المحفوظة',
    follows: 'تتابع',
    listTitle: 'قائمتك',
    listAbout:
      'لا تغادر القائمة هذا المتصفح أبدًا. لإيجاد الجديد تقرأ هذه الصفحة الخلاصات العامة لما تتابعه، وتتحقق من أن مقالاتك ما زالت في مكانها، وكلاهما على هذا الموقع.',
    export: 'صدّر',
    import: 'استورد قائمة محفوظة',
    forget: 'انسَ الكل',
    // Said after a press on a button.
    said: {
      saved: 'محفوظ',
      save: 'حُفظ على هذا الجهاز.',
      saveNot: 'لم يعد محفوظًا.',
      follow: 'أنت تتابع هذا الآن.',
      followNot: 'لم تعد تتابع هذا.',
      list: 'افتح قائمتك',
      refused: 'لا يحفظ متصفحك المزيد لهذا الموقع: مساحة التخزين ممتلئة أو محظورة.',
    },
    // Shown and said by the script of the page.
    page: {
      refused: 'لا يحفظ متصفحك المزيد لهذا الموقع: مساحة التخزين ممتلئة أو محظورة.',
      newSince: 'الجديد منذ {when}',
      nothingNew: 'لا جديد حتى الآن.',
      failed: 'تعذّر البحث عن الجديد. قد يكون الاتصال مقطوعًا.',
      goOn: 'تابع القراءة',
      read: 'قُرئ {share}',
      gone: 'سُحب هذا المقال: لم يعد عنوانه يؤدي إلى شيء.',
      remove: 'أزل',
      removeThis: 'أزل «{title}»',
      removed: 'أُزيل من قائمتك.',
      unfollow: 'ألغِ المتابعة',
      unfollowThis: 'ألغِ متابعة {title}',
      unfollowed: 'لم تعد تتابع هذا.',
      imported: 'في قائمتك الآن كل ما كان في الملف.',
      notAList: 'هذا الملف ليس قائمة صدّرتها هذه الصحيفة.',
      forgetAsk: 'هل تنسى كل ما حفظته وتتابعه على هذا الجهاز؟',
      forgotten: 'لم يعد شيء محفوظًا على هذا الجهاز.',
    },
  },
  stayConnected: 'ابق على تواصل',
  mustRead: 'لا يفوتك',
  relatedNews: 'أخبار ذات صلة',
  alsoRead: 'اقرأ أيضًا',
  earlierStory: 'السابق',
  laterStory: 'التالي',
  follow: (topic: string) => `تابع ${topic}`,
  leaveAReply: 'اترك تعليقًا',
  commentsClosed: 'التعليقات مغلقة.',
  comments: {
    ahead: 'تظهر التعليقات هنا إذا كان JavaScript مفعّلًا.',
    reload: 'أعد التحميل',
    loading: 'جارٍ تحميل التعليقات…',
    unreachable: 'يتعذّر الوصول إلى التعليقات الآن.',
    retry: 'أعد المحاولة',
    mail: 'راسلنا بالبريد الإلكتروني',
    show: 'اعرض التعليقات',
    form: {
      comment: 'التعليق',
      name: 'الاسم',
      send: 'انشر التعليق',
      missingComment: 'من فضلك أدخل تعليقك!',
      missingName: 'من فضلك أدخل اسمك هنا',
      sending: 'جارٍ الإرسال…',
      sent: 'نُشر تعليقك.',
      held: 'شكرًا لك. سيظهر تعليقك بعد أن يوافق عليه أحد المحرّرين.',
      awaiting: 'بانتظار المراجعة',
      editor: 'هيئة التحرير',
      notSent: 'تعذّر إرسال تعليقك، وهو محفوظ هنا. أعد المحاولة من فضلك.',
      reply: 'الرد',
      replyTo: (name) => `الرد على ${name}`,
      replyingTo: (name) => `ردّك على ${name}`,
      cancel: 'إلغاء',
      none: 'لا تعليقات بعد. كن أول من يعلّق.',
      more: 'مزيد من التعليقات',
      count: (count, form) => {
        switch (form) {
          case 'zero':
            return 'لا تعليقات';
          case 'one':
            return 'تعليق واحد';
          case 'two':
            return 'تعليقان';
          case 'few':
            return `${count} تعليقات`;
          case 'many':
            return `${count} تعليقًا`;
          default:
            return `${count} تعليق`;
        }
      },
    },
  },
  boxes: { facts: 'حقائق', question: 'سؤال', timeline: 'تسلسل زمني', warning: 'تنبيه' },
  transcript: 'نص التسجيل',
  photo: { close: 'إغلاق', next: 'الصورة التالية', previous: 'الصورة السابقة' },
  footnotes: 'الحواشي',
  backToText: 'العودة إلى النص',
  playVideo: (host) => `شغّل الفيديو من ${host}`,
  videoNote: (host) => `لا يُحمَّل شيء من ${host} قبل التشغيل.`,
  storiesBy: (author) => `مقالات ${author}`,
  noStories: 'لم يُنشر شيء هنا بعد.',
  elsewhere: 'في أماكن أخرى',
  notFound: {
    title: 'هذه الصفحة ليست في الصحيفة',
    text: 'ربما كُتب العنوان خطأً أو انتقل الخبر. قد يفيدك هذا:',
    latest: 'أحدث الأخبار',
  },
  moved: { title: 'انتقلت هذه الصفحة', link: 'الذهاب إلى عنوانها الجديد' },
  madeBy: (publisher) => `تصدر عن ${publisher}.`,
  contents: 'في هذا المقال',
  latestEntries: 'آخر التحديثات',
  latest: {
    title: 'آخر الأخبار',
    text: 'كل مواد الصحيفة، الأحدث أولًا.',
    all: 'كل آخر الأخبار',
  },
  paidFor: 'هذا محتوى يدفع ثمنه مُعلِن.',
  showPost: (service) => `اعرض المنشور من ${service}`,
  postNote: (service) => `لا يُحمَّل شيء من ${service} قبل العرض، وبعده تعلم الخدمة بزيارتك.`,
  changeTo: (kind, headline) => `${kind}: ${headline}`,
  credits: {
    title: 'أصحاب الصور',
    about: 'من صنعوا صور هذه الصحيفة، والأخبار التي تُعرض فيها.',
    none: 'لا صورة منسوبة إلى صاحبها بعد.',
  },
  correctionsAbout: 'كل ما صُحِّح أو وُضِّح أو أُعلن تحديثه في أخبارنا، والأحدث أولًا.',
  correctionsFeed: 'التصحيحات عبر RSS',
  noCorrections: 'لم يُصحَّح أي خبر حتى الآن.',
  archive: 'الأرشيف',
  archiveText: 'كل ما نشرته الصحيفة، مرتّبًا بحسب السنة والشهر.',
  archiveOf: (time) => `الأرشيف: ${time}`,
  storiesOf: (time) => `كل ما نُشر في ${time}، يومًا بيوم.`,
  earlier: (time) => `السابق: ${time}`,
  later: (time) => `اللاحق: ${time}`,
  earlierAndLater: 'السابق واللاحق',
  topicsText: 'كل ما تكتب عنه الصحيفة، بحسب الحرف الأول.',
  letters: 'الحروف',
  otherTopics: 'أرقام ورموز',
  storiesOn: (topic) => `كل ما نشرته الصحيفة عن ${topic}.`,
  feedOf: (list, format) => `خلاصة ${format}: ${list}`,
  feeds: {
    title: 'الخلاصات',
    about:
      'الخلاصة ملف يسرد أحدث المقالات. يطّلع عليه من حين إلى آخر برنامج تختاره أنت، هو قارئ الخلاصات، ويعرض عليك الجديد: بلا حساب ولا بريد ولا وسيط.',
    how: 'أعطِ قارئ الخلاصات أحد هذه العناوين. صيغة RSS تناسب كل القرّاء، وAtom وJSON تقولان الشيء نفسه بصيغة أخرى.',
    all: 'الصحيفة كلها',
    file: 'كل الخلاصات في ملف واحد لقارئات الخلاصات (OPML)',
    mostStories:
      'تُذكر هنا أسماء الكتّاب والموضوعات الأكثر مقالات؛ وصفحة كل واحد من البقية تقود إلى خلاصته.',
    authors: 'الكتّاب',
  },
  partsOf: (section) => `الأقسام الفرعية في ${section}`,
  pagination: 'صفحات هذه القائمة',
  pageNumber: (number) => `صفحة ${number}`,
  pageOf: (list, number) => `${list}، صفحة ${number}`,
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  newsletter: {
    title: 'النشرة البريدية',
    about: 'أهم الأخبار عبر البريد. يمكنك إلغاء الاشتراك متى شئت.',
    address: 'عنوان بريدك الإلكتروني',
    subscribe: 'اشترك',
  },
  consent: {
    title: 'هل تسمح لآخرين بعرض الإعلانات هنا؟',
    about:
      'يأتي بعض الإعلانات من شبكة قد تحفظ ملفات تعريف في متصفحك وتتعرّف عليك في مواقع أخرى. الصحيفة هي نفسها مهما كان اختيارك.',
    more: 'ما الذي يُحمَّل ومن أين',
    yes: 'أسمح',
    no: 'أرفض',
    again: 'خيارات الخصوصية',
  },
  privacy: {
    title: 'ما الذي يُحمَّل ومن أين',
    nobody:
      'لا تحمّل صفحات هذه الصحيفة شيئًا من أحد، ولا تحفظ ملفات تعريف، ولا تُحصي أحدًا. ولا تظهر مقاطع الفيديو والمنشورات من خدمات أخرى إلا بعد النقر عليها.',
    besides: 'لا تظهر مقاطع الفيديو والمنشورات من خدمات أخرى إلا بعد النقر عليها.',
    who: 'من',
    why: 'لماذا',
    whenTitle: 'متى',
    keepsTitle: 'يحفظ شيئًا في متصفحك أو يتعرّف عليك',
    purposes: {
      comments: 'التعليقات',
      advertising: 'الإعلانات',
      analytics: 'إحصاء الزيارات',
      newsletter: 'النشرة البريدية',
    },
    when: {
      visit: 'في كل صفحة',
      near: 'حين تقترب منه',
      asked: 'حين تطلبه',
      sent: 'حين ترسل النموذج',
      agreed: 'حين توافق',
    },
    yes: 'نعم',
    no: 'لا',
  },
  offline: {
    title: 'أنت غير متصل بالشبكة',
    text: 'هذه الصفحة غير محفوظة على جهازك. والمحفوظ عليه:',
    note: 'أنت غير متصل بالشبكة. حُفظت هذه الصفحة في {when}.',
    privacyTitle: 'ما يبقى على جهازك',
    privacy:
      'تبقى الصفحة الأولى وآخر 30 خبرًا فتحتها في متصفحك لتقرأها دون اتصال. ولا يُبلَّغ أحد بها. امحُ بيانات الموقع في متصفحك فتزول.',
  },
  search: {
    title: 'بحث',
    about: 'كل مقالات الصحيفة، بكلماتها.',
    query: 'كلمات البحث',
    go: 'ابحث',
    section: 'القسم',
    topic: 'الموضوع',
    year: 'السنة',
    any: 'الكل',
    searching: 'جارٍ البحث…',
    results: (count, form) => {
      switch (form) {
        case 'zero':
          return 'لا نتائج';
        case 'one':
          return 'نتيجة واحدة';
        case 'two':
          return 'نتيجتان';
        case 'few':
          return `${count} نتائج`;
        default:
          return `${count} نتيجة`;
      }
    },
    resultsFor: '{results} عن «{query}»',
    nothing: 'لم يُعثر على شيء. جرّب كلمة أخرى، أو احذف مرشّحًا، أو تصفّح أحد الأقسام.',
    more: 'مزيد من النتائج',
    failed: 'تعذّر تحميل فهرس البحث. ربما انقطع الاتصال.',
    retry: 'أعد المحاولة',
    withoutScript:
      'يعمل البحث في متصفحك ويحتاج إلى JavaScript، وهو معطّل. تقودك الأقسام إلى كل المقالات:',
    browse: 'أو تصفّح أحد الأقسام',
  },
  text: {
    title: 'الطبعة النصية',
    about: 'كل المقالات بلا صور ولا برامج، للاتصال البطيء والشاشات الصغيرة.',
    fullPage: 'هذه الصفحة بالصور',
    picture: (description) => `صورة: ${description}`,
    video: (host) => `فيديو على ${host}`,
    post: (host) => `منشور على ${host}`,
  },
};

import { listed, monthsIn, seasonsIn } from '#dates/words.ts'
import { durationsByIntl } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

export const ar: LocaleFile = {
  name: 'العربية',
  english: 'Arabic',
  dir: 'rtl',
  collation: 'ar',
  quotationMarks: ['«', '»'],
  withheldName: 'الاسم محجوب',
  names: { ...givenNameFirst, sortMark: '،' },
  dates: {
    months: {
      nominative: monthsIn('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
    },
    seasons: { nominative: seasonsIn('ربيع صيف خريف شتاء') },
    decade: (year) => `عقد ${year}`,
    about: (text) => `نحو ${text}`,
    uncertain: (text) => `${text} (غير مؤكد)`,
    since: (text) => `منذ ${text}`,
    until: (text) => `حتى ${text}`,
    endUnknown: (text) => `من ${text}، والنهاية غير معروفة`,
    startUnknown: (text) => `حتى ${text}، والبداية غير معروفة`,
    between: (first, last) => `بين ${first} و${last}`,
    betweenCase: 'nominative',
    or: listed(' أو ', ' أو '),
    and: listed('، ', ' و'),
    orEarlier: (text) => `${text} أو قبل ذلك`,
    orLater: (text) => `${text} أو بعد ذلك`,
  },
  durations: durationsByIntl('ar-u-nu-latn'),
  attribution: {
    line: (speaker, kin, other) => `${speaker}، ${kin} ${other}`,
    kin: {
      spouse: { m: 'زوج', f: 'زوجة', n: 'زوج أو زوجة' },
      parent: { m: 'والد', f: 'والدة', n: 'أحد والدي' },
      child: { m: 'ابن', f: 'ابنة', n: 'من أبناء' },
      sibling: { m: 'أخ', f: 'أخت', n: 'من إخوة' },
      lawyer: { m: 'محامي', f: 'محامية', n: 'من هيئة الدفاع عن' },
      colleague: { m: 'زميل', f: 'زميلة', n: 'من زملاء' },
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: { m: 'سجين', f: 'سجينة' }, relative: { m: 'قريب', f: 'قريبة' }, lawyer: { m: 'محامٍ', f: 'محامية' },
      activist: { m: 'ناشط', f: 'ناشطة' }, journalist: { m: 'صحفي', f: 'صحفية' }, official: { m: 'مسؤول', f: 'مسؤولة' },
      other: 'غير ذلك',
    },
    gender: { female: 'أنثى', male: 'ذكر', other: 'آخر', unknown: 'غير معروف' },
    nameKind: {
      spelling: 'تهجئة', transliteration: 'نقحرة', former: 'اسم سابق', nickname: 'لقب',
      courtRecord: 'كما في سجل المحكمة',
    },
    relationType: {
      spouse: { m: 'زوج', f: 'زوجة' }, parent: { m: 'أب', f: 'أم', n: 'أحد الوالدين' }, child: { m: 'ابن', f: 'ابنة' },
      sibling: { m: 'أخ', f: 'أخت' }, lawyer: { m: 'محامٍ', f: 'محامية' }, colleague: { m: 'زميل', f: 'زميلة' },
      other: 'غير ذلك',
    },
    relationVisibility: { named: 'بالاسم', unnamed: 'دون اسم', internal: 'داخلي، لا يُنشر' },
    recognitionKind: {
      prisonerOfConscience: { m: 'سجين رأي', f: 'سجينة رأي' },
      politicalPrisoner: { m: 'سجين سياسي', f: 'سجينة سياسية' },
      humanRightsDefender: { m: 'مدافع عن حقوق الإنسان', f: 'مدافعة عن حقوق الإنسان' },
      journalist: { m: 'صحفي', f: 'صحفية' },
      wgadOpinion: 'رأي الفريق العامل المعني بالاحتجاز التعسفي التابع للأمم المتحدة', award: 'جائزة',
    },
    publishAs: { full: 'الاسم الكامل', initials: 'الأحرف الأولى', pseudonym: 'اسم مستعار', withheld: 'الاسم محجوب' },
    consentState: {
      given: 'مُنحت', withdrawn: 'سُحبت', notAsked: 'لم تُطلب بعد', refused: 'رُفضت', notPossible: 'لا يمكن طلبها',
    },
    consentScope: { name: 'الاسم', picture: 'الصورة', story: 'القصة', quotes: 'الاقتباسات', contact: 'بيانات الاتصال' },
    connection: {
      self: { m: 'يتحدث عن نفسه', f: 'تتحدث عن نفسها' }, relative: { m: 'قريب', f: 'قريبة' },
      lawyer: { m: 'محامٍ', f: 'محامية' }, witness: { m: 'شاهد', f: 'شاهدة' }, official: { m: 'مسؤول', f: 'مسؤولة' },
      reporter: { m: 'مراسل', f: 'مراسلة' },
    },
    custodyStatus: {
      wanted: { m: 'مطلوب', f: 'مطلوبة' }, restricted: { m: 'طليق بقيود', f: 'طليقة بقيود' },
      pretrialDetention: 'رهن الحبس الاحتياطي', serving: { m: 'يقضي العقوبة', f: 'تقضي العقوبة' },
      heldWithoutCharge: { m: 'محتجز دون تهمة', f: 'محتجزة دون تهمة' }, whereaboutsUnknown: 'مكان الوجود مجهول',
      released: { m: 'أُفرج عنه', f: 'أُفرج عنها' }, died: { m: 'توفي', f: 'توفيت' },
    },
    custodyProcedure: {
      none: 'لا إجراءات', investigation: 'تحقيق', trial: 'محاكمة', appeal: 'استئناف', cassation: 'نقض',
      final: 'حكم نهائي', closed: 'أُغلقت القضية',
    },
    eventKind: {
      search: 'تفتيش', detention: 'احتجاز', houseArrest: 'إقامة جبرية', charge: 'توجيه تهمة', transfer: 'نقل',
      hearing: 'جلسة محكمة', verdict: 'حكم', appeal: 'استئناف', release: 'إفراج', exchange: 'تبادل',
      enforcedDisappearance: 'اختفاء قسري', torture: 'تعذيب', recognition: 'اعتراف بالصفة', statement: 'بيان',
      award: 'جائزة', letter: 'رسالة', death: 'وفاة', other: 'غير ذلك',
    },
    placePrecision: {
      exact: 'دقيق', vicinity: 'بالقرب', locality: 'في هذه البلدة', region: 'في هذه المنطقة', withheld: 'محجوب',
    },
    participantRole: {
      victim: { n: 'ضحية', org: 'جهة متضررة' },
      perpetrator: { m: 'مرتكب مزعوم', f: 'مرتكبة مزعومة', org: 'جهة يُزعم أنها مسؤولة' },
      witness: { m: 'شاهد', f: 'شاهدة', org: 'جهة شاهدة' }, lawyer: { m: 'محامٍ', f: 'محامية', org: 'جهة الدفاع' },
      judge: { m: 'قاضٍ', f: 'قاضية', org: 'محكمة' },
      codefendant: { m: 'متهم في القضية نفسها', f: 'متهمة في القضية نفسها', org: 'جهة متهمة في القضية نفسها' },
    },
    regime: {
      settlement: 'مستعمرة عقابية مفتوحة', generalRegime: 'نظام عام', strictRegime: 'نظام مشدد',
      specialRegime: 'نظام خاص', prison: 'سجن', other: 'غير ذلك',
    },
    certainty: { confirmed: 'مؤكد', likely: 'مرجّح', possible: 'محتمل', disputed: 'محل خلاف' },
    sensitivity: { none: 'لا شيء حساس', personalInformation: 'معلومات شخصية ظاهرة', graphic: 'مشاهد قاسية' },
    organizationKind: {
      ngo: 'منظمة غير حكومية', initiative: 'مبادرة', court: 'محكمة', prisonService: 'مصلحة السجون',
      securityService: 'جهاز أمني', igo: 'منظمة حكومية دولية', media: 'وسيلة إعلام', company: 'شركة', authority: 'سلطة',
    },
    placeKind: {
      country: 'دولة', region: 'منطقة', city: 'مدينة', prison: 'سجن', pretrialDetentionCentre: 'مركز احتجاز احتياطي',
      court: 'محكمة', home: 'منزل', other: 'غير ذلك',
    },
    sourceKind: {
      article: 'مقال', report: 'تقرير', statement: 'بيان', courtDocument: 'وثيقة محكمة', interview: 'مقابلة',
      database: 'قاعدة بيانات', letter: 'رسالة', photograph: 'صورة فوتوغرافية', video: 'فيديو', other: 'غير ذلك',
    },
    reliability: { high: 'عالية', medium: 'متوسطة', low: 'منخفضة', unknown: 'غير معروف' },
  },
}

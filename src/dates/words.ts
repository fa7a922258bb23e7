import type { Season } from './grammar.ts'

/**
 * How each locale says a date. Own tables and not Intl: Intl answers in the server's language where
 * it does not know one (Crimean Tatar), and has no word for "about", for open ends, for sets.
 *
 * `months` and `seasons` may differ by the case that a phrase asks for. Where a locale gives one
 * list, every phrase uses it.
 */
export type DateWords = {
  /** January to December, as a month stands alone. */
  months: Cases<readonly string[]>
  /** The months after a day's number; absent where they are the same. */
  monthsAfterDay?: readonly string[]
  seasons: Cases<Readonly<Record<Season, string>>>
  /** The ten years that begin with `year`. */
  decade: (year: number, wanted: Case) => string
  about: Phrase
  uncertain: Phrase
  since: Phrase
  until: Phrase
  endUnknown: Phrase
  startUnknown: Phrase
  between: (first: string, last: string) => string
  betweenCase: Case
  or: (all: readonly string[]) => string
  and: (all: readonly string[]) => string
  orEarlier: Phrase
  orLater: Phrase
}

export type Case = 'nominative' | 'genitive' | 'instrumental'
export type Cases<Value> = { nominative: Value } & { [Other in Case]?: Value }
/** Turkish and Crimean Tatar hang the ending not on the number but on a word for its unit. */
export type Phrase = (text: string, unit: Unit) => string
export type Unit = 'day' | 'month' | 'year' | 'span'

const listed = (comma: string, last: string) => (all: readonly string[]) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(comma)}${last}${all.at(-1)}`

const en: DateWords = {
  months: {
    nominative: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
  seasons: { nominative: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' } },
  decade: (year) => `${year}s`,
  about: (text) => `about ${text}`,
  uncertain: (text) => `${text} (uncertain)`,
  since: (text) => `since ${text}`,
  until: (text) => `until ${text}`,
  endUnknown: (text) => `from ${text}, end unknown`,
  startUnknown: (text) => `until ${text}, beginning unknown`,
  between: (first, last) => `between ${first} and ${last}`,
  betweenCase: 'nominative',
  or: listed(', ', ' or '),
  and: listed(', ', ' and '),
  orEarlier: (text) => `${text} or earlier`,
  orLater: (text) => `${text} or later`,
}

const uk: DateWords = {
  months: {
    nominative: [
      'січень',
      'лютий',
      'березень',
      'квітень',
      'травень',
      'червень',
      'липень',
      'серпень',
      'вересень',
      'жовтень',
      'листопад',
      'грудень',
    ],
    genitive: [
      'січня',
      'лютого',
      'березня',
      'квітня',
      'травня',
      'червня',
      'липня',
      'серпня',
      'вересня',
      'жовтня',
      'листопада',
      'грудня',
    ],
    instrumental: [
      'січнем',
      'лютим',
      'березнем',
      'квітнем',
      'травнем',
      'червнем',
      'липнем',
      'серпнем',
      'вереснем',
      'жовтнем',
      'листопадом',
      'груднем',
    ],
  },
  monthsAfterDay: [
    'січня',
    'лютого',
    'березня',
    'квітня',
    'травня',
    'червня',
    'липня',
    'серпня',
    'вересня',
    'жовтня',
    'листопада',
    'грудня',
  ],
  seasons: {
    nominative: { spring: 'весна', summer: 'літо', autumn: 'осінь', winter: 'зима' },
    genitive: { spring: 'весни', summer: 'літа', autumn: 'осені', winter: 'зими' },
    instrumental: { spring: 'весною', summer: 'літом', autumn: 'осінню', winter: 'зимою' },
  },
  decade: (year, wanted) => `${year}-${{ nominative: 'ті', genitive: 'х', instrumental: 'ми' }[wanted]}`,
  about: (text) => `близько ${text}`,
  uncertain: (text) => `${text} (непевно)`,
  since: (text) => `з ${text}`,
  until: (text) => `до ${text}`,
  endUnknown: (text) => `з ${text}, кінець невідомий`,
  startUnknown: (text) => `до ${text}, початок невідомий`,
  between: (first, last) => `між ${first} і ${last}`,
  betweenCase: 'instrumental',
  or: listed(', ', ' або '),
  and: listed(', ', ' і '),
  orEarlier: (text) => `${text} або раніше`,
  orLater: (text) => `${text} або пізніше`,
}

const ru: DateWords = {
  months: {
    nominative: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    genitive: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    instrumental: [
      'январём',
      'февралём',
      'мартом',
      'апрелем',
      'маем',
      'июнем',
      'июлем',
      'августом',
      'сентябрём',
      'октябрём',
      'ноябрём',
      'декабрём',
    ],
  },
  monthsAfterDay: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  seasons: {
    nominative: { spring: 'весна', summer: 'лето', autumn: 'осень', winter: 'зима' },
    genitive: { spring: 'весны', summer: 'лета', autumn: 'осени', winter: 'зимы' },
    instrumental: { spring: 'весной', summer: 'летом', autumn: 'осенью', winter: 'зимой' },
  },
  decade: (year, wanted) => `${year}-${{ nominative: 'е', genitive: 'х', instrumental: 'ми' }[wanted]}`,
  about: (text) => `около ${text}`,
  uncertain: (text) => `${text} (предположительно)`,
  // "со второго": the number is read with two consonants at its beginning
  since: (text) => (text.startsWith('2 ') ? `со ${text}` : `с ${text}`),
  until: (text) => `до ${text}`,
  endUnknown: (text) => `${ru.since(text, 'day')}, окончание неизвестно`,
  startUnknown: (text) => `до ${text}, начало неизвестно`,
  between: (first, last) => `между ${first} и ${last}`,
  betweenCase: 'instrumental',
  or: listed(', ', ' или '),
  and: listed(', ', ' и '),
  orEarlier: (text) => `${text} или раньше`,
  orLater: (text) => `${text} или позже`,
}

/** Turkish vowel harmony after a ten: on, otuz, kırk, altmış, doksan take back vowels. */
const backTens = [1, 3, 4, 6, 9]

const trUnits: Record<Unit, { from: string; to: string }> = {
  day: { from: 'tarihinden', to: 'tarihine' },
  month: { from: 'ayından', to: 'ayına' },
  year: { from: 'yılından', to: 'yılına' },
  span: { from: 'döneminden', to: 'dönemine' },
}

const tr: DateWords = {
  months: {
    nominative: [
      'Ocak',
      'Şubat',
      'Mart',
      'Nisan',
      'Mayıs',
      'Haziran',
      'Temmuz',
      'Ağustos',
      'Eylül',
      'Ekim',
      'Kasım',
      'Aralık',
    ],
  },
  seasons: { nominative: { spring: 'ilkbahar', summer: 'yaz', autumn: 'sonbahar', winter: 'kış' } },
  decade: (year) => `${year}’${backTens.includes((year / 10) % 10) ? 'lar' : 'ler'}`,
  about: (text) => `${text} civarı`,
  uncertain: (text) => `${text} (kesin değil)`,
  since: (text, unit) => `${text} ${trUnits[unit].from} beri`,
  until: (text, unit) => `${text} ${trUnits[unit].to} kadar`,
  endUnknown: (text, unit) => `${tr.since(text, unit)}, bitişi bilinmiyor`,
  startUnknown: (text, unit) => `${tr.until(text, unit)}, başlangıcı bilinmiyor`,
  between: (first, last) => `${first} ile ${last} arasında`,
  betweenCase: 'nominative',
  or: listed(', ', ' veya '),
  and: listed(', ', ' ve '),
  orEarlier: (text) => `${text} veya daha önce`,
  orLater: (text) => `${text} veya daha sonra`,
}

// Both scripts of Crimean Tatar: to be confirmed by a native speaker.
const crhLatnUnits: Record<Unit, { from: string; to: string }> = {
  day: { from: 'kününden', to: 'kününe' },
  month: { from: 'ayından', to: 'ayına' },
  year: { from: 'senesinden', to: 'senesine' },
  span: { from: 'devirinden', to: 'devirine' },
}

const crhLatn: DateWords = {
  months: {
    nominative: [
      'yanvar',
      'fevral',
      'mart',
      'aprel',
      'mayıs',
      'iyün',
      'iyül',
      'avgust',
      'sentâbr',
      'oktâbr',
      'noyabr',
      'dekabr',
    ],
  },
  seasons: { nominative: { spring: 'baar', summer: 'yaz', autumn: 'küz', winter: 'qış' } },
  decade: (year) => `${year}–${year + 9}`,
  about: (text) => `taqriben ${text}`,
  uncertain: (text) => `${text} (qatiy degil)`,
  since: (text, unit) => `${text} ${crhLatnUnits[unit].from} berli`,
  until: (text, unit) => `${text} ${crhLatnUnits[unit].to} qadar`,
  endUnknown: (text, unit) => `${crhLatn.since(text, unit)}, soñu belli degil`,
  startUnknown: (text, unit) => `${crhLatn.until(text, unit)}, başı belli degil`,
  between: (first, last) => `${first} ve ${last} arasında`,
  betweenCase: 'nominative',
  or: listed(', ', ' yaki '),
  and: listed(', ', ' ve '),
  orEarlier: (text) => `${text} yaki daa evel`,
  orLater: (text) => `${text} yaki daa soñ`,
}

const crhCyrlUnits: Record<Unit, { from: string; to: string }> = {
  day: { from: 'кунюнден', to: 'кунюне' },
  month: { from: 'айындан', to: 'айына' },
  year: { from: 'сенесинден', to: 'сенесине' },
  span: { from: 'девиринден', to: 'девирине' },
}

const crhCyrl: DateWords = {
  months: {
    nominative: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'майыс',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
  },
  seasons: { nominative: { spring: 'баарь', summer: 'яз', autumn: 'кузь', winter: 'къыш' } },
  decade: (year) => `${year}–${year + 9}`,
  about: (text) => `такърибен ${text}`,
  uncertain: (text) => `${text} (къатий дегиль)`,
  since: (text, unit) => `${text} ${crhCyrlUnits[unit].from} берли`,
  until: (text, unit) => `${text} ${crhCyrlUnits[unit].to} къадар`,
  endUnknown: (text, unit) => `${crhCyrl.since(text, unit)}, сонъу белли дегиль`,
  startUnknown: (text, unit) => `${crhCyrl.until(text, unit)}, башы белли дегиль`,
  between: (first, last) => `${first} ве ${last} арасында`,
  betweenCase: 'nominative',
  or: listed(', ', ' яки '),
  and: listed(', ', ' ве '),
  orEarlier: (text) => `${text} яки даа эвель`,
  orLater: (text) => `${text} яки даа сонъ`,
}

const ar: DateWords = {
  months: {
    nominative: [
      'يناير',
      'فبراير',
      'مارس',
      'أبريل',
      'مايو',
      'يونيو',
      'يوليو',
      'أغسطس',
      'سبتمبر',
      'أكتوبر',
      'نوفمبر',
      'ديسمبر',
    ],
  },
  seasons: { nominative: { spring: 'ربيع', summer: 'صيف', autumn: 'خريف', winter: 'شتاء' } },
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
}

/** One row per locale of the locale table; a locale without words of its own is said in English. */
export const dateWords: Readonly<Record<string, DateWords>> = {
  en,
  uk,
  ru,
  tr,
  'crh-Latn': crhLatn,
  'crh-Cyrl': crhCyrl,
  ar,
}

export function wordsFor(locale: string): DateWords {
  return dateWords[locale] ?? dateWords[locale.split('-')[0] ?? ''] ?? en
}

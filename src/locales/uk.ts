import { listed, monthsIn, seasonsIn } from '#dates/words.ts'
import { durationsByIntl } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

export const uk: LocaleFile = {
  name: 'Українська',
  english: 'Ukrainian',
  dir: 'ltr',
  collation: 'uk',
  quotationMarks: ['«', '»'],
  withheldName: 'Ім’я не розголошується',
  names: { ...givenNameFirst, sortMark: '' },
  dates: {
    months: {
      nominative: monthsIn(
        'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
      ),
      genitive: monthsIn('січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'),
      instrumental: monthsIn(
        'січнем лютим березнем квітнем травнем червнем липнем серпнем вереснем жовтнем листопадом груднем',
      ),
    },
    seasons: {
      nominative: seasonsIn('весна літо осінь зима'),
      genitive: seasonsIn('весни літа осені зими'),
      instrumental: seasonsIn('весною літом осінню зимою'),
    },
    decade: (year, wanted) => `${year}-${{ nominative: 'ті', genitive: 'х', instrumental: 'ми' }[wanted]}`,
    about: (text) => `близько ${text}`,
    uncertain: (text) => `${text} (непевно)`,
    since,
    until: (text) => `до ${text}`,
    endUnknown: (text) => `${since(text)}, кінець невідомий`,
    startUnknown: (text) => `до ${text}, початок невідомий`,
    between: (first, last) => `між ${first} і ${last}`,
    betweenCase: 'instrumental',
    or: listed(', ', ' або '),
    and: listed(', ', ' і '),
    orEarlier: (text) => `${text} або раніше`,
    orLater: (text) => `${text} або пізніше`,
  },
  // The other's name would stand in the genitive, which no rule makes of every name: it stands as it is after «на ім’я».
  durations: durationsByIntl('uk'),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${kin} людини на ім’я ${other}`,
    kin: {
      spouse: { m: 'чоловік', f: 'дружина', n: 'чоловік або дружина' },
      parent: { m: 'батько', f: 'мати', n: 'хтось із батьків' },
      child: { m: 'син', f: 'донька', n: 'дитина' },
      sibling: { m: 'брат', f: 'сестра', n: 'брат або сестра' },
      lawyer: { m: 'адвокат', f: 'адвокатка', n: 'адвокат або адвокатка' },
      colleague: 'колега',
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: { m: 'В’язень', f: 'Ув’язнена' }, relative: { m: 'Родич', f: 'Родичка' },
      lawyer: { m: 'Адвокат', f: 'Адвокатка' }, activist: { m: 'Активіст', f: 'Активістка' },
      journalist: { m: 'Журналіст', f: 'Журналістка' }, official: { m: 'Посадовець', f: 'Посадовиця' }, other: 'Інше',
    },
    gender: { female: 'Жіночий', male: 'Чоловічий', other: 'Інший', unknown: 'Невідомий' },
    nameKind: {
      spelling: 'Написання', transliteration: 'Транслітерація', former: 'Колишнє ім’я', nickname: 'Прізвисько',
      courtRecord: 'Як у судових документах',
    },
    relationType: {
      spouse: { m: 'Чоловік', f: 'Дружина', n: 'Чоловік / дружина' },
      parent: { m: 'Батько', f: 'Мати', n: 'Батько / мати' }, child: { m: 'Син', f: 'Донька', n: 'Дитина' },
      sibling: { m: 'Брат', f: 'Сестра', n: 'Брат / сестра' }, lawyer: { m: 'Адвокат', f: 'Адвокатка' },
      colleague: 'Колега', other: 'Інше',
    },
    relationVisibility: { named: 'З іменем', unnamed: 'Без імені', internal: 'Внутрішнє, не публікується' },
    recognitionKind: {
      prisonerOfConscience: { m: 'В’язень сумління', f: 'В’язенька сумління' },
      politicalPrisoner: { m: 'Політв’язень', f: 'Політв’язенька' },
      humanRightsDefender: { m: 'Правозахисник', f: 'Правозахисниця' },
      journalist: { m: 'Журналіст', f: 'Журналістка' },
      wgadOpinion: 'Висновок Робочої групи ООН з питань свавільних затримань', award: 'Нагорода',
    },
    publishAs: { full: 'Повне ім’я', initials: 'Ініціали', pseudonym: 'Псевдонім', withheld: 'Ім’я не розголошується' },
    consentState: {
      given: 'Надано', withdrawn: 'Відкликано', notAsked: 'Ще не запитували', refused: 'Відмовлено',
      notPossible: 'Неможливо запитати',
    },
    consentScope: { name: 'Ім’я', picture: 'Знімок', story: 'Історія', quotes: 'Цитати', contact: 'Контакти' },
    connection: {
      self: 'Говорить за себе', relative: { m: 'Родич', f: 'Родичка' }, lawyer: { m: 'Адвокат', f: 'Адвокатка' },
      witness: { m: 'Свідок', f: 'Свідкиня' }, official: { m: 'Посадовець', f: 'Посадовиця' },
      reporter: { m: 'Репортер', f: 'Репортерка' },
    },
    custodyStatus: {
      wanted: 'У розшуку', restricted: 'На волі з обмеженнями', pretrialDetention: 'Під вартою до вироку',
      serving: 'Відбуває покарання', heldWithoutCharge: 'Утримується без обвинувачення',
      whereaboutsUnknown: 'Місце перебування невідоме', released: { m: 'Звільнений', f: 'Звільнена', n: 'На волі' },
      died: { m: 'Помер', f: 'Померла' },
    },
    custodyProcedure: {
      none: 'Провадження немає', investigation: 'Слідство', trial: 'Суд першої інстанції', appeal: 'Апеляція',
      cassation: 'Касація', final: 'Вирок набрав законної сили', closed: 'Справу закрито',
    },
    eventKind: {
      search: 'Обшук', detention: 'Затримання', houseArrest: 'Домашній арешт', charge: 'Висунення обвинувачення',
      transfer: 'Етапування', hearing: 'Судове засідання', verdict: 'Вирок', appeal: 'Апеляція', release: 'Звільнення',
      exchange: 'Обмін', enforcedDisappearance: 'Насильницьке зникнення', torture: 'Катування', recognition: 'Визнання',
      statement: 'Заява', award: 'Нагорода', letter: 'Лист', death: 'Смерть', other: 'Інше',
    },
    placePrecision: {
      exact: 'Точно', vicinity: 'Поблизу', locality: 'У цьому населеному пункті', region: 'У цьому регіоні',
      withheld: 'Приховано',
    },
    participantRole: {
      victim: { m: 'Постраждалий', f: 'Постраждала', org: 'Постраждала сторона' },
      perpetrator: { m: 'Ймовірний порушник', f: 'Ймовірна порушниця', org: 'Ймовірно відповідальна сторона' },
      witness: { m: 'Свідок', f: 'Свідкиня', org: 'Дає свідчення' },
      lawyer: { m: 'Адвокат', f: 'Адвокатка', org: 'Правовий захист' }, judge: { n: 'Суддя', org: 'Суд' },
      codefendant: { m: 'Співобвинувачений', f: 'Співобвинувачена', org: 'Співобвинувачена сторона' },
    },
    regime: {
      settlement: 'Колонія-поселення', generalRegime: 'Загальний режим', strictRegime: 'Суворий режим',
      specialRegime: 'Особливий режим', prison: 'Тюрма', other: 'Інше',
    },
    certainty: { confirmed: 'Підтверджено', likely: 'Імовірно', possible: 'Можливо', disputed: 'Оспорюється' },
    sensitivity: {
      none: 'Нічого чутливого', personalInformation: 'Видно особисті дані', graphic: 'Відверті сцени насильства',
    },
    organizationKind: {
      ngo: 'Неурядова організація', initiative: 'Ініціатива', court: 'Суд', prisonService: 'Пенітенціарна служба',
      securityService: 'Служба безпеки', igo: 'Міжурядова організація', media: 'Медіа', company: 'Компанія',
      authority: 'Орган влади',
    },
    placeKind: {
      country: 'Країна', region: 'Регіон', city: 'Населений пункт', prison: 'В’язниця або колонія',
      pretrialDetentionCentre: 'Слідчий ізолятор', court: 'Суд', home: 'Дім', other: 'Інше',
    },
    sourceKind: {
      article: 'Стаття', report: 'Звіт', statement: 'Заява', courtDocument: 'Судовий документ', interview: 'Інтерв’ю',
      database: 'База даних', letter: 'Лист', photograph: 'Фотографія', video: 'Відео', other: 'Інше',
    },
    reliability: { high: 'Висока', medium: 'Середня', low: 'Низька', unknown: 'Невідомо' },
  },
}

/** «Із зими»: before a з, so that two do not meet. */
function since(text: string): string {
  return `${text.startsWith('з') ? 'із' : 'з'} ${text}`
}

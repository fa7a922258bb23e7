import { listed, monthsIn, seasonsIn } from '#dates/words.ts'
import { durationsByIntl } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

export const ru: LocaleFile = {
  name: 'Русский',
  english: 'Russian',
  dir: 'ltr',
  collation: 'ru',
  quotationMarks: ['«', '»'],
  withheldName: 'Имя не разглашается',
  names: { ...givenNameFirst, sortMark: '' },
  dates: {
    months: {
      nominative: monthsIn('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
      genitive: monthsIn('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
      instrumental: monthsIn(
        'январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём',
      ),
    },
    seasons: {
      nominative: seasonsIn('весна лето осень зима'),
      genitive: seasonsIn('весны лета осени зимы'),
      instrumental: seasonsIn('весной летом осенью зимой'),
    },
    decade: (year, wanted) => `${year}-${{ nominative: 'е', genitive: 'х', instrumental: 'ми' }[wanted]}`,
    about: (text) => `около ${text}`,
    uncertain: (text) => `${text} (предположительно)`,
    since,
    until: (text) => `до ${text}`,
    endUnknown: (text) => `${since(text)}, окончание неизвестно`,
    startUnknown: (text) => `до ${text}, начало неизвестно`,
    between: (first, last) => `между ${first} и ${last}`,
    betweenCase: 'instrumental',
    or: listed(', ', ' или '),
    and: listed(', ', ' и '),
    orEarlier: (text) => `${text} или раньше`,
    orLater: (text) => `${text} или позже`,
  },
  // The other's name would stand in the genitive, which no rule makes of every name: it stands as it is after «по имени».
  durations: durationsByIntl('ru'),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${kin} человека по имени ${other}`,
    kin: {
      spouse: { m: 'муж', f: 'жена', n: 'супруг или супруга' },
      parent: { m: 'отец', f: 'мать', n: 'кто-то из родителей' },
      child: { m: 'сын', f: 'дочь', n: 'ребёнок' },
      sibling: { m: 'брат', f: 'сестра', n: 'брат или сестра' },
      lawyer: 'адвокат',
      colleague: 'коллега',
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: { m: 'Узник', f: 'Узница' }, relative: { m: 'Родственник', f: 'Родственница' }, lawyer: 'Адвокат',
      activist: { m: 'Активист', f: 'Активистка' }, journalist: { m: 'Журналист', f: 'Журналистка' },
      official: 'Должностное лицо', other: 'Другое',
    },
    gender: { female: 'Женский', male: 'Мужской', other: 'Другой', unknown: 'Неизвестен' },
    nameKind: {
      spelling: 'Написание', transliteration: 'Транслитерация', former: 'Прежнее имя', nickname: 'Прозвище',
      courtRecord: 'Как в судебных документах',
    },
    relationType: {
      spouse: { m: 'Муж', f: 'Жена', n: 'Муж / жена' }, parent: { m: 'Отец', f: 'Мать', n: 'Отец / мать' },
      child: { m: 'Сын', f: 'Дочь', n: 'Ребёнок' }, sibling: { m: 'Брат', f: 'Сестра', n: 'Брат / сестра' },
      lawyer: 'Адвокат', colleague: 'Коллега', other: 'Другое',
    },
    relationVisibility: { named: 'С именем', unnamed: 'Без имени', internal: 'Внутреннее, не публикуется' },
    recognitionKind: {
      prisonerOfConscience: { m: 'Узник совести', f: 'Узница совести' },
      politicalPrisoner: { m: 'Политзаключённый', f: 'Политзаключённая' },
      humanRightsDefender: { m: 'Правозащитник', f: 'Правозащитница' },
      journalist: { m: 'Журналист', f: 'Журналистка' },
      wgadOpinion: 'Мнение Рабочей группы ООН по произвольным задержаниям', award: 'Награда',
    },
    publishAs: { full: 'Полное имя', initials: 'Инициалы', pseudonym: 'Псевдоним', withheld: 'Имя не раскрывается' },
    consentState: {
      given: 'Дано', withdrawn: 'Отозвано', notAsked: 'Ещё не спрашивали', refused: 'Отказано',
      notPossible: 'Невозможно спросить',
    },
    consentScope: { name: 'Имя', picture: 'Снимок', story: 'История', quotes: 'Цитаты', contact: 'Контакты' },
    connection: {
      self: 'Говорит за себя', relative: { m: 'Родственник', f: 'Родственница' }, lawyer: 'Адвокат',
      witness: { m: 'Свидетель', f: 'Свидетельница' }, official: 'Должностное лицо', reporter: 'Репортёр',
    },
    custodyStatus: {
      wanted: 'В розыске', restricted: 'На свободе с ограничениями', pretrialDetention: 'Под стражей до приговора',
      serving: 'Отбывает наказание', heldWithoutCharge: 'Удерживается без обвинения',
      whereaboutsUnknown: 'Местонахождение неизвестно',
      released: { m: 'Освобождён', f: 'Освобождена', n: 'На свободе' }, died: { m: 'Умер', f: 'Умерла' },
    },
    custodyProcedure: {
      none: 'Производства нет', investigation: 'Следствие', trial: 'Суд первой инстанции', appeal: 'Апелляция',
      cassation: 'Кассация', final: 'Приговор вступил в силу', closed: 'Дело закрыто',
    },
    eventKind: {
      search: 'Обыск', detention: 'Задержание', houseArrest: 'Домашний арест', charge: 'Предъявление обвинения',
      transfer: 'Этапирование', hearing: 'Судебное заседание', verdict: 'Приговор', appeal: 'Апелляция',
      release: 'Освобождение', exchange: 'Обмен', enforcedDisappearance: 'Насильственное исчезновение',
      torture: 'Пытки', recognition: 'Признание статуса', statement: 'Заявление', award: 'Награда', letter: 'Письмо',
      death: 'Смерть', other: 'Другое',
    },
    placePrecision: {
      exact: 'Точно', vicinity: 'Поблизости', locality: 'В этом населённом пункте', region: 'В этом регионе',
      withheld: 'Скрыто',
    },
    participantRole: {
      victim: { m: 'Пострадавший', f: 'Пострадавшая', org: 'Пострадавшая сторона' },
      perpetrator: { m: 'Предполагаемый нарушитель', f: 'Предполагаемая нарушительница', org: 'Предположительно ответственная сторона' },
      witness: { m: 'Свидетель', f: 'Свидетельница', org: 'Даёт показания' },
      lawyer: { n: 'Адвокат', org: 'Правовая защита' }, judge: { n: 'Судья', org: 'Суд' },
      codefendant: { m: 'Сообвиняемый', f: 'Сообвиняемая', org: 'Сообвиняемая сторона' },
    },
    regime: {
      settlement: 'Колония-поселение', generalRegime: 'Общий режим', strictRegime: 'Строгий режим',
      specialRegime: 'Особый режим', prison: 'Тюрьма', other: 'Другое',
    },
    certainty: { confirmed: 'Подтверждено', likely: 'Вероятно', possible: 'Возможно', disputed: 'Оспаривается' },
    sensitivity: {
      none: 'Ничего чувствительного', personalInformation: 'Видны личные данные', graphic: 'Откровенные сцены насилия',
    },
    organizationKind: {
      ngo: 'Неправительственная организация', initiative: 'Инициатива', court: 'Суд',
      prisonService: 'Служба исполнения наказаний', securityService: 'Служба безопасности',
      igo: 'Межправительственная организация', media: 'СМИ', company: 'Компания', authority: 'Орган власти',
    },
    placeKind: {
      country: 'Страна', region: 'Регион', city: 'Населённый пункт', prison: 'Тюрьма или колония',
      pretrialDetentionCentre: 'Следственный изолятор', court: 'Суд', home: 'Дом', other: 'Другое',
    },
    sourceKind: {
      article: 'Статья', report: 'Отчёт', statement: 'Заявление', courtDocument: 'Судебный документ',
      interview: 'Интервью', database: 'База данных', letter: 'Письмо', photograph: 'Фотография', video: 'Видео',
      other: 'Другое',
    },
    reliability: { high: 'Высокая', medium: 'Средняя', low: 'Низкая', unknown: 'Неизвестно' },
  },
}

/** «Со второго»: the number is read with two consonants at its beginning. */
function since(text: string): string {
  return `${text.startsWith('2 ') ? 'со' : 'с'} ${text}`
}

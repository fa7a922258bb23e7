import { describe, expect, it } from 'vitest'
import { transliterateCrh } from '#names/transliterateCrh.ts'
import { romaniseUkrainian } from '#tests/unit/rules/names/romaniseUkrainian.ts'

const crh: [latin: string, cyrillic: string][] = [
  ['Server Mustafayev', 'Сервер Мустафаев'],
  ['Celâl', 'Джелял'],
  ['Qırım', 'Къырым'],
  ['Bağçasaray', 'Багъчасарай'],
  ['Aqmescit', 'Акъмесджит'],
  ['Gezlev', 'Гезлев'],
  ['Aqyar', 'Акъяр'],
  ['Kefe', 'Кефе'],
  ['Çubarov', 'Чубаров'],
  ['Şevket', 'Шевкет'],
  ['Hayriye', 'Хайрие'],
]

describe('Crimean Tatar goes over into its other script', () => {
  it.each(crh)('%s and %s', (latin, cyrillic) => {
    expect(transliterateCrh(latin, 'Cyrl')).toBe(cyrillic)
    expect(transliterateCrh(cyrillic, 'Latn')).toBe(latin)
  })

  it('addresses, spaces and lines stay', () => {
    expect(transliterateCrh(' Server,\nhttps://qirim.org/Server a@b.org ', 'Cyrl')).toBe(
      ' Сервер,\nhttps://qirim.org/Server a@b.org ',
    )
    expect(transliterateCrh('', 'Cyrl')).toBe('')
  })

  it('punctuation stays, Roman numbers too', () => {
    expect(transliterateCrh('“Aqmescit”, «Gezlev» — XIX asır: 1-nci', 'Cyrl')).toBe(
      '“Акъмесджит”, «Гезлев» — XIX асыр: 1-нджи',
    )
  })

  it('hundreds are spelled as numbers', () => {
    expect(transliterateCrh('eki yüz adam, yüz', 'Cyrl')).toBe('эки юз адам, юзь')
  })

  it('foreign names stay in their letters', () => {
    expect(transliterateCrh('Amnesty International haberi', 'Cyrl')).toBe('Amnesty International хабери')
  })
})

// Examples of the resolution itself, and the names that this record is about.
const romanised: [string, string][] = [
  ['Алушта', 'Alushta'],
  ['Гадяч', 'Hadiach'],
  ['Ґалаґан', 'Galagan'],
  ['Єнакієве', 'Yenakiieve'],
  ['Наєнко', 'Naienko'],
  ['Житомир', 'Zhytomyr'],
  ['Медвин', 'Medvyn'],
  ['Їжакевич', 'Yizhakevych'],
  ['Кадиївка', 'Kadyivka'],
  ['Йосипівка', 'Yosypivka'],
  ['Стрий', 'Stryi'],
  ['Харків', 'Kharkiv'],
  ['Біла Церква', 'Bila Tserkva'],
  ['Гоща', 'Hoshcha'],
  ['Юрій', 'Yurii'],
  ['Яготин', 'Yahotyn'],
  ['Костянтин', 'Kostiantyn'],
  ['Згорани', 'Zghorany'],
  ['Розгон', 'Rozghon'],
  ["Мар'їне", 'Marine'],
  ['Знам’янка', 'Znamianka'],
  ['Русь', 'Rus'],
  ['Сервер Мустафаєв', 'Server Mustafaiev'],
  ['Венера Мустафаєва', 'Venera Mustafaieva'],
  ['ЩЕРБАК', 'SHCHERBAK'],
  ['Щербак', 'Shcherbak'],
  ['Емір-Усеїн, 2018', 'Emir-Usein, 2018'],
]

describe('Ukrainian is romanised as passports do', () => {
  it.each(romanised)('%s is %s', (ukrainian, latin) => {
    expect(romaniseUkrainian(ukrainian)).toBe(latin)
  })
})

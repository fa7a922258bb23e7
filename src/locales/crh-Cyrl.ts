import { listed, monthsIn, seasonsIn, type Unit } from '#dates/words.ts'
import { isFrontVowelled } from '#names/vowels.ts'
import { crhLatn } from './crh-Latn.ts'
import { durationsInSingular } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

// Both scripts of Crimean Tatar are to be confirmed by a native speaker.
const units: { readonly [unit in Unit]: { from: string; to: string } } = {
  day: { from: 'кунюнден', to: 'кунюне' },
  month: { from: 'айындан', to: 'айына' },
  year: { from: 'сенесинден', to: 'сенесине' },
  span: { from: 'девиринден', to: 'девирине' },
}

export const crhCyrl: LocaleFile = {
  name: 'Къырымтатарджа',
  english: 'Crimean Tatar (Cyrillic)',
  dir: 'ltr',
  collation: 'ru',
  quotationMarks: ['«', '»'],
  script: 'Cyrl',
  withheldName: 'Ады гизли тутула',
  names: { ...givenNameFirst, sortMark: '' },
  dates: {
    months: {
      nominative: monthsIn('январь февраль март апрель майыс июнь июль август сентябрь октябрь ноябрь декабрь'),
    },
    seasons: { nominative: seasonsIn('баарь яз кузь къыш') },
    decade: (year) => `${year}–${year + 9}`,
    about: (text) => `такърибен ${text}`,
    uncertain: (text) => `${text} (къатий дегиль)`,
    since: (text, unit) => `${text} ${units[unit].from} берли`,
    until: (text, unit) => `${text} ${units[unit].to} къадар`,
    endUnknown: (text, unit) => `${text} ${units[unit].from} башлап, сонъу белли дегиль`,
    startUnknown: (text, unit) => `${text} ${units[unit].to} къадар, башы белли дегиль`,
    between: (first, last) => `${first} ве ${last} арасында`,
    betweenCase: 'nominative',
    or: listed(', ', ' яки '),
    and: listed(', ', ' ве '),
    orEarlier: (text) => `${text} яки даа эвель`,
    orLater: (text) => `${text} яки даа сонъ`,
  },
  durations: durationsInSingular('йыл', 'ай', 'кунь', ' '),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${other}${isFrontVowelled(other) ? 'нинъ' : 'нынъ'} ${kin}`,
    kin: {
      spouse: { m: 'акъайы', f: 'къадыны', n: 'омюр аркъадашы' },
      parent: { m: 'бабасы', f: 'анасы', n: 'ана я да бабасы' },
      child: { m: 'огълу', f: 'къызы', n: 'баласы' },
      sibling: { m: 'къардашы', f: 'къыз къардашы', n: 'къардашы я да къыз къардашы' },
      lawyer: 'адвокаты',
      colleague: 'меслекдеши',
    },
  },
  labels: crhLatn.labels,
  transliteratesLabels: true,
}

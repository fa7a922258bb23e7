import { type DemoDocument, link, words } from './content.ts'

// Crimean Tatar: to be confirmed by a native speaker.
export const places: DemoDocument[] = [
  {
    type: 'places',
    key: 'ukraine',
    data: {
      kind: 'country',
      deJureCountry: 'UA',
      name: words({ en: 'Ukraine', uk: 'Україна', ru: 'Украина', tr: 'Ukrayna', 'crh-Latn': 'Ukraina' }),
    },
  },
  {
    type: 'places',
    key: 'russia',
    data: {
      kind: 'country',
      deJureCountry: 'RU',
      name: words({ en: 'Russia', uk: 'Росія', ru: 'Россия', tr: 'Rusya', 'crh-Latn': 'Rusiye' }),
    },
  },
  {
    type: 'places',
    key: 'crimea',
    data: {
      kind: 'region',
      within: link('places', 'ukraine'),
      deJureCountry: 'UA',
      controlledBy: 'RU',
      name: words({ en: 'Crimea', uk: 'Крим', ru: 'Крым', tr: 'Kırım', 'crh-Latn': 'Qırım' }),
    },
  },
  {
    type: 'places',
    key: 'sevastopol',
    data: {
      kind: 'city',
      within: link('places', 'crimea'),
      deJureCountry: 'UA',
      controlledBy: 'RU',
      name: words({ en: 'Sevastopol', uk: 'Севастополь', ru: 'Севастополь', tr: 'Sivastopol', 'crh-Latn': 'Aqyar' }),
    },
  },
  {
    type: 'places',
    key: 'rostov-on-don',
    data: {
      kind: 'city',
      within: link('places', 'russia'),
      deJureCountry: 'RU',
      name: words({
        en: 'Rostov-on-Don',
        uk: 'Ростов-на-Дону',
        ru: 'Ростов-на-Дону',
        tr: 'Rostov-na-Donu',
        'crh-Latn': 'Rostov-na-Donu',
      }),
    },
  },
  {
    type: 'places',
    key: 'rostov-detention-centre-1',
    data: {
      kind: 'pretrialDetentionCentre',
      within: link('places', 'rostov-on-don'),
      deJureCountry: 'RU',
      name: words({
        en: 'Pre-trial Detention Centre No. 1, Rostov-on-Don',
        uk: 'Слідчий ізолятор № 1, Ростов-на-Дону',
        ru: 'Следственный изолятор № 1, Ростов-на-Дону',
        tr: '1 No’lu Tutukevi, Rostov-na-Donu',
        'crh-Latn': '1-nci sanlı tahqiqat apishanesi, Rostov-na-Donu',
      }),
    },
  },
  {
    type: 'places',
    key: 'tambov',
    data: {
      kind: 'city',
      within: link('places', 'russia'),
      deJureCountry: 'RU',
      name: words({ en: 'Tambov', uk: 'Тамбов', ru: 'Тамбов', tr: 'Tambov', 'crh-Latn': 'Tambov' }),
    },
  },
  {
    type: 'places',
    key: 'tambov-penal-colony-1',
    data: {
      kind: 'prison',
      within: link('places', 'tambov'),
      deJureCountry: 'RU',
      name: words({
        en: 'Penal Colony No. 1, Tambov',
        uk: 'Виправна колонія № 1, Тамбов',
        ru: 'Исправительная колония № 1, Тамбов',
        tr: '1 No’lu Ceza Kolonisi, Tambov',
        'crh-Latn': '1-nci sanlı ceza koloniyası, Tambov',
      }),
    },
  },
]

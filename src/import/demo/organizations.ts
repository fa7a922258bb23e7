import { type DemoDocument, words } from './content.ts'

// Crimean Tatar: to be confirmed by a native speaker.
export const organizations: DemoDocument[] = [
  {
    type: 'organizations',
    key: 'crimean-solidarity',
    data: {
      kind: 'initiative',
      name: words({
        en: 'Crimean Solidarity',
        uk: '«Кримська солідарність»',
        ru: '«Крымская солидарность»',
        tr: 'Kırım Dayanışması',
        'crh-Latn': '«Qırım birdemligi»',
      }),
    },
  },
  {
    type: 'organizations',
    key: 'amnesty-international',
    data: {
      kind: 'ngo',
      url: 'https://www.amnesty.org/',
      name: words({
        en: 'Amnesty International',
        uk: 'Amnesty International',
        ru: 'Amnesty International',
        tr: 'Uluslararası Af Örgütü',
        'crh-Latn': 'Amnesty International',
      }),
    },
  },
  {
    type: 'organizations',
    key: 'memorial',
    data: {
      kind: 'ngo',
      name: words({
        en: 'Memorial Human Rights Center',
        uk: 'Правозахисний центр «Меморіал»',
        ru: 'Правозащитный центр «Мемориал»',
        tr: 'Memorial İnsan Hakları Merkezi',
        'crh-Latn': '«Memorial» aq qorçalayıcı merkezi',
      }),
    },
  },
  {
    type: 'organizations',
    key: 'front-line-defenders',
    data: {
      kind: 'ngo',
      url: 'https://www.frontlinedefenders.org/',
      name: words({
        en: 'Front Line Defenders',
        uk: 'Front Line Defenders',
        ru: 'Front Line Defenders',
        tr: 'Front Line Defenders',
        'crh-Latn': 'Front Line Defenders',
      }),
    },
  },
  {
    type: 'organizations',
    key: 'union-of-journalists',
    data: {
      kind: 'ngo',
      name: words({
        en: 'National Union of Journalists of Ukraine',
        uk: 'Національна спілка журналістів України',
        ru: 'Национальный союз журналистов Украины',
        tr: 'Ukrayna Ulusal Gazeteciler Birliği',
        'crh-Latn': 'Ukraina milliy jurnalistler birligi',
      }),
    },
  },
  {
    type: 'organizations',
    key: 'occupying-authorities',
    data: {
      kind: 'authority',
      name: words({
        en: 'Occupying authorities in Crimea',
        uk: 'Окупаційна влада в Криму',
        ru: 'Оккупационные власти в Крыму',
        tr: 'Kırım’daki işgal makamları',
        'crh-Latn': 'Qırımdaki işğal akimiyeti',
      }),
    },
  },
]

import { listed, monthsIn, seasonsIn, type Unit } from '#dates/words.ts'
import { isFrontVowelled } from '#names/vowels.ts'
import { durationsInSingular } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

// Both scripts of Crimean Tatar are to be confirmed by a native speaker.
const units: { readonly [unit in Unit]: { from: string; to: string } } = {
  day: { from: 'kününden', to: 'kününe' },
  month: { from: 'ayından', to: 'ayına' },
  year: { from: 'senesinden', to: 'senesine' },
  span: { from: 'devirinden', to: 'devirine' },
}

export const crhLatn: LocaleFile = {
  name: 'Qırımtatarca',
  english: 'Crimean Tatar (Latin)',
  dir: 'ltr',
  collation: 'tr',
  quotationMarks: ['«', '»'],
  script: 'Latn',
  withheldName: 'Adı gizli tutula',
  names: givenNameFirst,
  dates: {
    months: {
      nominative: monthsIn('yanvar fevral mart aprel mayıs iyün iyül avgust sentâbr oktâbr noyabr dekabr'),
    },
    seasons: { nominative: seasonsIn('baar yaz küz qış') },
    decade: (year) => `${year}–${year + 9}`,
    about: (text) => `taqriben ${text}`,
    uncertain: (text) => `${text} (qatiy degil)`,
    since: (text, unit) => `${text} ${units[unit].from} berli`,
    until: (text, unit) => `${text} ${units[unit].to} qadar`,
    endUnknown: (text, unit) => `${text} ${units[unit].from} başlap, soñu belli degil`,
    startUnknown: (text, unit) => `${text} ${units[unit].to} qadar, başı belli degil`,
    between: (first, last) => `${first} ve ${last} arasında`,
    betweenCase: 'nominative',
    or: listed(', ', ' yaki '),
    and: listed(', ', ' ve '),
    orEarlier: (text) => `${text} yaki daa evel`,
    orLater: (text) => `${text} yaki daa soñ`,
  },
  durations: durationsInSingular('yıl', 'ay', 'kün', ' '),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${other}${isFrontVowelled(other) ? 'niñ' : 'nıñ'} ${kin}`,
    kin: {
      spouse: { m: 'aqayı', f: 'qadını', n: 'ömür arqadaşı' },
      parent: { m: 'babası', f: 'anası', n: 'ana ya da babası' },
      child: { m: 'oğlu', f: 'qızı', n: 'balası' },
      sibling: { m: 'qardaşı', f: 'qız qardaşı', n: 'qardaşı ya da qız qardaşı' },
      lawyer: 'advokatı',
      colleague: 'meslekdeşi',
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: 'Mabüs', relative: 'Soy-aqraba', lawyer: 'Advokat', activist: { m: 'Faal', f: 'Faal qadın', n: 'Faal' },
      journalist: 'Gazeteci', official: 'Memur', other: 'Başqa',
    },
    gender: { female: 'Qadın', male: 'Erkek', other: 'Başqa', unknown: 'Belli degil' },
    nameKind: {
      spelling: 'Yazıluv', transliteration: 'Transliteratsiya', former: 'Evelki ad', nickname: 'Laqap',
      courtRecord: 'Makeme vesiqalarında kibi',
    },
    relationType: {
      spouse: { m: 'Aqay', f: 'Qadın', n: 'Aqay / qadın' }, parent: { m: 'Baba', f: 'Ana', n: 'Ana-baba' },
      child: { m: 'Oğul', f: 'Qız', n: 'Bala' }, sibling: { m: 'Qardaş', f: 'Qız qardaş', n: 'Qardaş' },
      lawyer: 'Advokat', colleague: 'Meslekdeş', other: 'Başqa',
    },
    relationVisibility: { named: 'Adı ile', unnamed: 'Adsız', internal: 'İçki, derc etilmey' },
    recognitionKind: {
      prisonerOfConscience: 'Vicdan mabüsi', politicalPrisoner: 'Siyasiy mabüs',
      humanRightsDefender: 'İnsan aqları qorçalayıcısı', journalist: 'Gazeteci',
      wgadOpinion: 'BMT Keyfiy apis etüv boyunca işçi gruppasınıñ fikri', award: 'Mükâfat',
    },
    publishAs: { full: 'Tam adı', initials: 'Baş arifler', pseudonym: 'Taqma ad', withheld: 'Adı gizli' },
    consentState: {
      given: 'Berildi', withdrawn: 'Keri alındı', notAsked: 'Daa soralmadı', refused: 'Red etildi',
      notPossible: 'Sorap olmay',
    },
    consentScope: { name: 'Ad', picture: 'Resim', story: 'İkâye', quotes: 'Sözler', contact: 'Alâqa' },
    connection: {
      self: 'Özü içün', relative: 'Soy-aqraba', lawyer: 'Advokat', witness: 'Şaat', official: 'Memur',
      reporter: 'Muhbir',
    },
    custodyStatus: {
      wanted: 'Qıdırılmaqta', restricted: 'Sıñırlavlar ile serbest', pretrialDetention: 'Ükümge qadar tutulmaqta',
      serving: 'Cezasını çekmekte', heldWithoutCharge: 'Qabaatlavsız tutulmaqta',
      whereaboutsUnknown: 'Qayda olğanı belli degil', released: 'Azat etildi', died: 'Vefat etti',
    },
    custodyProcedure: {
      none: 'Dava yoq', investigation: 'Tahqiqat', trial: 'Makeme', appeal: 'Apellâtsiya', cassation: 'Kassatsiya',
      final: 'Üküm quvetke kirdi', closed: 'Dava qapatıldı',
    },
    eventKind: {
      search: 'Tintüv', detention: 'Yaqalanuv', houseArrest: 'Ev apsi', charge: 'Qabaatlav bildirilüvi',
      transfer: 'Avuştıruv', hearing: 'Makeme oturışuvı', verdict: 'Üküm', appeal: 'Apellâtsiya',
      release: 'Azat etilüv', exchange: 'Deñişüv', enforcedDisappearance: 'Zornen ğayıp etilüv', torture: 'İşkence',
      recognition: 'Tanıluv', statement: 'Beyanat', award: 'Mükâfat', letter: 'Mektüp', death: 'Ölüm', other: 'Başqa',
    },
    placePrecision: {
      exact: 'Tam', vicinity: 'Yaqınında', locality: 'Bu meskün yerde', region: 'Bu bölgede', withheld: 'Gizli',
    },
    participantRole: {
      victim: 'Zarar körgen', perpetrator: { n: 'İhtimal etilgen fail', org: 'İhtimal etilgen mesüliyetli taraf' },
      witness: 'Şaat', lawyer: 'Advokat', judge: { n: 'Akim', org: 'Makeme' }, codefendant: 'Birge qabaatlanğan',
    },
    regime: {
      settlement: 'Meskenli koloniya', generalRegime: 'Umumiy rejim', strictRegime: 'Sıqı rejim',
      specialRegime: 'Mahsus rejim', prison: 'Apishane', other: 'Başqa',
    },
    certainty: { confirmed: 'Tasdıqlandı', likely: 'Ğaliba', possible: 'Mümkün', disputed: 'Münaqaşalı' },
    sensitivity: { none: 'Nazik bir şey yoq', personalInformation: 'Şahsiy malümat körüne', graphic: 'Ağır körüniş' },
    organizationKind: {
      ngo: 'Ükümetten tış teşkilât', initiative: 'Teşebbüs', court: 'Makeme', prisonService: 'Apishane hızmeti',
      securityService: 'Telükesizlik hızmeti', igo: 'Ükümetler arası teşkilât', media: 'Kütleviy haber vastası',
      company: 'Şirket', authority: 'Akimiyet organı',
    },
    placeKind: {
      country: 'Memleket', region: 'Bölge', city: 'Şeer', prison: 'Apishane',
      pretrialDetentionCentre: 'Tahqiqat izolâtorı', court: 'Makeme', home: 'Ev', other: 'Başqa',
    },
    sourceKind: {
      article: 'Maqale', report: 'Esabat', statement: 'Beyanat', courtDocument: 'Makeme vesiqası', interview: 'Subet',
      database: 'Malümat bazası', letter: 'Mektüp', photograph: 'Fotoresim', video: 'Video', other: 'Başqa',
    },
    reliability: { high: 'Yüksek', medium: 'Orta', low: 'Alçaq', unknown: 'Belli degil' },
  },
}

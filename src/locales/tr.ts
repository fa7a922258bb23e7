import { listed, monthsIn, seasonsIn, type Unit } from '#dates/words.ts'
import { lastVowel } from '#names/vowels.ts'
import { durationsByIntl } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

/** Tens that take back vowels: on, otuz, kırk, altmış, doksan. */
const backTens = [1, 3, 4, 6, 9]

const units: { readonly [unit in Unit]: { from: string; to: string } } = {
  day: { from: 'tarihinden', to: 'tarihine' },
  month: { from: 'ayından', to: 'ayına' },
  year: { from: 'yılından', to: 'yılına' },
  span: { from: 'döneminden', to: 'dönemine' },
}

// biome-ignore format: vowel by vowel
const harmony: { readonly [vowel: string]: string } = {
  e: 'in', i: 'in', a: 'ın', ı: 'ın', o: 'un', u: 'un', ö: 'ün', ü: 'ün',
}

export const tr: LocaleFile = {
  name: 'Türkçe',
  english: 'Turkish',
  dir: 'ltr',
  collation: 'tr',
  quotationMarks: ['“', '”'],
  withheldName: 'Adı gizli tutuluyor',
  names: givenNameFirst,
  dates: {
    months: { nominative: monthsIn('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık') },
    seasons: { nominative: seasonsIn('ilkbahar yaz sonbahar kış') },
    decade: (year) => `${year}’${backTens.includes((year / 10) % 10) ? 'lar' : 'ler'}`,
    about: (text) => `${text} civarı`,
    uncertain: (text) => `${text} (kesin değil)`,
    since: (text, unit) => `${text} ${units[unit].from} beri`,
    until: (text, unit) => `${text} ${units[unit].to} kadar`,
    endUnknown: (text, unit) => `${text} ${units[unit].from} itibaren, bitişi bilinmiyor`,
    startUnknown: (text, unit) => `${text} ${units[unit].to} kadar, başlangıcı bilinmiyor`,
    between: (first, last) => `${first} ile ${last} arasında`,
    betweenCase: 'nominative',
    or: listed(', ', ' veya '),
    and: listed(', ', ' ve '),
    orEarlier: (text) => `${text} veya daha önce`,
    orLater: (text) => `${text} veya daha sonra`,
  },
  durations: durationsByIntl('tr'),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${other}${genitive(other)} ${kin}`,
    kin: {
      spouse: 'eşi',
      parent: { m: 'babası', f: 'annesi', n: 'ebeveyni' },
      child: { m: 'oğlu', f: 'kızı', n: 'çocuğu' },
      sibling: { m: 'erkek kardeşi', f: 'kız kardeşi', n: 'kardeşi' },
      lawyer: 'avukatı',
      colleague: 'meslektaşı',
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: 'Mahpus', relative: 'Akraba', lawyer: 'Avukat', activist: 'Aktivist', journalist: 'Gazeteci',
      official: 'Yetkili', other: 'Diğer',
    },
    gender: { female: 'Kadın', male: 'Erkek', other: 'Diğer', unknown: 'Bilinmiyor' },
    nameKind: {
      spelling: 'Yazım', transliteration: 'Harf çevirisi', former: 'Eski ad', nickname: 'Lakap',
      courtRecord: 'Mahkeme kaydındaki gibi',
    },
    relationType: {
      spouse: 'Eş', parent: { m: 'Baba', f: 'Anne', n: 'Ebeveyn' }, child: { m: 'Oğul', f: 'Kız', n: 'Çocuk' },
      sibling: { m: 'Erkek kardeş', f: 'Kız kardeş', n: 'Kardeş' }, lawyer: 'Avukat', colleague: 'Meslektaş',
      other: 'Diğer',
    },
    relationVisibility: { named: 'Adıyla', unnamed: 'Adsız', internal: 'İç kullanım, yayımlanmaz' },
    recognitionKind: {
      prisonerOfConscience: 'Düşünce mahkûmu', politicalPrisoner: 'Siyasi mahpus',
      humanRightsDefender: 'İnsan hakları savunucusu', journalist: 'Gazeteci',
      wgadOpinion: 'BM Keyfi Tutuklamalar Çalışma Grubu görüşü', award: 'Ödül',
    },
    publishAs: { full: 'Tam ad', initials: 'Baş harfler', pseudonym: 'Takma ad', withheld: 'Adı saklı' },
    consentState: {
      given: 'Verildi', withdrawn: 'Geri alındı', notAsked: 'Henüz sorulmadı', refused: 'Reddedildi',
      notPossible: 'Sorulamıyor',
    },
    consentScope: { name: 'Ad', picture: 'Fotoğraf', story: 'Öykü', quotes: 'Alıntılar', contact: 'İletişim' },
    connection: {
      self: 'Kendi adına', relative: 'Akraba', lawyer: 'Avukat', witness: 'Tanık', official: 'Yetkili',
      reporter: 'Muhabir',
    },
    custodyStatus: {
      wanted: 'Aranıyor', restricted: 'Kısıtlamalarla serbest', pretrialDetention: 'Tutuklu',
      serving: 'Cezasını çekiyor', heldWithoutCharge: 'Suçlama olmadan tutuluyor',
      whereaboutsUnknown: 'Nerede olduğu bilinmiyor', released: 'Serbest bırakıldı', died: 'Hayatını kaybetti',
    },
    custodyProcedure: {
      none: 'Dava yok', investigation: 'Soruşturma', trial: 'Yargılama', appeal: 'İstinaf', cassation: 'Temyiz',
      final: 'Hüküm kesinleşti', closed: 'Dava kapandı',
    },
    eventKind: {
      search: 'Arama', detention: 'Gözaltı', houseArrest: 'Ev hapsi', charge: 'Suçlama yöneltilmesi', transfer: 'Nakil',
      hearing: 'Duruşma', verdict: 'Hüküm', appeal: 'İstinaf', release: 'Serbest bırakılma', exchange: 'Takas',
      enforcedDisappearance: 'Zorla kaybedilme', torture: 'İşkence', recognition: 'Tanınma', statement: 'Açıklama',
      award: 'Ödül', letter: 'Mektup', death: 'Ölüm', other: 'Diğer',
    },
    placePrecision: {
      exact: 'Kesin', vicinity: 'Yakınında', locality: 'Bu yerleşimde', region: 'Bu bölgede', withheld: 'Gizli',
    },
    participantRole: {
      victim: 'Mağdur', perpetrator: { n: 'Fail olduğu iddia edilen', org: 'Sorumlu olduğu iddia edilen taraf' },
      witness: 'Tanık', lawyer: { n: 'Avukat', org: 'Hukuki temsilci' }, judge: { n: 'Yargıç', org: 'Mahkeme' },
      codefendant: 'Diğer sanık',
    },
    regime: {
      settlement: 'Yerleşim kolonisi', generalRegime: 'Genel rejim', strictRegime: 'Sıkı rejim',
      specialRegime: 'Özel rejim', prison: 'Cezaevi', other: 'Diğer',
    },
    certainty: { confirmed: 'Doğrulandı', likely: 'Muhtemel', possible: 'Olası', disputed: 'Tartışmalı' },
    sensitivity: {
      none: 'Hassas bir şey yok', personalInformation: 'Kişisel bilgiler görünüyor', graphic: 'Rahatsız edici görüntü',
    },
    organizationKind: {
      ngo: 'Sivil toplum kuruluşu', initiative: 'Girişim', court: 'Mahkeme', prisonService: 'Cezaevi idaresi',
      securityService: 'Güvenlik servisi', igo: 'Hükümetler arası kuruluş', media: 'Medya', company: 'Şirket',
      authority: 'Makam',
    },
    placeKind: {
      country: 'Ülke', region: 'Bölge', city: 'Şehir', prison: 'Cezaevi', pretrialDetentionCentre: 'Tutukevi',
      court: 'Mahkeme', home: 'Ev', other: 'Diğer',
    },
    sourceKind: {
      article: 'Yazı', report: 'Rapor', statement: 'Açıklama', courtDocument: 'Mahkeme belgesi', interview: 'Söyleşi',
      database: 'Veri tabanı', letter: 'Mektup', photograph: 'Fotoğraf', video: 'Video', other: 'Diğer',
    },
    reliability: { high: 'Yüksek', medium: 'Orta', low: 'Düşük', unknown: 'Bilinmiyor' },
  },
}

/** ’in, ’ın, ’un, ’ün by the last vowel; after a vowel with n before it. */
function genitive(name: string): string {
  const vowel = lastVowel(name)
  const suffix = harmony[vowel] ?? 'in'
  return name.toLocaleLowerCase('tr').endsWith(vowel) ? `’n${suffix}` : `’${suffix}`
}

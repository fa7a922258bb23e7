import { listed, monthsIn, seasonsIn } from '#dates/words.ts'
import { durationsByIntl } from './durations.ts'
import { givenNameFirst, type LocaleFile } from './locale.ts'

export const en: LocaleFile = {
  name: 'English',
  english: 'English',
  dir: 'ltr',
  collation: 'en',
  quotationMarks: ['“', '”'],
  withheldName: 'Name withheld',
  names: givenNameFirst,
  dates: {
    months: {
      nominative: monthsIn('January February March April May June July August September October November December'),
    },
    seasons: { nominative: seasonsIn('spring summer autumn winter') },
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
  },
  durations: durationsByIntl('en'),
  attribution: {
    line: (speaker, kin, other) => `${speaker}, ${kin} of ${other}`,
    kin: {
      spouse: { m: 'husband', f: 'wife', n: 'spouse' },
      parent: { m: 'father', f: 'mother', n: 'parent' },
      child: { m: 'son', f: 'daughter', n: 'child' },
      sibling: { m: 'brother', f: 'sister', n: 'sibling' },
      lawyer: 'lawyer',
      colleague: 'colleague',
    },
  },
  // biome-ignore format: one vocabulary, one paragraph
  labels: {
    personKind: {
      prisoner: 'Prisoner', relative: 'Relative', lawyer: 'Lawyer', activist: 'Activist', journalist: 'Journalist',
      official: 'Official', other: 'Other',
    },
    gender: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Unknown' },
    nameKind: {
      spelling: 'Spelling', transliteration: 'Transliteration', former: 'Former name', nickname: 'Nickname',
      courtRecord: 'As in the court record',
    },
    relationType: {
      spouse: { m: 'Husband', f: 'Wife', n: 'Spouse' }, parent: { m: 'Father', f: 'Mother', n: 'Parent' },
      child: { m: 'Son', f: 'Daughter', n: 'Child' }, sibling: { m: 'Brother', f: 'Sister', n: 'Sibling' },
      lawyer: 'Lawyer', colleague: 'Colleague', other: 'Other',
    },
    relationVisibility: { named: 'Named', unnamed: 'Unnamed', internal: 'Internal, never published' },
    recognitionKind: {
      prisonerOfConscience: 'Prisoner of conscience', politicalPrisoner: 'Political prisoner',
      humanRightsDefender: 'Human rights defender', journalist: 'Journalist',
      wgadOpinion: 'Opinion of the UN Working Group on Arbitrary Detention', award: 'Award',
    },
    publishAs: { full: 'Full name', initials: 'Initials', pseudonym: 'Pseudonym', withheld: 'Name withheld' },
    consentState: {
      given: 'Given', withdrawn: 'Withdrawn', notAsked: 'Not asked yet', refused: 'Refused',
      notPossible: 'Cannot be asked',
    },
    consentScope: { name: 'Name', picture: 'Picture', story: 'Story', quotes: 'Quotes', contact: 'Contact' },
    connection: {
      self: 'Speaks for themselves', relative: 'Relative', lawyer: 'Lawyer', witness: 'Witness', official: 'Official',
      reporter: 'Reporter',
    },
    custodyStatus: {
      wanted: 'Wanted', restricted: 'At liberty under restrictions', pretrialDetention: 'In pre-trial detention',
      serving: 'Serving a sentence', heldWithoutCharge: 'Held without charge',
      whereaboutsUnknown: 'Whereabouts unknown', released: 'Released', died: 'Died',
    },
    custodyProcedure: {
      none: 'No proceedings', investigation: 'Investigation', trial: 'Trial', appeal: 'Appeal', cassation: 'Cassation',
      final: 'Verdict final', closed: 'Case closed',
    },
    eventKind: {
      search: 'Search', detention: 'Detention', houseArrest: 'House arrest', charge: 'Charge brought',
      transfer: 'Transfer', hearing: 'Hearing', verdict: 'Verdict', appeal: 'Appeal', release: 'Release',
      exchange: 'Exchange', enforcedDisappearance: 'Enforced disappearance', torture: 'Torture',
      recognition: 'Recognition', statement: 'Statement', award: 'Award', letter: 'Letter', death: 'Death',
      other: 'Other',
    },
    placePrecision: {
      exact: 'Exact', vicinity: 'In the vicinity', locality: 'In this town', region: 'In this region',
      withheld: 'Withheld',
    },
    participantRole: {
      victim: 'Victim', perpetrator: { n: 'Alleged perpetrator', org: 'Allegedly responsible' }, witness: 'Witness',
      lawyer: { n: 'Lawyer', org: 'Legal representation' }, judge: { n: 'Judge', org: 'Court' },
      codefendant: 'Co-defendant',
    },
    regime: {
      settlement: 'Settlement colony', generalRegime: 'General regime', strictRegime: 'Strict regime',
      specialRegime: 'Special regime', prison: 'Prison', other: 'Other',
    },
    certainty: { confirmed: 'Confirmed', likely: 'Likely', possible: 'Possible', disputed: 'Disputed' },
    sensitivity: { none: 'Nothing sensitive', personalInformation: 'Personal information visible', graphic: 'Graphic' },
    organizationKind: {
      ngo: 'Non-governmental organization', initiative: 'Initiative', court: 'Court', prisonService: 'Prison service',
      securityService: 'Security service', igo: 'Intergovernmental organization', media: 'Media', company: 'Company',
      authority: 'Authority',
    },
    placeKind: {
      country: 'Country', region: 'Region', city: 'Town or city', prison: 'Prison or colony',
      pretrialDetentionCentre: 'Pre-trial detention centre', court: 'Court', home: 'Home', other: 'Other',
    },
    sourceKind: {
      article: 'Article', report: 'Report', statement: 'Statement', courtDocument: 'Court document',
      interview: 'Interview', database: 'Database', letter: 'Letter', photograph: 'Photograph', video: 'Video',
      other: 'Other',
    },
    reliability: { high: 'High', medium: 'Medium', low: 'Low', unknown: 'Unknown' },
  },
}

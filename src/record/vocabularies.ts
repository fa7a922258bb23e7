/**
 * Controlled lists. A word is one row; its labels say it in each locale, in masculine and feminine
 * where the language needs both.
 */
export type Label = string | { masculine: string; feminine: string }
export type Labels = { en: Label } & { [locale: string]: Label | undefined }
export type Vocabulary = Readonly<Record<string, Labels>>

export const vocabularies = {
  personKind: {
    prisoner: { en: 'Prisoner' },
    relative: { en: 'Relative' },
    lawyer: { en: 'Lawyer' },
    activist: { en: 'Activist' },
    journalist: { en: 'Journalist' },
    official: { en: 'Official' },
    other: { en: 'Other' },
  },
  gender: {
    female: { en: 'Female' },
    male: { en: 'Male' },
    other: { en: 'Other' },
    unknown: { en: 'Unknown' },
  },
  nameKind: {
    spelling: { en: 'Spelling' },
    transliteration: { en: 'Transliteration' },
    former: { en: 'Former' },
    nickname: { en: 'Nickname' },
    courtRecord: { en: 'Court record' },
  },
  relationType: {
    spouse: { en: 'Spouse' },
    parent: { en: 'Parent' },
    child: { en: 'Child' },
    sibling: { en: 'Sibling' },
    lawyer: { en: 'Lawyer' },
    colleague: { en: 'Colleague' },
    other: { en: 'Other' },
  },
  relationVisibility: {
    named: { en: 'Named' },
    unnamed: { en: 'Unnamed' },
    internal: { en: 'Internal' },
  },
  recognitionKind: {
    prisonerOfConscience: { en: 'Prisoner of conscience' },
    politicalPrisoner: { en: 'Political prisoner' },
    humanRightsDefender: { en: 'Human rights defender' },
    journalist: { en: 'Journalist' },
    wgadOpinion: { en: 'Wgad opinion' },
    award: { en: 'Award' },
  },
  custodyStatus: {
    wanted: { en: 'Wanted' },
    restricted: { en: 'Restricted' },
    pretrialDetention: { en: 'Pretrial detention' },
    serving: { en: 'Serving' },
    heldWithoutCharge: { en: 'Held without charge' },
    whereaboutsUnknown: { en: 'Whereabouts unknown' },
    released: { en: 'Released' },
    died: { en: 'Died' },
  },
  custodyProcedure: {
    none: { en: 'None' },
    investigation: { en: 'Investigation' },
    trial: { en: 'Trial' },
    appeal: { en: 'Appeal' },
    cassation: { en: 'Cassation' },
    final: { en: 'Final' },
    closed: { en: 'Closed' },
  },
  publishAs: {
    full: { en: 'Full' },
    initials: { en: 'Initials' },
    pseudonym: { en: 'Pseudonym' },
    withheld: { en: 'Withheld' },
  },
  consentState: {
    given: { en: 'Given' },
    withdrawn: { en: 'Withdrawn' },
    notAsked: { en: 'Not asked' },
    refused: { en: 'Refused' },
    notPossible: { en: 'Not possible' },
  },
  consentScope: {
    name: { en: 'Name' },
    picture: { en: 'Picture' },
    story: { en: 'Story' },
    quotes: { en: 'Quotes' },
    contact: { en: 'Contact' },
  },
  connection: {
    self: { en: 'Self' },
    relative: { en: 'Relative' },
    lawyer: { en: 'Lawyer' },
    witness: { en: 'Witness' },
    official: { en: 'Official' },
    reporter: { en: 'Reporter' },
  },
  eventKind: {
    search: { en: 'Search' },
    detention: { en: 'Detention' },
    houseArrest: { en: 'House arrest' },
    charge: { en: 'Charge' },
    transfer: { en: 'Transfer' },
    hearing: { en: 'Hearing' },
    verdict: { en: 'Verdict' },
    appeal: { en: 'Appeal' },
    release: { en: 'Release' },
    exchange: { en: 'Exchange' },
    enforcedDisappearance: { en: 'Enforced disappearance' },
    torture: { en: 'Torture' },
    recognition: { en: 'Recognition' },
    statement: { en: 'Statement' },
    award: { en: 'Award' },
    letter: { en: 'Letter' },
    death: { en: 'Death' },
    other: { en: 'Other' },
  },
  placePrecision: {
    exact: { en: 'Exact' },
    vicinity: { en: 'Vicinity' },
    locality: { en: 'Locality' },
    region: { en: 'Region' },
    withheld: { en: 'Withheld' },
  },
  participantRole: {
    victim: { en: 'Victim' },
    perpetrator: { en: 'Perpetrator' },
    witness: { en: 'Witness' },
    lawyer: { en: 'Lawyer' },
    judge: { en: 'Judge' },
    codefendant: { en: 'Codefendant' },
  },
  regime: {
    settlement: { en: 'Settlement' },
    generalRegime: { en: 'General regime' },
    strictRegime: { en: 'Strict regime' },
    specialRegime: { en: 'Special regime' },
    prison: { en: 'Prison' },
    other: { en: 'Other' },
  },
  certainty: {
    confirmed: { en: 'Confirmed' },
    likely: { en: 'Likely' },
    possible: { en: 'Possible' },
    disputed: { en: 'Disputed' },
  },
  sensitivity: {
    none: { en: 'None' },
    personalInformation: { en: 'Personal information' },
    graphic: { en: 'Graphic' },
  },
  organizationKind: {
    ngo: { en: 'Ngo' },
    initiative: { en: 'Initiative' },
    court: { en: 'Court' },
    prisonService: { en: 'Prison service' },
    securityService: { en: 'Security service' },
    igo: { en: 'Igo' },
    media: { en: 'Media' },
    company: { en: 'Company' },
    authority: { en: 'Authority' },
  },
  placeKind: {
    country: { en: 'Country' },
    region: { en: 'Region' },
    city: { en: 'City' },
    prison: { en: 'Prison' },
    pretrialDetentionCentre: { en: 'Pretrial detention centre' },
    court: { en: 'Court' },
    home: { en: 'Home' },
    other: { en: 'Other' },
  },
  sourceKind: {
    article: { en: 'Article' },
    report: { en: 'Report' },
    statement: { en: 'Statement' },
    courtDocument: { en: 'Court document' },
    interview: { en: 'Interview' },
    database: { en: 'Database' },
    letter: { en: 'Letter' },
    photograph: { en: 'Photograph' },
    video: { en: 'Video' },
    other: { en: 'Other' },
  },
  reliability: {
    high: { en: 'High' },
    medium: { en: 'Medium' },
    low: { en: 'Low' },
    unknown: { en: 'Unknown' },
  },
} as const satisfies Readonly<Record<string, Vocabulary>>

export type VocabularyName = keyof typeof vocabularies
export type WordOf<Name extends VocabularyName> = keyof (typeof vocabularies)[Name] & string

/** The words of a vocabulary as options of an admin select, labelled in every admin language. */
export function choicesOf(name: VocabularyName): { value: string; label: Record<string, string> }[] {
  return Object.entries(vocabularies[name]).map(([value, labels]) => ({ value, label: spoken(labels) }))
}

function spoken(labels: Labels): Record<string, string> {
  const said = Object.entries(labels).filter((entry): entry is [string, Label] => entry[1] !== undefined)
  return Object.fromEntries(said.map(([locale, label]) => [locale, bothGenders(label)]))
}

function bothGenders(label: Label): string {
  return typeof label === 'string' ? label : `${label.masculine} / ${label.feminine}`
}

/** Controlled lists: their words and the order they are offered in. What each is called is said by the locales. */
// biome-ignore format: one vocabulary, one paragraph
export const vocabularies = {
  personKind: ['prisoner', 'relative', 'lawyer', 'activist', 'journalist', 'official', 'other'],
  gender: ['female', 'male', 'other', 'unknown'],
  nameKind: ['spelling', 'transliteration', 'former', 'nickname', 'courtRecord'],
  relationType: ['spouse', 'parent', 'child', 'sibling', 'lawyer', 'colleague', 'other'],
  relationVisibility: ['named', 'unnamed', 'internal'],
  recognitionKind: [
    'prisonerOfConscience', 'politicalPrisoner', 'humanRightsDefender', 'journalist', 'wgadOpinion', 'award',
  ],
  publishAs: ['full', 'initials', 'pseudonym', 'withheld'],
  consentState: ['given', 'withdrawn', 'notAsked', 'refused', 'notPossible'],
  consentScope: ['name', 'picture', 'story', 'quotes', 'contact'],
  connection: ['self', 'relative', 'lawyer', 'witness', 'official', 'reporter'],
  custodyStatus: [
    'wanted', 'restricted', 'pretrialDetention', 'serving', 'heldWithoutCharge', 'whereaboutsUnknown', 'released',
    'died',
  ],
  custodyProcedure: ['none', 'investigation', 'trial', 'appeal', 'cassation', 'final', 'closed'],
  eventKind: [
    'search', 'detention', 'houseArrest', 'charge', 'transfer', 'hearing', 'verdict', 'appeal', 'release', 'exchange',
    'enforcedDisappearance', 'torture', 'recognition', 'statement', 'award', 'letter', 'death', 'other',
  ],
  placePrecision: ['exact', 'vicinity', 'locality', 'region', 'withheld'],
  participantRole: ['victim', 'perpetrator', 'witness', 'lawyer', 'judge', 'codefendant'],
  regime: ['settlement', 'generalRegime', 'strictRegime', 'specialRegime', 'prison', 'other'],
  certainty: ['confirmed', 'likely', 'possible', 'disputed'],
  sensitivity: ['none', 'personalInformation', 'graphic'],
  organizationKind: [
    'ngo', 'initiative', 'court', 'prisonService', 'securityService', 'igo', 'media', 'company', 'authority',
  ],
  placeKind: ['country', 'region', 'city', 'prison', 'pretrialDetentionCentre', 'court', 'home', 'other'],
  sourceKind: [
    'article', 'report', 'statement', 'courtDocument', 'interview', 'database', 'letter', 'photograph', 'video',
    'other',
  ],
  reliability: ['high', 'medium', 'low', 'unknown'],
} as const satisfies { readonly [name: string]: readonly string[] }

export type VocabularyName = keyof typeof vocabularies
export type WordOf<Name extends VocabularyName> = (typeof vocabularies)[Name][number]

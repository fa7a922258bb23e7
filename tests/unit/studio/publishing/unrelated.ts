import type { RelatedDocuments } from '#publishing/gates/gates.ts'

/** What gates find of other documents where there are none. */
export const unrelated: RelatedDocuments = {
  slugsOfOthers: new Set(),
  unpublishedReferences: [],
  perhapsMinors: [],
  sayings: [],
  ancestors: new Set(),
  eventsOfSameDay: [],
  peopleShown: [],
  placesTold: [],
  placeChain: [],
  eventsThere: [],
  placeSayings: [],
  sourceSayings: [],
  citationsLeftOut: [],
  picturesShown: [],
  consents: [],
  portrait: null,
  hiddenRelatives: [],
  ownChanges: [],
}

import type { Staff } from '#access/roles.ts'
import { isLocalTime, isTimeZone } from '#base/time/localTime.ts'
import { leavesOpen } from '#record/custody.ts'
import type { Form, LocaleCode, Part, WordPath } from '#record/record.ts'
import { type DocumentType, documents, type Facts, type Ref } from '#record/shape.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { isClosed } from '../form/consent.ts'
import type { Parts } from '../form/projectForm.ts'
import { publishAsOf } from '../form/publishAs.ts'
import type { OverridePolicy } from '../overrides/policy.ts'
import type { CitationLeftOut, SourceSaying } from '../withheld/confidential/sayings.ts'
import type { Saying } from '../withheld/sayings.ts'
import { bornAfterDied, penaltyReversed, withinItself } from './contradictions.ts'
import { futureDate, notYet, openEnd, shippedEvent } from './dates.ts'
import { embargoed } from './embargo.ts'
import { publishAsEverywhere, saidBeside, saidBy, saidHere } from './names.ts'
import {
  consentExpired,
  consentMissing,
  consentOfNamed,
  consentOfNamedExpired,
  consentOfNamedScope,
  consentScope,
  consentWithdrawn,
  type NamedPerson,
  ownChange,
} from './people/consent.ts'
import { facesUncovered, type PersonShown, type Picture, shownUnsaid, withheldFaceUncovered } from './people/faces.ts'
import { minorBirthDate, minorBirthYear, minorFace, minorNamed, minorSchool } from './people/minors.ts'
import { type HiddenRelative, relativeConsent, relativeInLabel } from './people/relatives.ts'
import {
  type EventThere,
  type PlaceChain,
  type PlaceSaying,
  type PlaceTold,
  placeFinerThanPrecision,
  placeFinerThanTold,
  withheldPlaceSaid,
} from './places/places.ts'
import {
  allegationUnsourced,
  citationLeftOut,
  confidentialSourceElsewhere,
  confidentialSourceSaid,
  sourceConfidential,
  sourceWithoutAddress,
  unsourced,
} from './sources.ts'
import { type Refusal, wordFinding } from './wordFinding.ts'
import { machineUnreviewed } from './words/machine.ts'
import { altMissing, type PictureShown } from './words/pictures.ts'

/** A publish that is asked for and has not happened. */
export type Proposal = {
  type: DocumentType
  copy: WorkingCopy
  /** What is public now. */
  published: Form | null
  /** What would be public after this publish. */
  form: Form
  parts: Parts
  /** Who publishes; nobody who is signed in is the command line. */
  by?: Staff | null
  /** ISO time of this publish. */
  at: string
}

/** What gates know of other documents, loaded for those that need it. */
export type RelatedDocuments = {
  /** Slugs, present and former, of other public documents. */
  slugsOfOthers: ReadonlySet<string>
  /** Documents that this form names and that are not public, with what staff call them. */
  unpublishedReferences: readonly { key: Ref; name: string }[]
  /** People whom this form names, or whose form it is, who may be younger than 18, and children of whom nobody knows. */
  perhapsMinors: readonly NamedPerson[]
  /** Where withheld names would be said once this form is public, in it and in other public documents, with what staff call those. */
  sayings: readonly SayingShown[]
  /** What this form says to be a part of, and so on upwards. */
  ancestors: ReadonlySet<Ref>
  /** Other public events of the same day that name the same people. */
  eventsOfSameDay: readonly { key: Ref; name: string; facts: Facts<'events'> }[]
  /** Who can be seen in the picture that is published; a portrait shows its person. */
  peopleShown: readonly PersonShown[]
  /** The places of an event that are told less than exactly. */
  placesTold: readonly PlaceTold[]
  /** The place that is published, and what it lies in. */
  placeChain: PlaceChain
  /** Public events that name the place which is published, and tell it less than exactly. */
  eventsThere: readonly EventThere[]
  /** Where an event would name a place that it withholds. */
  placeSayings: readonly PlaceSaying[]
  /** Where this form would say which confidential source is behind it. */
  sourceSayings: readonly SourceSaying[]
  /** Confidential sources that the working copy cites. */
  citationsLeftOut: readonly CitationLeftOut[]
  picturesShown: readonly PictureShown[]
  /** Everybody whom this form names or links to, with their consent. */
  consents: readonly NamedPerson[]
  /** The portrait of this form, where it is a person's that has one. */
  portrait: Picture | null
  /** People whom this person's relations link and do not name. */
  hiddenRelatives: readonly HiddenRelative[]
  /** Parts that whoever publishes changed last, where the two-person rule is on. */
  ownChanges: readonly { part: Part; by: string; at: string }[]
}
export type Need = keyof RelatedDocuments
export type LoadRelated = <Needed extends Need>(needs: readonly Needed[]) => Promise<Pick<RelatedDocuments, Needed>>

export type SayingShown = Saying & {
  title: string
  /** Whether whoever asks may know whose name is withheld. */
  isTold: boolean
  /** Where the field stands in the form of the studio: `charges.0.label`. */
  position: string
}

export type Finding = {
  /** Where it is in another document. */
  document?: Ref
  part: Part
  path?: WordPath
  position?: string
  values?: { readonly [name: string]: string }
  /** What an override of it would be of, where the gate may be overridden: whom it is about and what stands there. `everyPart`: one decision for all parts. */
  overridable?: { about: Ref; text: string; everyPart?: true }
  /** Gone where one of these parts is published along. */
  unless?: readonly Part[]
  /** Where it is cured, if that is elsewhere. */
  cureAt?: { document: Ref; part: Part; position: string }
}
/** `check` sees the proposal and what the gate needs, and nothing else of other documents. */
type Gate<Needed extends Need> = {
  severity: 'refusal' | 'warning'
  /** What it finds depends on which other parts are published along; each such finding says `unless`. */
  isOfChosenParts?: true
  /** Who may let through what it finds. Absent: nobody. */
  override?: OverridePolicy
  needs?: readonly Needed[]
  /** It says nothing internal and needs nothing of other documents: the panel of whoever may not read internal fields shows it, too. */
  isForEverybody?: true
  check: (context: Proposal & Pick<RelatedDocuments, Needed>) => Finding[]
}

// The row says what it needs, not the table around it: without NoInfer each would be given everything.
function gate<const Needed extends Need = never>(row: Gate<Needed>): Gate<NoInfer<Needed>> {
  return row
}

const editors: OverridePolicy = { by: 'editors' }
const twoEditors: OverridePolicy = { by: 'editors', people: 2 }
const administrators: OverridePolicy = { by: 'administrators' }

/** One row per gate; its words are the messages `gates.<gate>`. */
export const gates = {
  factsFirst: gate({
    severity: 'refusal',
    isOfChosenParts: true,
    check: ({ published, parts }) =>
      published || parts.facts ? [] : parts.locales.map((part) => ({ part, unless: ['facts'] })),
  }),
  requiredWords: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: ({ type, form, parts }) =>
      parts.locales.flatMap((part) =>
        documents[type].required.words
          .filter((path) => !hasWords(form, part, path))
          .map((path) => ({ part, path, values: { field: path } })),
      ),
  }),
  requiredFacts: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: ({ type, form, parts }) => {
      const facts: { readonly [name: string]: unknown } = form.card.facts
      const required: readonly string[] = parts.facts ? documents[type].required.facts : []
      const missing = required.filter((name) => facts[name] === undefined)
      return missing.map((path) => ({ part: 'facts', path, values: { field: path } }))
    },
  }),
  name: gate({
    severity: 'refusal',
    check: ({ type, copy, form, parts }) =>
      type === 'people' && publishAsOf(copy) !== 'pseudonym'
        ? namelessIn(form, parts).map((part) => ({ part, path: 'name' }))
        : [],
  }),
  pseudonym: gate({
    severity: 'refusal',
    check: ({ type, copy, form, parts }) =>
      type === 'people' && publishAsOf(copy) === 'pseudonym'
        ? namelessIn(form, parts).map((part) => ({ part, path: 'safety/pseudonym' }))
        : [],
  }),
  slug: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: (proposal) =>
      shipsSlug(proposal) && proposal.form.card.slug === undefined ? [{ part: 'facts', path: 'slug' }] : [],
  }),
  slugLetters: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: (proposal) =>
      slugsShipped(proposal)
        .filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
        .map((slug) => ({ part: 'facts', path: 'slug', values: { slug } })),
  }),
  slugTaken: gate({
    severity: 'refusal',
    needs: ['slugsOfOthers'],
    check: ({ slugsOfOthers, ...proposal }) =>
      slugsShipped(proposal)
        .filter((slug) => slugsOfOthers.has(slug))
        .map((slug) => ({ part: 'facts', path: 'slug', values: { slug } })),
  }),
  nameShown: gate({ severity: 'refusal', needs: ['sayings'], check: saidBy('own') }),
  heldBackNameShown: gate({ severity: 'refusal', needs: ['sayings'], check: saidHere }),
  nameSaidBeside: gate({ severity: 'refusal', needs: ['sayings'], check: saidBeside }),
  relativeNamed: gate({
    severity: 'refusal',
    override: editors,
    needs: ['sayings'],
    check: saidBy('relative'),
  }),
  nameSaidElsewhere: gate({
    severity: 'refusal',
    override: editors,
    needs: ['sayings'],
    check: saidBy('other'),
  }),
  publishAsEverywhere: gate({ severity: 'refusal', isOfChosenParts: true, check: publishAsEverywhere }),
  notYet: gate({ severity: 'refusal', isForEverybody: true, check: notYet }),
  futureDate: gate({ severity: 'refusal', isForEverybody: true, check: futureDate }),
  openEnd: gate({ severity: 'refusal', isForEverybody: true, check: openEnd }),
  localTime: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: (proposal) => {
      const { localTime: time = '' } = shippedEvent(proposal)
      return time && !isLocalTime(time) ? [{ part: 'facts', path: 'localTime', values: { time } }] : []
    },
  }),
  timeZone: gate({
    severity: 'refusal',
    isForEverybody: true,
    check: (proposal) => {
      const { timeZone: zone = '' } = shippedEvent(proposal)
      return zone && !isTimeZone(zone) ? [{ part: 'facts', path: 'timeZone', values: { zone } }] : []
    },
  }),
  sourceLocale: gate({
    severity: 'warning',
    isForEverybody: true,
    check: ({ type, form, parts }) =>
      parts.facts && form.card.sourceLocale === 'und' && documents[type].required.words.length > 0
        ? [{ part: 'facts', path: 'sourceLocale' }]
        : [],
  }),
  sourceLocaleFirst: gate({ severity: 'warning', isOfChosenParts: true, check: sourceLocaleFirst }),
  unsourced: gate({ severity: 'warning', check: unsourced }),
  unpublishedRelation: gate({
    severity: 'warning',
    needs: ['unpublishedReferences', 'consents'],
    // Whoever has said no is not to be published as well: another gate asks that they be left out.
    check: ({ parts, unpublishedReferences, consents }) => {
      const closed = consents.filter(({ consent }) => isClosed(consent)).map(({ key }): Ref => key)
      const named = unpublishedReferences.filter(({ key }) => !closed.includes(key))
      return parts.facts ? named.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } })) : []
    },
  }),
  minorNamed: gate({ severity: 'refusal', override: twoEditors, needs: ['perhapsMinors'], check: minorNamed }),
  bornAfterDied: gate({ severity: 'warning', isForEverybody: true, check: bornAfterDied }),
  penaltyReversed: gate({ severity: 'warning', isForEverybody: true, check: penaltyReversed }),
  withinItself: gate({ severity: 'warning', needs: ['ancestors'], check: withinItself }),
  sameDay: gate({
    severity: 'warning',
    needs: ['eventsOfSameDay'],
    check: ({ eventsOfSameDay, ...proposal }) =>
      eventsOfSameDay
        .filter(({ facts }) => leavesOpen(shippedEvent(proposal), facts))
        .map(({ name }) => ({ part: 'facts', path: 'localTime', values: { name } })),
  }),
  originalUnknown: gate({
    severity: 'warning',
    isForEverybody: true,
    check: ({ type, form, parts }) => {
      const facts: Facts<'quotes'> = type === 'quotes' ? form.card.facts : {}
      const isUnknown = facts.originalLocale === undefined || facts.originalLocale === 'und'
      return type === 'quotes' && parts.facts && isUnknown ? [{ part: 'facts', path: 'originalLocale' }] : []
    },
  }),
  facesUncovered: gate({
    severity: 'refusal',
    override: editors,
    needs: ['peopleShown', 'portrait', 'perhapsMinors'],
    check: facesUncovered,
  }),
  withheldFaceUncovered: gate({
    severity: 'refusal',
    needs: ['peopleShown', 'portrait'],
    check: withheldFaceUncovered,
  }),
  placeFinerThanPrecision: gate({ severity: 'refusal', needs: ['placesTold'], check: placeFinerThanPrecision }),
  placeFinerThanTold: gate({ severity: 'refusal', needs: ['placeChain', 'eventsThere'], check: placeFinerThanTold }),
  withheldPlaceSaid: gate({
    severity: 'refusal',
    override: editors,
    needs: ['placeSayings'],
    check: withheldPlaceSaid,
  }),
  sourceConfidential: gate({ severity: 'refusal', check: sourceConfidential }),
  confidentialSourceSaid: gate({ severity: 'refusal', needs: ['sourceSayings'], check: confidentialSourceSaid }),
  confidentialSourceElsewhere: gate({
    severity: 'refusal',
    override: editors,
    needs: ['sourceSayings'],
    check: confidentialSourceElsewhere,
  }),
  citationLeftOut: gate({ severity: 'warning', needs: ['citationsLeftOut'], check: citationLeftOut }),
  embargoed: gate({ severity: 'refusal', override: administrators, check: embargoed }),
  altMissing: gate({ severity: 'warning', needs: ['picturesShown'], check: altMissing }),
  machineUnreviewed: gate({ severity: 'refusal', override: editors, check: machineUnreviewed }),
  allegationUnsourced: gate({ severity: 'refusal', override: editors, check: allegationUnsourced }),
  sourceWithoutAddress: gate({ severity: 'warning', check: sourceWithoutAddress }),
  consentWithdrawn: gate({ severity: 'refusal', check: consentWithdrawn }),
  consentExpired: gate({ severity: 'refusal', override: administrators, check: consentExpired }),
  consentScope: gate({ severity: 'refusal', override: editors, needs: ['portrait'], check: consentScope }),
  consentMissing: gate({ severity: 'warning', check: consentMissing }),
  consentOfNamed: gate({ severity: 'refusal', needs: ['consents'], check: consentOfNamed }),
  consentOfNamedExpired: gate({
    severity: 'refusal',
    override: administrators,
    needs: ['consents'],
    check: consentOfNamedExpired,
  }),
  consentOfNamedScope: gate({
    severity: 'refusal',
    override: editors,
    needs: ['consents'],
    check: consentOfNamedScope,
  }),
  minorBirthDate: gate({
    severity: 'refusal',
    override: twoEditors,
    needs: ['perhapsMinors'],
    check: minorBirthDate,
  }),
  minorBirthYear: gate({ severity: 'warning', needs: ['perhapsMinors'], check: minorBirthYear }),
  minorFace: gate({
    severity: 'refusal',
    override: twoEditors,
    needs: ['perhapsMinors', 'peopleShown', 'portrait'],
    check: minorFace,
  }),
  minorSchool: gate({ severity: 'warning', needs: ['perhapsMinors'], check: minorSchool }),
  relativeConsent: gate({ severity: 'refusal', override: editors, needs: ['consents'], check: relativeConsent }),
  relativeInLabel: gate({
    severity: 'refusal',
    override: editors,
    needs: ['hiddenRelatives'],
    check: relativeInLabel,
  }),
  ownChange: gate({ severity: 'refusal', override: administrators, needs: ['ownChanges'], check: ownChange }),
  shownUnsaid: gate({ severity: 'warning', check: shownUnsaid }),
} satisfies { readonly [name: string]: Gate<Need> }

export type GateName = keyof typeof gates

export const gateNames = Object.keys(gates) as GateName[]

/** The gates that refuse a publish. Every other one warns. */
export function refusingGates(): GateName[] {
  return gateNames.filter((name) => gates[name].severity === 'refusal')
}

/** Whether what a gate finds in a part depends on which other parts are published along. */
export function isOfChosenParts(name: GateName): boolean {
  return 'isOfChosenParts' in gates[name]
}

/** Whether a gate finds nothing that not everybody among the staff may know. */
export function isForEverybody(name: GateName): boolean {
  return 'isForEverybody' in gates[name]
}

/** Everything that these gates find, all at once. */
export async function findingsOf(
  asked: readonly GateName[],
  proposal: Proposal,
  load: LoadRelated,
  language: string,
  timeZone?: string,
): Promise<Refusal[]> {
  const found = await Promise.all(
    asked.map(async (name) => {
      const findings = await checked(gates[name], proposal, load)
      return findings.map((finding) =>
        wordFinding({ gate: name, ...gates[name], proposal }, finding, language, timeZone),
      )
    }),
  )
  return found.flat()
}

async function checked<Needed extends Need>(
  { needs = [], check }: Gate<Needed>,
  proposal: Proposal,
  load: LoadRelated,
): Promise<Finding[]> {
  return check({ ...proposal, ...(await load(needs)) })
}

function hasWords(form: Form, locale: LocaleCode, path: WordPath): boolean {
  return form.card.words[locale]?.[path] !== undefined || form.body.words[locale]?.[path] !== undefined
}

function namelessIn(form: Form, parts: Parts): LocaleCode[] {
  return parts.locales.filter(
    (locale) => !['displayName', 'name/given', 'name/family'].some((path) => hasWords(form, locale, path)),
  )
}

function shipsSlug({ type, parts }: Proposal): boolean {
  return type === 'people' && parts.facts
}

function slugsShipped(proposal: Proposal): string[] {
  const { slug, formerSlugs = [] } = proposal.form.card
  return shipsSlug(proposal) ? [...(slug ? [slug] : []), ...formerSlugs] : []
}

/** As the working copy says it, whether these facts are published along or not: the original is the same. */
function sourceLocaleFirst({ copy: { sourceLocale: original }, form, parts }: Proposal): Finding[] {
  if (!original || original === 'und' || form.card.parts[original]) return []
  return parts.locales.map((part) => ({ part, values: { locale: original }, unless: [original] }))
}

import { isLocalTime, isTimeZone } from '#base/localTime.ts'
import type { PersonSigns } from '#names/withheld/personSigns.ts'
import { leavesOpen } from '#record/custody.ts'
import type { Form, LocaleCode, Part, WordPath } from '#record/record.ts'
import { type DocumentType, documents, type Facts, type Ref } from '#record/shape.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import { contentOf, type Parts } from '../form/projectForm.ts'
import { isNamePath, publishAsOf } from '../form/publishAs.ts'
import { wouldBe } from '../form/standing.ts'
import { bornAfterDied, penaltyReversed, withinItself } from './contradictions.ts'
import { futureDate, notYet, openEnd, shippedEvent } from './dates.ts'
import { minorNamed } from './minors.ts'
import { namesShownIn, realNamesOf } from './namesShown.ts'
import { type Refusal, wordFinding } from './wordFinding.ts'

/** A publish that is asked for and has not happened. */
export type Proposal = {
  type: DocumentType
  copy: WorkingCopy
  /** What is public now. */
  published: Form | null
  /** What would be public after this publish. */
  form: Form
  parts: Parts
  /** ISO time of this publish. */
  at: string
}

/** What gates know of other documents, loaded for those that need it. */
export type RelatedDocuments = {
  /** Slugs, present and former, of other public documents. */
  slugsOfOthers: ReadonlySet<string>
  /** Documents that this form names and that are not public, with what staff call them. */
  unpublishedReferences: readonly { key: Ref; name: string }[]
  /** People whom this form names in full who may be younger than 18, and children of whom nobody knows. */
  perhapsMinors: readonly { key: Ref; name: string }[]
  /** What this form says to be a part of, and so on upwards. */
  ancestors: ReadonlySet<Ref>
  /** People whom this form names and whose own form holds their name back, with the words of that name. */
  heldBackPeople: readonly { key: Ref; names: PersonSigns }[]
  /** Public documents whose words say the name that this person holds back. */
  documentsSayingName: readonly { key: Ref; name: string; said: string }[]
  /** Other public events of the same day that name the same people. */
  eventsOfSameDay: readonly { key: Ref; name: string; facts: Facts<'events'> }[]
}
export type Need = keyof RelatedDocuments
export type LoadRelated = <Needed extends Need>(needs: readonly Needed[]) => Promise<Pick<RelatedDocuments, Needed>>

export type Finding = {
  part: Part
  path?: WordPath
  values?: { readonly [name: string]: string }
  /** Gone where one of these parts is published along. */
  unless?: readonly Part[]
}
/** `check` sees the proposal and what the gate needs, and nothing else of other documents. */
type Gate<Needed extends Need> = {
  severity: 'refusal' | 'warning'
  /** What it finds depends on which other parts are published along; each such finding says `unless`. */
  isOfChosenParts?: true
  needs?: readonly Needed[]
  check: (context: Proposal & Pick<RelatedDocuments, Needed>) => Finding[]
}

// The row says what it needs, not the table around it: without NoInfer each would be given everything.
function gate<const Needed extends Need = never>(row: Gate<Needed>): Gate<NoInfer<Needed>> {
  return row
}

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
    check: ({ type, form, parts }) =>
      parts.locales.flatMap((part) =>
        documents[type].required.words
          .filter((path) => !hasWords(form, part, path))
          .map((path) => ({ part, path, values: { field: path } })),
      ),
  }),
  requiredFacts: gate({
    severity: 'refusal',
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
    check: (proposal) =>
      shipsSlug(proposal) && proposal.form.card.slug === undefined ? [{ part: 'facts', path: 'slug' }] : [],
  }),
  slugLetters: gate({
    severity: 'refusal',
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
  nameShown: gate({ severity: 'refusal', check: nameShown }),
  heldBackNameShown: gate({
    severity: 'refusal',
    needs: ['heldBackPeople'],
    check: ({ form, heldBackPeople }) => heldBackPeople.flatMap(({ names }) => partsShowing(form, names).map(showing)),
  }),
  publishAsEverywhere: gate({ severity: 'refusal', isOfChosenParts: true, check: publishAsEverywhere }),
  notYet: gate({ severity: 'refusal', check: notYet }),
  futureDate: gate({ severity: 'refusal', check: futureDate }),
  openEnd: gate({ severity: 'refusal', check: openEnd }),
  localTime: gate({
    severity: 'refusal',
    check: (proposal) => {
      const { localTime: time = '' } = shippedEvent(proposal)
      return time && !isLocalTime(time) ? [{ part: 'facts', path: 'localTime', values: { time } }] : []
    },
  }),
  timeZone: gate({
    severity: 'refusal',
    check: (proposal) => {
      const { timeZone: zone = '' } = shippedEvent(proposal)
      return zone && !isTimeZone(zone) ? [{ part: 'facts', path: 'timeZone', values: { zone } }] : []
    },
  }),
  sourceLocale: gate({
    severity: 'warning',
    check: ({ type, form, parts }) =>
      parts.facts && form.card.sourceLocale === 'und' && documents[type].required.words.length > 0
        ? [{ part: 'facts', path: 'sourceLocale' }]
        : [],
  }),
  sourceLocaleFirst: gate({ severity: 'warning', isOfChosenParts: true, check: sourceLocaleFirst }),
  unsourced: gate({ severity: 'warning', check: unsourced }),
  unpublishedRelation: gate({
    severity: 'warning',
    needs: ['unpublishedReferences'],
    check: ({ parts, unpublishedReferences }) =>
      parts.facts ? unpublishedReferences.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } })) : [],
  }),
  minorNamed: gate({ severity: 'warning', needs: ['perhapsMinors'], check: minorNamed }),
  nameSaidElsewhere: gate({
    severity: 'warning',
    needs: ['documentsSayingName'],
    check: ({ documentsSayingName }) =>
      documentsSayingName.map(({ key, name, said }) => ({ part: 'facts', path: key, values: { name, said } })),
  }),
  bornAfterDied: gate({ severity: 'warning', check: bornAfterDied }),
  penaltyReversed: gate({ severity: 'warning', check: penaltyReversed }),
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
    check: ({ type, form, parts }) => {
      const facts: Facts<'quotes'> = type === 'quotes' ? form.card.facts : {}
      const isUnknown = facts.originalLocale === undefined || facts.originalLocale === 'und'
      return type === 'quotes' && parts.facts && isUnknown ? [{ part: 'facts', path: 'originalLocale' }] : []
    },
  }),
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

/** Everything that these gates find, all at once. */
export async function findingsOf(
  asked: readonly GateName[],
  proposal: Proposal,
  load: LoadRelated,
  language: string,
): Promise<Refusal[]> {
  const found = await Promise.all(
    asked.map(async (name) => {
      const findings = await checked(gates[name], proposal, load)
      return findings.map((finding) =>
        wordFinding({ gate: name, severity: gates[name].severity, type: proposal.type }, finding, language),
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

/** Every part, shipped or not: what already stands in public words must not give a name away either. */
function nameShown({ type, copy, form }: Proposal): Finding[] {
  if (type !== 'people' || publishAsOf(copy) === 'full') return []
  return partsShowing(form, realNamesOf(copy)).map(showing)
}

type Shown = { part: Part; path: WordPath; name: string }

const showing = ({ part, path, name }: Shown): Finding => ({ part, path, values: { field: path, name } })

/** Where a form says one of `names`, part by part. */
export function partsShowing(form: Form, names: PersonSigns): Shown[] {
  return Object.keys(form.card.parts).flatMap((part) =>
    namesShownIn(contentOf(form, part), names).map((shown) => ({ part, ...shown })),
  )
}

/** Whether what is public calls the person by something else than the name: then it is held back, whatever a draft says. */
export function holdsNameBack(published: Form, names: PersonSigns): boolean {
  const shown = Object.values(published.card.words).map((words) =>
    Object.fromEntries(Object.entries(words).filter(([path]) => isNamePath(path))),
  )
  return namesShownIn(shown, names).length === 0
}

/** A name that changes its form changes in every public locale at once, or the old one stays readable beside the new. */
function publishAsEverywhere({ type, copy, published, form }: Proposal): Finding[] {
  if (type !== 'people' || !published) return []
  if (publishAsOf(copy) === 'full' && !holdsNameBack(published, realNamesOf(copy))) return []
  const all = wouldBe(type, copy, published)
  const names = ({ card }: Form, locale: LocaleCode) =>
    Object.entries(card.words[locale] ?? {})
      .filter(([path]) => isNamePath(path))
      .map(([path, words]) => `${path} ${words.digest}`)
      .sort()
      .join()
  const locales = Object.keys(form.card.parts).filter((part) => part !== 'facts')
  return locales
    .filter((locale) => names(form, locale) !== names(all, locale))
    .map((part) => ({ part, unless: [part] }))
}

/** As the working copy says it, whether these facts are published along or not: the original is the same. */
function sourceLocaleFirst({ copy: { sourceLocale: original }, form, parts }: Proposal): Finding[] {
  if (!original || original === 'und' || form.card.parts[original]) return []
  return parts.locales.map((part) => ({ part, values: { locale: original }, unless: [original] }))
}

/** What can be disputed names who says so. */
function unsourced({ type, form, parts }: Proposal): Finding[] {
  const facts: { readonly [name: string]: unknown } = form.card.facts
  if (!parts.facts) return []
  if (type === 'events' || type === 'quotes')
    return facts.sources === undefined ? [{ part: 'facts', path: 'sources' }] : []
  if (type !== 'people') return []
  return ['charges', 'recognitions'].flatMap((name) =>
    rowsOf(facts[name])
      .filter((row) => row.sources === undefined)
      .map(({ id }) => ({ part: 'facts', path: `${name}/${id}/sources` })),
  )
}

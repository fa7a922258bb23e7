import { isLocalTime, isTimeZone } from '#base/localTime.ts'
import { personSigns } from '#names/withheld/personSigns.ts'
import { leavesOpen } from '#record/custody.ts'
import { dayOf } from '#record/eventOrder.ts'
import { type Form, type LocaleCode, type Part, refOf, type WordPath } from '#record/record.ts'
import { type DocumentType, documents, type Facts, type Ref } from '#record/shape.ts'
import { rowsOf } from '#record/walk.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'
import type { Parts } from '../form/projectForm.ts'
import { isNamePath, publishAsOf } from '../form/publishAs.ts'
import { wouldBe } from '../form/standing.ts'
import { digestOfOverride } from '../overrides/overrides.ts'
import { holdsNameBack, realNamesOf } from '../withheld/realNames.ts'
import type { Saying, Standing } from '../withheld/sayings.ts'
import { headingOf } from '../workingCopy.ts'
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
  /** Related people who are younger than 18, or of whom nobody knows. */
  perhapsMinors: readonly { key: Ref; name: string }[]
  /** Where withheld names would be said once this form is public, in it and in other public documents, with what staff call those. */
  sayings: readonly SayingShown[]
  /** Other public events of the same day that name the same people. */
  eventsOfSameDay: readonly { key: Ref; name: string; facts: Facts<'events'> }[]
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
  /** Where the gate may be overridden: whom it is about and what stands there. */
  overridable?: { about: Ref; text: string }
}
/** `check` sees the proposal and what the gate needs, and nothing else of other documents. */
type Gate<Needed extends Need> = {
  severity: 'refusal' | 'warning'
  /** Says what is internal: shown to those who may read it. */
  isInternal?: true
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
    check: ({ published, parts }) => (published || parts.facts ? [] : parts.locales.map((part) => ({ part }))),
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
  nameShown: gate({ severity: 'refusal', isInternal: true, needs: ['sayings'], check: saidBy('own') }),
  heldBackNameShown: gate({ severity: 'refusal', isInternal: true, needs: ['sayings'], check: saidHere }),
  nameSaidBeside: gate({ severity: 'refusal', isInternal: true, needs: ['sayings'], check: saidBeside }),
  relativeNamed: gate({ severity: 'refusal', isInternal: true, needs: ['sayings'], check: saidBy('relative') }),
  nameSaidElsewhere: gate({ severity: 'refusal', isInternal: true, needs: ['sayings'], check: saidBy('other') }),
  publishAsEverywhere: gate({ severity: 'refusal', check: publishAsEverywhere }),
  notYet: gate({
    severity: 'refusal',
    check: (proposal) => {
      const { outcome, date } = shippedEvent(proposal)
      return outcome && dayOf(date) > newestDayAt(proposal.at) ? [{ part: 'facts', path: 'outcome' }] : []
    },
  }),
  futureLife: gate({
    severity: 'refusal',
    check: ({ type, parts, form, at }) => {
      if (type !== 'people' || !parts.facts) return []
      // The type decides which facts these are.
      const facts = form.card.facts as Facts<'people'>
      return (['birthDate', 'deathDate'] as const)
        .filter((path) => dayOf(facts[path]) > newestDayAt(at))
        .map((path) => ({ part: 'facts', path, values: { field: path } }))
    },
  }),
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
  sourceLocaleFirst: gate({
    severity: 'warning',
    check: ({ form, parts }) => {
      const { sourceLocale, parts: known } = form.card
      if (sourceLocale === 'und' || known[sourceLocale]) return []
      return parts.locales.map((part) => ({ part, values: { locale: sourceLocale } }))
    },
  }),
  unsourced: gate({ severity: 'warning', check: unsourced }),
  unpublishedRelation: gate({
    severity: 'warning',
    needs: ['unpublishedReferences'],
    check: ({ parts, unpublishedReferences }) =>
      parts.facts ? unpublishedReferences.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } })) : [],
  }),
  minorNamed: gate({ severity: 'warning', needs: ['perhapsMinors'], check: minorNamed }),
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
        wordFinding({ gate: name, severity: gates[name].severity, proposal }, finding, language),
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

/** The facts of an event that this publish ships; nothing where it is something else. */
export function shippedEvent({ type, parts, form }: Proposal): Facts<'events'> {
  return type === 'events' && parts.facts ? form.card.facts : {}
}

/** The calendar day that it is at `at` where the day begins first (UTC+14). */
function newestDayAt(at: string): string {
  return new Date(Date.parse(at) + 14 * 3_600_000).toISOString().slice(0, 10)
}

function shipsSlug({ type, parts }: Proposal): boolean {
  return type === 'people' && parts.facts
}

function slugsShipped(proposal: Proposal): string[] {
  const { slug, formerSlugs = [] } = proposal.form.card
  return shipsSlug(proposal) ? [...(slug ? [slug] : []), ...formerSlugs] : []
}

type WithSayings = Proposal & Pick<RelatedDocuments, 'sayings'>

/** Every part, shipped or not: what already stands in public words must not give a name away either. */
function saidBy(standing: Standing): (context: WithSayings) => Finding[] {
  return ({ sayings }) => sayings.filter((one) => one.standing === standing).map(sayingFound)
}

/** In a document that names the person, or that such a document cites. */
const isBound = ({ standing }: Saying): boolean => standing === 'naming' || standing === 'cited'

const isOwn = ({ type, copy }: Proposal, { document }: Saying): boolean =>
  document === refOf<DocumentType>(type, copy.id)

function saidHere({ sayings, ...proposal }: WithSayings): Finding[] {
  return sayings.filter((one) => isBound(one) && isOwn(proposal, one)).map(sayingFound)
}

function saidBeside({ sayings, ...proposal }: WithSayings): Finding[] {
  return sayings.filter((one) => isBound(one) && !isOwn(proposal, one)).map(sayingFound)
}

/** A relative shares the family name, and others share any name: whether the person is meant is for somebody to say. */
const overridableGates: { readonly [Name in Standing]?: GateName } = {
  relative: 'relativeNamed',
  other: 'nameSaidElsewhere',
}

/** The digest under which somebody may say that a saying stands for somebody else; undefined where nobody may. */
export function digestOfSaying({ standing, document, part, path, about, text }: Saying): string | undefined {
  const gate = overridableGates[standing]
  return gate && digestOfOverride({ gate, key: document, part, path, about, text })
}

function sayingFound(saying: SayingShown): Finding {
  const { document, part, path, position, said, title, person, isTold, about, text } = saying
  return {
    document,
    part,
    path,
    position,
    values: { field: path, name: said, title, person },
    ...(isTold && overridableGates[saying.standing] && { overridable: { about, text } }),
  }
}

/** A name that changes its form changes in every public locale at once, or the old one stays readable beside the new. */
function publishAsEverywhere({ type, copy, published, form }: Proposal): Finding[] {
  if (type !== 'people' || !published) return []
  if (publishAsOf(copy) === 'full' && !holdsNameBack(published, personSigns(realNamesOf(copy)))) return []
  const all = wouldBe(type, copy, published)
  const names = ({ card }: Form, locale: LocaleCode) =>
    Object.entries(card.words[locale] ?? {})
      .filter(([path]) => isNamePath(path))
      .map(([path, words]) => `${path} ${words.digest}`)
      .sort()
      .join()
  const locales = Object.keys(form.card.parts).filter((part) => part !== 'facts')
  return locales.filter((locale) => names(form, locale) !== names(all, locale)).map((part) => ({ part }))
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

function minorNamed({
  type,
  copy,
  form,
  parts,
  at,
  perhapsMinors,
}: Proposal & Pick<RelatedDocuments, 'perhapsMinors'>): Finding[] {
  if (!parts.facts) return []
  const related = perhapsMinors.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } }))
  if (type !== 'people' || publishAsOf(copy) !== 'full') return related
  // The type decides which facts these are.
  const { birthDate, deathDate } = form.card.facts as Facts<'people'>
  const isMinor = birthDate?.latest && !deathDate && birthDate.latest > adultsBornBefore(at)
  return isMinor ? [{ part: 'facts', path: 'birthDate', values: { name: headingOf(copy, type) } }, ...related] : related
}

/** The calendar date on or before which everybody who is an adult at `at` was born. */
export function adultsBornBefore(at: string): string {
  return `${Number(at.slice(0, 4)) - 18}${at.slice(4, 10)}`
}

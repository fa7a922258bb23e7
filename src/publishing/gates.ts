import type { Form, LocaleCode, Part, WordPath } from '#record/record.ts'
import type { DocumentType, Facts, Ref } from '#record/shape.ts'
import { rowsOf, type WorkingCopy } from '#record/workingCopy.ts'
import { type GateName, type GateWording, gateWording } from './gateWording.ts'
import { namesShownIn, realNamesOf } from './namesShown.ts'
import { contentOf, type Parts } from './projectForm.ts'
import { isNamePath, publishAsOf } from './publishAs.ts'
import { wouldBe } from './standing.ts'

/** What the gates look at. Everything is known before they are asked: a gate is a pure function. */
export type GateContext = {
  type: DocumentType
  copy: WorkingCopy
  /** What is public now. */
  published: Form | null
  /** What would be public after this publish. */
  form: Form
  parts: Parts
  /** ISO time of this publish. */
  at: string
  around: Surroundings
}

/** What gates know of other documents. */
export type Surroundings = {
  /** Slugs, present and former, of other public documents. */
  slugsOfOthers: ReadonlySet<string>
  /** Documents that this form names and that are not public, with what staff call them. */
  unpublished: readonly { key: Ref; name: string }[]
  /** Related people who are younger than 18, or of whom nobody knows. */
  perhapsMinors: readonly { key: Ref; name: string }[]
  /** People whom this form names and whose own form holds their name back, with the words of that name. */
  heldBack: readonly { key: Ref; names: readonly string[] }[]
  /** Public documents whose words say the name that this person holds back. */
  saidElsewhere: readonly { key: Ref; name: string; said: string }[]
}

export type Finding = { part: Part; path?: WordPath; values?: { readonly [name: string]: string } }
type Gate = { severity: 'refusal' | 'warning'; check: (context: GateContext) => Finding[] }

/** One row per gate; its words are the row of the same name in `gateWording`. */
export const gates = {
  factsFirst: {
    severity: 'refusal',
    check: ({ published, parts }) => (published || parts.facts ? [] : parts.locales.map((part) => ({ part }))),
  },
  requiredWords: {
    severity: 'refusal',
    check: ({ type, form, parts }) =>
      parts.locales.flatMap((part) =>
        (requiredWords[type] ?? [])
          .filter((path) => !hasWords(form, part, path))
          .map((path) => ({ part, path, values: { field: path } })),
      ),
  },
  requiredFacts: {
    severity: 'refusal',
    check: ({ type, form, parts }) => {
      const facts: { readonly [name: string]: unknown } = form.card.facts
      const missing = parts.facts ? (requiredFacts[type] ?? []).filter((name) => facts[name] === undefined) : []
      return missing.map((path) => ({ part: 'facts', path, values: { field: path } }))
    },
  },
  name: {
    severity: 'refusal',
    check: ({ type, copy, form, parts }) =>
      type === 'people' && publishAsOf(copy) !== 'pseudonym'
        ? namelessIn(form, parts).map((part) => ({ part, path: 'name' }))
        : [],
  },
  pseudonym: {
    severity: 'refusal',
    check: ({ type, copy, form, parts }) =>
      type === 'people' && publishAsOf(copy) === 'pseudonym'
        ? namelessIn(form, parts).map((part) => ({ part, path: 'safety/pseudonym' }))
        : [],
  },
  slug: {
    severity: 'refusal',
    check: (context) =>
      shipsSlug(context) && context.form.card.slug === undefined ? [{ part: 'facts', path: 'slug' }] : [],
  },
  slugLetters: {
    severity: 'refusal',
    check: (context) =>
      slugsShipped(context)
        .filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
        .map((slug) => ({ part: 'facts', path: 'slug', values: { slug } })),
  },
  slugTaken: {
    severity: 'refusal',
    check: (context) =>
      slugsShipped(context)
        .filter((slug) => context.around.slugsOfOthers.has(slug))
        .map((slug) => ({ part: 'facts', path: 'slug', values: { slug } })),
  },
  nameShown: { severity: 'refusal', check: nameShown },
  heldBackNameShown: {
    severity: 'refusal',
    check: ({ form, around }) => around.heldBack.flatMap(({ names }) => partsShowing(form, names).map(showing)),
  },
  publishAsEverywhere: { severity: 'refusal', check: publishAsEverywhere },
  sourceLocale: {
    severity: 'warning',
    check: ({ type, form, parts }) =>
      parts.facts && form.card.sourceLocale === 'und' && requiredWords[type]
        ? [{ part: 'facts', path: 'sourceLocale' }]
        : [],
  },
  sourceLocaleFirst: {
    severity: 'warning',
    check: ({ form, parts }) => {
      const { sourceLocale, parts: known } = form.card
      if (sourceLocale === 'und' || known[sourceLocale]) return []
      return parts.locales.map((part) => ({ part, values: { locale: sourceLocale } }))
    },
  },
  unsourced: { severity: 'warning', check: unsourced },
  unpublishedRelation: {
    severity: 'warning',
    check: ({ parts, around }) =>
      parts.facts ? around.unpublished.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } })) : [],
  },
  minorNamed: { severity: 'warning', check: minorNamed },
  nameSaidElsewhere: {
    severity: 'warning',
    check: ({ around }) =>
      around.saidElsewhere.map(({ key, name, said }) => ({ part: 'facts', path: key, values: { name, said } })),
  },
  originalUnknown: {
    severity: 'warning',
    check: ({ type, form, parts }) => {
      const facts: Facts<'quotes'> = type === 'quotes' ? form.card.facts : {}
      const isUnknown = facts.originalLocale === undefined || facts.originalLocale === 'und'
      return type === 'quotes' && parts.facts && isUnknown ? [{ part: 'facts', path: 'originalLocale' }] : []
    },
  },
} as const satisfies { readonly [name in GateName]: Gate }

/** A finding in words, as the panel, REST and the command line show it. */
export type Refusal = {
  gate: GateName
  part: Part
  path?: string
  message: string
  cure: string
  severity: 'refusal' | 'warning'
}

/** Everything that the gates of one severity find, all at once. */
export function findingsOf(severity: Refusal['severity'], context: GateContext, language: string): Refusal[] {
  const asked = Object.entries(gates) as [GateName, Gate][]
  return asked
    .filter(([, gate]) => gate.severity === severity)
    .flatMap(([name, gate]) => gate.check(context).map((finding) => inWords(name, severity, finding, language)))
}

function inWords(
  gate: GateName,
  severity: Refusal['severity'],
  { part, path, values = {} }: Finding,
  language: string,
): Refusal {
  const wording: GateWording = gateWording[gate]
  const { message, cure } = wording[language as keyof GateWording] ?? wording.en
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { gate, part, ...(path && { path }), message: fill(message), cure: fill(cure), severity }
}

/** Words without which a locale is not published. A person's name is a gate of its own. */
const requiredWords: { readonly [Type in DocumentType]?: readonly WordPath[] } = {
  people: ['description'],
  quotes: ['text'],
  events: ['title'],
  media: ['alt'],
  organizations: ['name'],
  places: ['name'],
}

const requiredFacts: { readonly [Type in DocumentType]?: readonly string[] } = {
  events: ['kind'],
  media: ['filename'],
  sources: ['title'],
}

function hasWords(form: Form, locale: LocaleCode, path: WordPath): boolean {
  return form.card.words[locale]?.[path] !== undefined || form.body.words[locale]?.[path] !== undefined
}

function namelessIn(form: Form, parts: Parts): LocaleCode[] {
  return parts.locales.filter(
    (locale) => !['displayName', 'name/given', 'name/family'].some((path) => hasWords(form, locale, path)),
  )
}

function shipsSlug({ type, parts }: GateContext): boolean {
  return type === 'people' && parts.facts
}

function slugsShipped(context: GateContext): string[] {
  const { slug, formerSlugs = [] } = context.form.card
  return shipsSlug(context) ? [...(slug ? [slug] : []), ...formerSlugs] : []
}

/** Every part, shipped or not: what already stands in public words must not give a name away either. */
function nameShown({ type, copy, form }: GateContext): Finding[] {
  if (type !== 'people' || publishAsOf(copy) === 'full') return []
  return partsShowing(form, realNamesOf(copy)).map(showing)
}

type Shown = { part: Part; path: WordPath; name: string }

const showing = ({ part, path, name }: Shown): Finding => ({ part, path, values: { field: path, name } })

/** Where a form says one of `names`, part by part. */
export function partsShowing(form: Form, names: readonly string[]): Shown[] {
  return Object.keys(form.card.parts).flatMap((part) =>
    namesShownIn(contentOf(form, part), names).map((shown) => ({ part, ...shown })),
  )
}

/** A name that changes its form changes in every public locale at once, or the old one stays readable beside the new. */
function publishAsEverywhere({ type, copy, published, form }: GateContext): Finding[] {
  if (type !== 'people' || publishAsOf(copy) === 'full' || !published) return []
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
function unsourced({ type, form, parts }: GateContext): Finding[] {
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

function minorNamed({ type, copy, form, parts, at, around }: GateContext): Finding[] {
  if (!parts.facts) return []
  const related = around.perhapsMinors.map(({ key, name }) => ({ part: 'facts', path: key, values: { name } }))
  if (type !== 'people' || publishAsOf(copy) !== 'full') return related
  // The type decides which facts these are.
  const { birthDate, deathDate } = form.card.facts as Facts<'people'>
  const isMinor = birthDate?.latest && !deathDate && birthDate.latest > adultsBornBefore(at)
  return isMinor ? [{ part: 'facts', path: 'birthDate', values: { name: 'birthDate' } }, ...related] : related
}

/** The calendar date on or before which everybody who is an adult at `at` was born. */
export function adultsBornBefore(at: string): string {
  return `${Number(at.slice(0, 4)) - 18}${at.slice(4, 10)}`
}

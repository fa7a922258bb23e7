import { canonicalJson } from '#base/digest.ts'
import { isObject } from '#base/isObject.ts'
import { withoutOverrides } from '#base/text/withoutOverrides.ts'
import type { Card, Form, LocaleCode, Part, RichText, WordPath, Words } from '#record/record.ts'
import { type DocumentType, recordShape } from '#record/shape.ts'
import { digestOfWords, type Stamp, type WorkingCopy, wordFieldsOf } from '#record/workingCopy.ts'
import { factsOf } from './facts.ts'
import { hiddenWords, publicView } from './publicView.ts'

/** What a publish ships. */
export type Parts = { facts: boolean; locales: readonly LocaleCode[] }

/**
 * The form that the record holds once `parts` of a working copy are published: the named parts
 * stripped and normalised, every other part as it is in `published`, byte for byte. One thing
 * reaches into the others: where a row of facts is no longer public, its words are not either, in
 * no locale.
 *
 * `at` is the ISO time of this publish; a part that does not change keeps its own.
 */
export function projectForm<Type extends DocumentType>(
  type: Type,
  copy: WorkingCopy,
  published: Form<Type> | null,
  parts: Parts,
  at: string,
): Form<Type> {
  const view = withoutOverrides(publicView(type, copy))
  const factual = parts.facts ? factualPart(type, view) : keptFacts(published)
  const words = wordsOf(type, view, copy, published, parts, factual.facts)
  const form: Form<Type> = {
    card: {
      type,
      id: copy.id,
      ...factual,
      words: words.short,
      parts: {},
      publishedAt: published?.card.publishedAt ?? at,
    },
    body: { words: words.long },
  }
  return { ...form, card: { ...form.card, parts: timesOf(form, published, parts, at) } }
}

/** A document's own part of the form: what the log calls facts. */
type FactualPart<Type extends DocumentType> = Pick<Card<Type>, 'slug' | 'formerSlugs' | 'sourceLocale' | 'facts'>

function factualPart<Type extends DocumentType>(type: Type, view: WorkingCopy): FactualPart<Type> {
  const slug = type === 'people' ? textOf(view.slug) : undefined
  const former = type === 'people' && Array.isArray(view.formerSlugs) ? view.formerSlugs : []
  const formerSlugs = former
    .map((row) => (isObject(row) ? textOf(row.slug) : undefined))
    .filter((one) => one !== undefined && one !== slug)
  return {
    ...(slug && { slug }),
    ...(formerSlugs.length > 0 && { formerSlugs: [...new Set(formerSlugs)] as string[] }),
    sourceLocale: textOf(view.sourceLocale) ?? 'und',
    facts: factsOf(type, view),
  }
}

function keptFacts<Type extends DocumentType>(published: Form<Type> | null): FactualPart<Type> {
  if (!published) return { sourceLocale: 'und', facts: {} as Card<Type>['facts'] }
  const { slug, formerSlugs, sourceLocale, facts } = published.card
  return { ...(slug && { slug }), ...(formerSlugs && { formerSlugs }), sourceLocale, facts }
}

type AllWords = { short: Card['words']; long: Form['body']['words'] }

function wordsOf(
  type: DocumentType,
  view: WorkingCopy,
  copy: WorkingCopy,
  published: Form | null,
  parts: Parts,
  facts: { readonly [name: string]: unknown },
): AllWords {
  const hasPlace = (path: WordPath) => hasRow(type, facts, path)
  const fresh = freshWords(type, view, parts.locales, hasPlace)
  const hidden = parts.facts ? hiddenWords(type, copy) : new Set<WordPath>()
  const stays = (path: WordPath) => !parts.facts || (hasPlace(path) && !hidden.has(path))
  const kept = Object.keys(published?.card.parts ?? {}).filter(
    (part) => part !== 'facts' && !parts.locales.includes(part),
  )
  return {
    short: { ...pick(published?.card.words, kept, stays), ...fresh.short },
    long: { ...pick(published?.body.words, kept, stays), ...fresh.long },
  }
}

function freshWords(
  type: DocumentType,
  view: WorkingCopy,
  locales: readonly LocaleCode[],
  hasPlace: (path: WordPath) => boolean,
): AllWords {
  const fields = wordFieldsOf(type, view).filter(({ path }) => hasPlace(path))
  const inLocale = <Value extends string | RichText>(kind: 'text' | 'richText', locale: LocaleCode) =>
    Object.fromEntries(
      fields
        .filter((field) => field.kind === kind && field.values[locale] !== undefined)
        // `kind` decides which of the two a value is.
        .map(({ path, values }) => [path, stamped(values[locale] as Value, view, locale, path)] as const),
    )
  return {
    short: Object.fromEntries(locales.map((locale) => [locale, inLocale<string>('text', locale)])),
    long: Object.fromEntries(locales.map((locale) => [locale, inLocale<RichText>('richText', locale)])),
  }
}

function stamped<Value extends string | RichText>(
  value: Value,
  view: WorkingCopy,
  locale: LocaleCode,
  path: WordPath,
): Words<Value> {
  const digest = digestOfWords(value)
  const stamp = view.origins?.[locale]?.[path]
  const known: Pick<Stamp, 'origin' | 'from'> | undefined = stamp?.digest === digest ? stamp : undefined
  const origin = known?.origin ?? (locale === view.sourceLocale ? 'authored' : 'human')
  return { value, digest, origin, ...(known?.from && { from: known.from }) }
}

/** Words of a row have a place only where the row itself is public. */
function hasRow(type: DocumentType, facts: { readonly [name: string]: unknown }, path: WordPath): boolean {
  const [name = '', id, ...rest] = path.split('/')
  const shape: { readonly [field: string]: { readonly kind: string } } = recordShape[type]
  if (shape[name]?.kind !== 'rows' || rest.length === 0) return true
  const rows = facts[name]
  return Array.isArray(rows) && rows.some((row) => isObject(row) && row.id === id)
}

function pick<Value>(
  words: { readonly [locale: LocaleCode]: { [path: WordPath]: Words<Value> } } | undefined,
  locales: readonly LocaleCode[],
  stays: (path: WordPath) => boolean,
): { [locale: LocaleCode]: { [path: WordPath]: Words<Value> } } {
  return Object.fromEntries(
    locales.map((locale) => [
      locale,
      Object.fromEntries(Object.entries(words?.[locale] ?? {}).filter(([path]) => stays(path))),
    ]),
  )
}

function timesOf(form: Form, published: Form | null, parts: Parts, at: string): Card['parts'] {
  const before = published?.card.parts ?? {}
  const shipped: Part[] = [...(parts.facts ? ['facts'] : []), ...parts.locales]
  const all = [...new Set([...Object.keys(before), ...shipped])]
  return Object.fromEntries(all.map((part) => [part, sameContent(form, published, part) ? (before[part] ?? at) : at]))
}

/** What one part of a form says, without when it was said. */
export function contentOf(form: Form | null, part: Part): unknown {
  if (!form) return null
  if (part !== 'facts') return { short: form.card.words[part] ?? {}, long: form.body.words[part] ?? {} }
  const { slug, formerSlugs, sourceLocale, facts } = form.card
  return { slug, formerSlugs, sourceLocale, facts }
}

export function sameContent(one: Form | null, other: Form | null, part: Part): boolean {
  return canonicalJson(contentOf(one, part)) === canonicalJson(contentOf(other, part))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

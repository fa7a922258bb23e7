import { isLocale, type Locale, localeCodes, localeRow } from '#locales/table.ts'
import type { Card, LocaleCode, Origin, WordPath, Words, WordsByLocale } from '#record/record.ts'
import { type DocumentType, type Fields, recordShape } from '#record/shape.ts'
import { isStale } from '#record/stale.ts'
import { leafFields } from '#record/walk.ts'
import { isStrict } from './localeRequest.ts'
import { inScriptOf } from './scripts.ts'

/** Words as they are delivered, and where they came from. */
export type Served<Value = string> = {
  value: Value
  /** Language tag of the delivered words: what `lang` must say. */
  locale: LocaleCode
  /** The locale that holds the words: another one than `locale` where the script was derived. */
  storedIn: LocaleCode
  words: Words<Value>
}

/** Where the served words of one field come from. */
export type Provenance = { served: LocaleCode; isFallback: boolean; isStale: boolean; origin: Origin }

/** Fields that do not follow the chain as it was asked for. */
const exceptions: { readonly [type in DocumentType]?: { readonly [path: WordPath]: ChainRule } } = {
  // A picture described in another language than the page's is worse for a listener than no description.
  media: { alt: (chain) => chain.slice(0, 1) },
  // Somebody's words are best read as they were said.
  quotes: { text: (chain, card) => originalFirst(chain, card) },
}
type ChainRule = (chain: readonly string[], card: Card) => readonly string[]

/** The locales to look in for one field, in order. */
export function chainFor(card: Card, path: WordPath, chain: readonly string[]): readonly string[] {
  const rule = exceptions[card.type]?.[path]
  return rule ? rule(chain, card) : chain
}

function originalFirst(chain: readonly string[], card: Card): readonly string[] {
  const original = originalOf(card)
  const [requested, ...rest] = chain
  if (!original || !requested || isStrict(chain) || original === requested) return chain
  return [requested, original, ...rest]
}

function originalOf(card: Card): Locale | undefined {
  // Only quotes have an original locale; `und` and languages without a row are none.
  const { originalLocale } = (card as Card<'quotes'>).facts
  return isLocale(originalLocale) ? originalLocale : undefined
}

/** The first published words of the chain: own ones, else those of the other script, locale by locale. */
export function resolveWords<Value>(
  words: WordsByLocale<Value>,
  path: WordPath,
  chain: readonly string[],
): Served<Value> | null {
  for (const locale of chain) {
    const served = wordsIn(words, path, locale)
    if (served) return served
  }
  return null
}

/** Words of exactly this locale, own or derived. */
export function wordsIn<Value>(words: WordsByLocale<Value>, path: WordPath, locale: LocaleCode): Served<Value> | null {
  const own = words[locale]?.[path]
  if (own) return { value: own.value, locale, storedIn: locale, words: own }
  const source = sourceScripts.get(locale)
  const other = source === undefined ? undefined : words[source]?.[path]
  if (!other || source === undefined) return null
  return { value: inScriptOf(locale, other), locale, storedIn: source, words: other }
}

const sourceScripts: ReadonlyMap<string, Locale> = new Map(
  localeCodes.flatMap((code) => {
    const { derivesFrom } = localeRow(code)
    return isLocale(derivesFrom) ? [[code, derivesFrom] as const] : []
  }),
)

/** The short words of a card, with the table of exceptions applied. */
export function resolveText(card: Card, path: WordPath, chain: readonly string[]): Served | null {
  return resolveWords(card.words, path, chainFor(card, path, chain))
}

/** Where served words came from. `all` holds the same field in every published locale. */
export function provenanceOf<Value>(
  served: Served<Value>,
  requested: LocaleCode,
  all: WordsByLocale<Value>,
  path: WordPath,
  sourceLocale: LocaleCode,
): Provenance {
  const isDerived = served.storedIn !== served.locale
  return {
    served: served.locale,
    isFallback: served.locale !== requested,
    isStale: isStale(served.words, all[sourceLocale]?.[path]),
    origin: isDerived ? 'transliterated' : served.words.origin,
  }
}

export type AvailableLocale = { locale: Locale; publishedAt: string; derivedFrom: Locale | null }

/** The locales in which a document can be read without falling back, in the order of the table. */
export function availableLocales(card: Card): AvailableLocale[] {
  return localeCodes.flatMap((locale) => {
    const derivedFrom = card.parts[locale] === undefined ? (sourceScripts.get(locale) ?? null) : null
    const publishedAt = card.parts[derivedFrom ?? locale]
    return publishedAt === undefined ? [] : [{ locale, publishedAt, derivedFrom }]
  })
}

export function isAvailableIn(card: Card, locale: string): boolean {
  if (card.parts[locale] !== undefined) return true
  const source = sourceScripts.get(locale)
  return source !== undefined && card.parts[source] !== undefined
}

/**
 * Whether somebody who reads along this chain sees the document at all. What has no words (a
 * source) is visible whenever it is public.
 */
export function isVisible(card: Card, chain: readonly string[]): boolean {
  if (wordless.has(card.type)) return true
  for (const locale of chain) if (isAvailableIn(card, locale)) return true
  const original = card.type === 'quotes' && !isStrict(chain) ? originalOf(card) : undefined
  return original !== undefined && isAvailableIn(card, original)
}

const wordless: ReadonlySet<DocumentType> = new Set(
  (Object.keys(recordShape) as DocumentType[]).filter((type) => !holdsWords(recordShape[type])),
)

function holdsWords(fields: Fields): boolean {
  return leafFields(fields).some(({ field: { kind } }) => kind === 'text' || kind === 'richText')
}

import { isLocale, type Locale, localeRow } from '#locales/table.ts'

type Reader = { locale: Locale; fallback: readonly Locale[] | undefined }
type Json = { readonly [name: string]: unknown }
type Field = {
  path: string
  served: string | null
  dir: string
  isFallback: boolean
  isStale: boolean
  origin: string | null
}
type L10n = { requested: string; chain: string[]; complete: boolean; fields: Field[] }

/** What a document that was asked for everything says about its languages and cannot be true for this reader. */
export function untruths(node: Json, { locale, fallback }: Reader): string[] {
  // The caller asked for all of it.
  const l10n = node._l10n as L10n
  const chain = [locale, ...(fallback ?? localeRow(locale).fallback)]
  const told = new Set(l10n.fields.map(({ path }) => path.split('.')[0]))
  return [
    ...(l10n.requested === locale && l10n.chain.join() === chain.join() ? [] : [`the chain is ${l10n.chain}`]),
    ...(l10n.complete === l10n.fields.every(({ served }) => served === l10n.requested)
      ? []
      : [`complete is ${l10n.complete}`]),
    ...l10n.fields.flatMap((field) => untruthsOf(field, l10n, node)),
    ...Object.keys(node).filter(
      (name) => isTagged(node[name]) && !told.has(name) && !['original', 'quoted'].includes(name),
    ),
    ...(sameLanguage(node.text, node.quoted) ? [] : ['quoted is in another language than the text']),
    ...placesOf(node),
  ]
}

function untruthsOf({ path, served, dir, isFallback, isStale, origin }: Field, l10n: L10n, node: Json): string[] {
  const value = valueAt(node, path.split('.'))
  const isSaid = isTagged(value) ? (value.text ?? value.display ?? value.html) != null : value != null
  const checks: readonly (readonly [boolean, string])[] = [
    [dir === directionOf(served ?? l10n.requested), `dir is ${dir}`],
    [isFallback === (served !== null && served !== l10n.requested), `isFallback is ${isFallback}`],
    [(served === null) === (origin === null), `origin is ${origin}`],
    [served !== null || !isStale, 'nothing is stale'],
    [served === null || l10n.chain.includes(served) || served === node.originalLocale, 'served beyond the chain'],
    [value === undefined || isSaid === (served !== null), `the value is ${JSON.stringify(value)}`],
    [!isTagged(value) || (value.locale ?? null) === served, 'the value is in another language'],
    [!isTagged(value) || value.locale == null || value.dir === directionOf(served), 'the value runs the other way'],
  ]
  return checks.flatMap(([isTrue, why]) => (isTrue ? [] : [`${path} served ${served}: ${why}`]))
}

/** The same words twice, where both are there. */
function sameLanguage(one: unknown, other: unknown): boolean {
  return !isTagged(one) || !isTagged(other) || (one.locale === other.locale && one.dir === other.dir)
}

/** The three ways to ask where else a document can be read say the same. */
function placesOf({ availableLocales, alternates, localizations, path }: Json): string[] {
  const names = (list: unknown, read: (one: Json) => unknown) => (list as Json[]).map(read).join()
  const available = names(availableLocales, ({ locale }) => locale)
  const pages = names(alternates, ({ locale }) => locale)
  const versions = names(localizations, ({ _l10n }) => (_l10n as L10n).requested)
  const paths = (alternates as Json[]).filter((one) => one.path !== String(path).replace(/^\/[^/]+/, `/${one.locale}`))
  return [
    ...(available === pages && pages === versions
      ? []
      : [`available ${available}, pages ${pages}, versions ${versions}`]),
    ...paths.map((one) => `the page in ${one.locale} is ${one.path}`),
  ]
}

/** Undefined where the answer was not asked for it or where what it belongs to is null. */
function valueAt(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return value
  return typeof value === 'object' && value !== null ? valueAt((value as Json)[name], rest) : undefined
}

/** Words that carry their own language. */
function isTagged(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && 'locale' in value && 'dir' in value
}

function directionOf(locale: string | null): string {
  return isLocale(locale) ? localeRow(locale).dir.toUpperCase() : 'LTR'
}

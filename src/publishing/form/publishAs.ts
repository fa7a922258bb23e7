import { isObject } from '#base/isObject.ts'
import { initials, sortName } from '#locales/personName.ts'
import { type Locale, localeCodes, localeRow } from '#locales/table.ts'
import type { LocaleCode, Origin } from '#record/record.ts'
import { digestOfWords, type Stamps, type WorkingCopy, wordFieldsOf } from '#record/workingCopy.ts'

export type PublishAs = 'full' | 'initials' | 'pseudonym' | 'withheld'

/** How a person appears. Nothing chosen is the full name; a word that nobody knows is the most careful one. */
export function publishAsOf(copy: WorkingCopy): PublishAs {
  const chosen = isObject(copy.safety) ? copy.safety.publishAs : undefined
  if (chosen === undefined || chosen === null || chosen === 'full') return 'full'
  return chosen === 'initials' || chosen === 'pseudonym' ? chosen : 'withheld'
}

type ShownName = { given?: string; additional?: string; family?: string; display: string; sort: string }
type Names = { given?: string; additional?: string; family?: string; displayName?: string; pseudonym?: string }

const shownNames = {
  initials: initialsOf,
  pseudonym: ({ pseudonym }) => (pseudonym ? { display: pseudonym, sort: pseudonym } : null),
  withheld: (_, locale) => ({ display: localeRow(locale).withheldName, sort: localeRow(locale).withheldName }),
} satisfies Record<Exclude<PublishAs, 'full'>, (names: Names, locale: Locale) => ShownName | null>

/**
 * A person's working copy as publishAs lets them appear. Anything but the full name also takes away
 * what leads back to it: other spellings, former slugs, the portrait and pages elsewhere. The
 * stamps of the shown names say where they came from and no more: `from` would be a digest of the
 * real name, which anyone can find by trying names.
 */
export function appliedPublishAs(copy: WorkingCopy): WorkingCopy {
  const mode = publishAsOf(copy)
  if (mode === 'full') return copy
  const shown = Object.fromEntries(
    localesWithWords(copy).map((locale) => [locale, shownNames[mode](namesOf(copy, locale), locale)] as const),
  )
  const words = (read: (name: ShownName) => string | undefined) =>
    Object.fromEntries(Object.entries(shown).map(([locale, name]) => [locale, name ? read(name) : undefined]))
  const names = {
    name: {
      given: words((name) => name.given),
      additional: words((name) => name.additional),
      family: words((name) => name.family),
    },
    displayName: words((name) => name.display),
    sortName: words((name) => name.sort),
  }
  return {
    ...copy,
    ...names,
    origins: restamped(copy.origins ?? {}, names),
    alternateNames: [],
    formerSlugs: [],
    portrait: null,
    sameAs: [],
  }
}

function restamped(stamps: Stamps, names: { readonly [field: string]: unknown }): Stamps {
  const shown = wordFieldsOf('people', names)
  const restampedLocale = (locale: LocaleCode) => {
    const own = shown.flatMap(({ path, values }) => {
      const words = values[locale]
      const origin: Origin | undefined = stamps[locale]?.[path]?.origin
      return words !== undefined && origin ? [[path, { digest: digestOfWords(words), origin }] as const] : []
    })
    const others = Object.entries(stamps[locale] ?? {}).filter(([path]) => !isNamePath(path))
    return Object.fromEntries([...others, ...own])
  }
  return Object.fromEntries(Object.keys(stamps).map((locale) => [locale, restampedLocale(locale)]))
}

/** The fields of a person that `appliedPublishAs` changes or takes away. */
export function isGuardedByPublishAs(path: string): boolean {
  const [field = ''] = path.split('/')
  return isNamePath(path) || ['alternateNames', 'formerSlugs', 'portrait', 'sameAs'].includes(field)
}

export function isNamePath(path: string): boolean {
  return path.startsWith('name/') || path === 'displayName' || path === 'sortName'
}

function localesWithWords(copy: WorkingCopy): Locale[] {
  const written = new Set(wordFieldsOf('people', copy).flatMap(({ values }) => Object.keys(values)))
  return localeCodes.filter((locale) => written.has(locale) || pseudonymIn(copy, locale) !== undefined)
}

function namesOf(copy: WorkingCopy, locale: LocaleCode): Names {
  const name = isObject(copy.name) ? copy.name : {}
  return {
    given: textIn(name.given, locale),
    additional: textIn(name.additional, locale),
    family: textIn(name.family, locale),
    displayName: textIn(copy.displayName, locale),
    pseudonym: pseudonymIn(copy, locale),
  }
}

function pseudonymIn(copy: WorkingCopy, locale: LocaleCode): string | undefined {
  return isObject(copy.safety) ? textIn(copy.safety.pseudonym, locale) : undefined
}

function textIn(value: unknown, locale: LocaleCode): string | undefined {
  const text = isObject(value) ? value[locale] : undefined
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** `S. M.`: given and family name; the patronymic would narrow the circle and is left out. */
function initialsOf({ given, family, displayName }: Names, locale: LocaleCode): ShownName | null {
  const [first, ...more] = displayName?.split(/\s+/) ?? []
  const real = given || family ? { given, family } : { given: first, family: more.at(-1) }
  const display = initials(real, locale)
  if (display === '') return null
  const parts = { given: initials({ given: real.given }, locale), family: initials({ family: real.family }, locale) }
  return {
    ...(given && { given: parts.given }),
    ...(family && { family: parts.family }),
    display,
    sort: sortName(parts, locale),
  }
}

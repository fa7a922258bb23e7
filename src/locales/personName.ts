import { givenNameFirst, type NameOrder, type NamePart } from './locale.ts'
import { isLocale, localeRow } from './table.ts'

/** A person's name in one locale. `additional` is the patronymic. */
export type PersonName = { readonly [part in NamePart]?: string | null }

const orderIn = (locale: string): NameOrder => (isLocale(locale) ? localeRow(locale).names : givenNameFirst)

/** "Server Mustafaiev". A person without a family name keeps the patronymic. Empty where there is no name. */
export function displayName(name: PersonName | null | undefined, locale: string): string {
  const parts: readonly NamePart[] = name?.family ? orderIn(locale).display : ['given', 'additional']
  return joined(name, parts).join(' ')
}

/** "Mustafaiev, Server", «Мустафаєв Сервер Рустемович»: what lists sort by and indexes print. */
export function sortName(name: PersonName | null | undefined, locale: string): string {
  const { sort, sortMark } = orderIn(locale)
  const [first, ...more] = joined(name, sort)
  if (first === undefined) return ''
  return more.length === 0 ? first : [first + (name?.family ? sortMark : ''), ...more].join(' ')
}

/** "S. M.", «Е.-У. К.»: all that is shown of a person who is published by initials. */
export function initials(name: PersonName | null | undefined, locale: string): string {
  const casing = isLocale(locale) ? localeRow(locale).collation : 'en'
  return joined(name, orderIn(locale).display)
    .map((part) =>
      part
        .split(/[\s-]+/)
        .filter(Boolean)
        .map((word) => initial(word, casing))
        .join('-'),
    )
    .join(' ')
}

function initial(word: string, casing: string): string {
  return `${String([...word].find((letter) => /\p{L}/u.test(letter)) ?? '').toLocaleUpperCase(casing)}.`
}

function joined(name: PersonName | null | undefined, parts: readonly NamePart[]): string[] {
  return parts.map((part) => name?.[part]?.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '').filter(Boolean)
}

/** A person's name in one locale. `additional` is the patronymic. */
export type PersonName = { given?: string | null; additional?: string | null; family?: string | null }

type NamePart = keyof PersonName

/** How a locale puts a name together: order in running text, order in a sorted list, what stands after the first part there. */
type NameOrder = { display: readonly NamePart[]; sort: readonly NamePart[]; sortMark: string; casing: string }

const standard: NameOrder = {
  display: ['given', 'family'],
  sort: ['family', 'given', 'additional'],
  sortMark: ',',
  casing: 'en',
}

/** Only what differs from the standard. */
const orders: Readonly<Record<string, Partial<NameOrder>>> = {
  uk: { sortMark: '', casing: 'uk' },
  ru: { sortMark: '', casing: 'ru' },
  tr: { casing: 'tr' },
  // Intl does not know Crimean Tatar; Turkish has its dotted and dotless i.
  'crh-Latn': { casing: 'tr' },
  'crh-Cyrl': { sortMark: '', casing: 'ru' },
  ar: { sortMark: '،' },
}

const orderOf = (locale: string): NameOrder => ({ ...standard, ...orders[locale] })

/** "Server Mustafaiev". A person without a family name keeps the patronymic. Empty where there is no name. */
export function displayName(name: PersonName | null | undefined, locale: string): string {
  const parts: readonly NamePart[] = name?.family ? orderOf(locale).display : ['given', 'additional']
  return joined(name, parts).join(' ')
}

/** "Mustafaiev, Server", «Мустафаєв Сервер Рустемович»: what lists sort by and indexes print. */
export function sortName(name: PersonName | null | undefined, locale: string): string {
  const { sort, sortMark } = orderOf(locale)
  const [first, ...more] = joined(name, sort)
  if (first === undefined) return ''
  return more.length === 0 ? first : [first + (name?.family ? sortMark : ''), ...more].join(' ')
}

/** "S. M.", «Е.-У. К.»: all that is shown of a person who is published by initials. */
export function initials(name: PersonName | null | undefined, locale: string): string {
  const { display, casing } = orderOf(locale)
  return joined(name, display)
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

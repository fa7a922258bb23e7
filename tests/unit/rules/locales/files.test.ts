import { describe, expect, it } from 'vitest'
import { parseEdtf } from '#dates/edtf.ts'
import { formatDate } from '#locales/formatDate.ts'
import { type Locale, localeRow, locales } from '#locales/table.ts'

/** A reader of the language sees at once when a letter is of a neighbour’s alphabet. */
const foreignLetters: { readonly [code: string]: RegExp } = {
  en: /[^\p{ASCII}\P{L}]/u,
  uk: /[ыэъё]/i,
  ru: /[іїєґў]/i,
  tr: /[qwxñ]/i,
  'crh-Latn': /[wxə]/i,
  'crh-Cyrl': /[іїєґў]/i,
}

/** The marks that printers of the language set. */
const quotationMarks: { readonly [code: string]: readonly [string, string] } = {
  en: ['“', '”'],
  uk: ['«', '»'],
  ru: ['«', '»'],
  tr: ['“', '”'],
  'crh-Latn': ['«', '»'],
  'crh-Cyrl': ['«', '»'],
  ar: ['«', '»'],
}

/** What a mother, a brother and somebody’s child are to another, as an attribution line says it. */
const kin: { readonly [code: string]: readonly [mother: string, brother: string, child: string] } = {
  en: ['mother', 'brother', 'child'],
  uk: ['мати', 'брат', 'дитина'],
  ru: ['мать', 'брат', 'ребёнок'],
  tr: ['annesi', 'erkek kardeşi', 'çocuğu'],
  'crh-Latn': ['anası', 'qardaşı', 'balası'],
  'crh-Cyrl': ['анасы', 'къардашы', 'баласы'],
  ar: ['والدة', 'أخ', 'من أبناء'],
}

/** Every text of a locale file. A file whose labels are carried over from another script holds none of its own. */
function textsOf(code: Locale): string[] {
  const { name, withheldName, attribution, labels, transliteratesLabels } = localeRow(code)
  const dates = ['2018~', '2018-05?', '201X', '2018-23', '2018/..', '../2018', '2018/', '/2018', '{2018,2019}']
  return [
    name,
    withheldName,
    attribution.line('', '', ''),
    ...leaves(attribution.kin),
    ...(transliteratesLabels ? [] : leaves(labels)),
    ...dates.filter((text) => parseEdtf(text).ok).map((text) => formatDate(text, code)),
  ]
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

function isPersonal({ org, ...person }: { org?: string }): boolean {
  return org !== undefined && leaves(person).includes(org)
}

describe.each(locales.map(({ code }) => code))('the file of %s', (code) => {
  const row = localeRow(code)
  // Undefined for a code that Intl does not know.
  const { script } = new Intl.Locale(code).maximize()

  it('is written in the letters of its script, and of its language', () => {
    const letters = script ? new RegExp(`^[\\P{L}\\p{Script=${script}}\\p{Lm}]*$`, 'u') : /^/
    expect(textsOf(code).filter((text) => !letters.test(text))).toEqual([])
    expect(textsOf(code).filter((text) => foreignLetters[code]?.test(text))).toEqual([])
  })

  it('reads in the direction of its script', () => {
    if (script) expect(row.dir).toBe(['Arab', 'Hebr', 'Syrc', 'Thaa'].includes(script) ? 'rtl' : 'ltr')
  })

  it('quotes in the marks of its language', () => {
    expect(row.quotationMarks).toEqual(quotationMarks[code] ?? row.quotationMarks)
  })

  it('says nothing about names in English', () => {
    const { withheldName, attribution, name } = localeRow('en')
    const english = code === 'en' ? [] : [name, withheldName, ...leaves(attribution.kin)]
    expect(
      [row.name, row.withheldName, ...leaves(row.attribution.kin)].filter((text) => english.includes(text)),
    ).toEqual([])
  })

  it('has a word for a relative whose gender is not public that tells none', () => {
    const telling = Object.entries(row.attribution.kin).filter(
      ([, word]) => typeof word !== 'string' && (word.m === word.f || word.n === word.m || word.n === word.f),
    )
    expect(telling).toEqual([])
  })

  it('calls no two relations alike, and a mother, a brother and a child what they are', () => {
    const forms = Object.values(row.attribution.kin).flatMap((word) => [...new Set(leaves(word))])
    expect(new Set(forms).size).toBe(forms.length)
    const { parent, sibling, child } = row.attribution.kin
    const said = [parent, sibling, child].map((word, index) =>
      typeof word === 'string' ? word : [word.f, word.m, word.n][index],
    )
    expect(said).toEqual(kin[code] ?? said)
  })

  it('calls an organization in a role by no word for a person', () => {
    const personal = Object.entries(row.labels.participantRole).filter(
      ([, label]) => typeof label === 'object' && isPersonal(label),
    )
    expect(personal).toEqual([])
  })
})

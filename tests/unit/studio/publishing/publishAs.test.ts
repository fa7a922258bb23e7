import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '#base/digest.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { personSigns } from '#names/withheld/personSigns.ts'
import { projectForm } from '#publishing/form/projectForm.ts'
import { publishAsOf } from '#publishing/form/publishAs.ts'
import { standingOf } from '#publishing/form/standing.ts'
import { gates, type SayingShown } from '#publishing/gates/gates.ts'
import { realNamesOf } from '#publishing/withheld/realNames.ts'
import { stringsOf } from '#publishing/withheld/strings.ts'
import type { Form, LocaleCode } from '#record/record.ts'
import type { WorkingCopy } from '#record/workingCopy.ts'

const at = '2024-01-01T00:00:00.000Z'
const secret = /zubrovka|зубровка|marzanna|марзанна|szelestov|шелестов/iu

const person: WorkingCopy = {
  id: 'me',
  sourceLocale: 'en',
  slug: 'case-17',
  formerSlugs: [{ id: 'f', slug: 'marzanna-zubrovka' }],
  name: {
    given: { en: 'Marzanna', uk: 'Марзанна' },
    additional: { uk: 'Шелестовна' },
    family: { en: 'Zubrovka', uk: 'Зубровка' },
  },
  displayName: { en: 'Marzanna Zubrovka', uk: 'Марзанна Зубровка' },
  sortName: { en: 'Zubrovka, Marzanna', uk: 'Зубровка Марзанна' },
  alternateNames: [{ id: 'a', value: 'Marzanna Szelestova', locale: 'pl', kind: 'former' }],
  description: { en: 'A teacher', uk: 'Учителька' },
  portrait: 'face',
  sameAs: ['https://example.org/Marzanna_Zubrovka'],
  origins: {
    en: { 'name/given': { digest: digestOf('Marzanna'), origin: 'authored' } },
    uk: {
      'name/given': { digest: digestOf('Марзанна'), origin: 'transliterated', from: digestOf('Marzanna') },
      displayName: { digest: digestOf('Марзанна Зубровка'), origin: 'human', from: digestOf('Marzanna Zubrovka') },
    },
  },
}
const shownAs = (publishAs: string, more: Partial<WorkingCopy> = {}): WorkingCopy =>
  ({ ...person, safety: { publishAs, pseudonym: { en: 'Olga', uk: 'Ольга' } }, ...more }) as WorkingCopy
const all = { facts: true, locales: ['en', 'uk'] }
const formOf = (copy: WorkingCopy, published: Form | null = null, parts = all) =>
  projectForm('people', copy, published, parts, at)
const namesIn = (form: Form, locale: LocaleCode) =>
  Object.fromEntries(
    Object.entries(form.card.words[locale] ?? {}).flatMap(([path, { value }]) =>
      path === 'description' ? [] : [[path, value]],
    ),
  )

function refusalsOf(
  name: 'nameShown' | 'publishAsEverywhere' | 'pseudonym' | 'name',
  copy: WorkingCopy,
  published: Form | null = null,
  parts = all,
) {
  const form = formOf(copy, published, parts)
  const given = { type: 'people', copy, published, form, parts, at } as const
  return gates[name].check({ ...given, sayings: publishAsOf(copy) === 'full' ? [] : ownSayings(form, copy) })
}

/** As they are found where nothing else is public. */
function ownSayings(form: Form, copy: WorkingCopy): SayingShown[] {
  const signs = personSigns(realNamesOf(copy))
  return stringsOf(form).flatMap((string) => {
    const [first] = namesSaidIn(string.text, signs, { aboutPerson: true })
    const place = {
      document: 'people:me',
      about: 'people:me',
      title: 'me',
      person: 'me',
      position: string.path,
      isTold: true,
    } as const
    return first ? [{ ...string, ...place, said: first.said, standing: 'own' }] : []
  })
}

describe('publishAs', () => {
  it.each(['initials', 'pseudonym', 'withheld', 'some other word'])('%s: no form contains the name', (publishAs) => {
    expect(JSON.stringify(formOf(shownAs(publishAs)))).not.toMatch(secret)
  })

  it.each(['initials', 'pseudonym', 'withheld'])('%s: no digest of the name leaves either', (publishAs) => {
    const text = JSON.stringify(formOf(shownAs(publishAs)))
    for (const name of ['Marzanna', 'Zubrovka', 'Marzanna Zubrovka', 'Марзанна', 'Зубровка'])
      expect(text).not.toContain(digestOf(name))
  })

  it.each(['initials', 'pseudonym', 'withheld'])('%s: nothing that leads back to the person', (publishAs) => {
    const { card } = formOf(shownAs(publishAs))
    expect(card).not.toHaveProperty('formerSlugs')
    expect(card.facts).toEqual({})
  })

  it('full: everything is there', () => {
    const { card } = formOf(shownAs('full'))
    expect(card).toMatchObject({
      slug: 'case-17',
      formerSlugs: ['marzanna-zubrovka'],
      facts: { portrait: 'media:face' },
    })
    expect(namesIn({ card, body: { words: {} } }, 'en')).toEqual({
      'name/given': 'Marzanna',
      'name/family': 'Zubrovka',
      displayName: 'Marzanna Zubrovka',
      sortName: 'Zubrovka, Marzanna',
    })
  })

  it('initials in each script', () => {
    const form = formOf(shownAs('initials'))
    expect(namesIn(form, 'en')).toEqual({
      'name/given': 'M.',
      'name/family': 'Z.',
      displayName: 'M. Z.',
      sortName: 'Z., M.',
    })
    expect(namesIn(form, 'uk')).toMatchObject({ displayName: 'М. З.' })
  })

  it('initials say where the name came from, and not from which name', () => {
    const shown = formOf(shownAs('initials')).card.words.uk?.['name/given']
    expect(shown).toEqual({ value: 'М.', digest: digestOf('М.'), origin: 'transliterated' })
  })

  it('a pseudonym per locale, and nothing where there is none', () => {
    const form = formOf(shownAs('pseudonym'))
    expect(namesIn(form, 'en')).toEqual({ displayName: 'Olga', sortName: 'Olga' })
    expect(namesIn(form, 'uk')).toEqual({ displayName: 'Ольга', sortName: 'Ольга' })
    const without = formOf(shownAs('pseudonym', { safety: { publishAs: 'pseudonym', pseudonym: { en: 'Olga' } } }))
    expect(namesIn(without, 'uk')).toEqual({})
  })

  it("withheld says so in the reader's language", () => {
    const form = formOf(shownAs('withheld'))
    expect(namesIn(form, 'en')).toEqual({ displayName: 'Name withheld', sortName: 'Name withheld' })
    expect(namesIn(form, 'uk').displayName).toMatch(/розголош/)
  })

  it('the canary: whatever a person is called, only the full name shows it', () => {
    const letters = fc.stringMatching(/^[A-Z][a-z]{6,12}$/)
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.constantFrom('initials', 'pseudonym', 'withheld'),
        (given, family, publishAs) => {
          const copy = shownAs(publishAs, {
            name: { given: { en: given, uk: given }, family: { en: family, uk: family } },
            displayName: { en: `${given} ${family}`, uk: `${given} ${family}` },
            sortName: { en: `${family}, ${given}`, uk: family },
            alternateNames: [{ id: 'a', value: given }],
          })
          const text = JSON.stringify(formOf(copy))
          expect(text.includes(given) || text.includes(family)).toBe(false)
        },
      ),
    )
  })

  it('a change of publishAs is pending in facts and in every public locale', () => {
    const published = formOf(shownAs('full'))
    expect(standingOf('people', shownAs('withheld'), published).pendingIn).toEqual(['facts', 'en', 'uk'])
  })
})

describe('the name is not given away elsewhere', () => {
  const leaks: [string, Partial<WorkingCopy>][] = [
    ['description', { description: { en: 'Zubrovka is a teacher', uk: 'Учителька' } }],
    ['a declined name', { description: { en: 'A teacher', uk: 'Справа Зубровки' } }],
    ['another script', { description: { en: 'A teacher', uk: 'Справа Шелестової' } }],
    ['slug', { slug: 'zubrovka-2' }],
    [
      'an address of a recognition',
      { recognitions: [{ id: 'r', kind: 'award', url: 'https://example.org/free-marzanna' }] },
    ],
    ['the label of a charge', { charges: [{ id: 'c', label: { en: 'Being Marzanna' } }] }],
    [
      'biography',
      {
        biography: {
          uk: {
            root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Марзанну затримали.' }] }] },
          },
        },
      },
    ],
    [
      'the address of a link',
      {
        biography: {
          en: {
            root: {
              children: [
                {
                  type: 'paragraph',
                  children: [
                    {
                      type: 'link',
                      fields: { url: 'https://example.org/marzanna' },
                      children: [{ type: 'text', text: 'here' }],
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    ],
  ]
  it.each(leaks)('refused: %s', (_, more) => {
    expect(refusalsOf('nameShown', shownAs('withheld', more))).not.toEqual([])
    expect(refusalsOf('nameShown', shownAs('full', more))).toEqual([])
  })

  it.each([
    [
      'a common word of the same letters',
      {
        name: { given: { en: 'Server' }, family: { en: 'Ali' } },
        displayName: {},
        sortName: {},
        alternateNames: [],
        description: { en: 'He runs a server and is Alive' },
      },
    ],
    ['nothing', {}],
  ])('not refused: %s', (_, more) => {
    expect(refusalsOf('nameShown', shownAs('withheld', more))).toEqual([])
  })

  it('refused where a locale that is not published again still shows the name', () => {
    const published = formOf(shownAs('full'))
    expect(refusalsOf('nameShown', shownAs('withheld'), published, { facts: true, locales: ['en'] })).toContainEqual(
      expect.objectContaining({ part: 'uk' }),
    )
    expect(refusalsOf('nameShown', shownAs('withheld'), published)).toEqual([])
  })

  it('initials do not stay beside a pseudonym', () => {
    const published = formOf(shownAs('initials'))
    expect(
      refusalsOf('publishAsEverywhere', shownAs('pseudonym'), published, { facts: true, locales: ['en'] }),
    ).toEqual([{ part: 'uk', unless: ['uk'] }])
    expect(refusalsOf('publishAsEverywhere', shownAs('pseudonym'), published)).toEqual([])
  })
})

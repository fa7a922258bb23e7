import type { PartialDate } from '#base/time/partialDate.ts'
import { parseEdtf } from '#dates/edtf.ts'
import type { Form } from '#record/record.ts'
import { richTextOf } from '#record/richText.ts'
import type { Ref } from '#record/shape.ts'
import { build } from './build.ts'

/**
 * Forms in which nothing is missing: one of each type and those that they name, every fact, every word in English and Arabic; one
 * of them is translated in part only.
 */
export function wholeForms(): Form[] {
  return [person, mother, quote, verdict, trial, picture, organization, prison, region, source]
}

const sources: Ref<'sources'>[] = ['sources:s']
const on = (edtf: string): PartialDate => {
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.date
}

/** Words in English, and in Arabic what stands for them. */
const inBoth = (words: Record<string, string>): Record<string, Record<string, string>> => ({
  en: words,
  ar: Object.fromEntries(Object.entries(words).map(([path, text]) => [path, `${arabic} ${text.length}`])),
})
const arabic = 'كلمات'

const person: Form = withBiography(
  build.person({
    id: 'whole',
    slug: 'whole-person',
    formerSlugs: ['former-person'],
    facts: {
      alternateNames: [{ id: 'n', value: 'Whole of Persons', locale: 'en', kind: 'spelling' }],
      kind: 'prisoner',
      gender: 'male',
      birthDate: on('1986-05-21'),
      // Doubted: a death that is told would end custody and letters.
      deathDate: on('2024-02?'),
      occupations: [{ id: 'o', organization: 'organizations:o', date: on('2010/2018'), sources }],
      relations: [{ id: 'r', type: 'parent', person: 'people:mother', count: 1, sources }],
      charges: [
        {
          id: 'c',
          statute: 'RU-CC',
          article: '205.5 part 2',
          penaltyMinYears: 10,
          penaltyMaxYears: 20,
          date: on('2018-05'),
          event: 'events:verdict',
          sources,
        },
      ],
      recognitions: [
        {
          id: 'g',
          kind: 'politicalPrisoner',
          organization: 'organizations:o',
          date: on('2019'),
          url: 'https://organization.example/list',
          sources,
        },
      ],
      letters: { accepted: true, checkedOn: on('2023-01-15') },
      portrait: 'media:m',
      sameAs: ['https://elsewhere.example/whole'],
    },
    words: inBoth({
      displayName: 'Whole Person',
      sortName: 'Person, Whole',
      'name/given': 'Whole',
      'name/additional': 'Of',
      'name/family': 'Person',
      description: 'Somebody of whom everything is told.',
      'occupations/o/title': 'Teacher',
      'relations/r/label': 'his mother',
      'charges/c/label': 'participation',
      'recognitions/g/note': 'in a list of names',
      'letters/note': 'Write in large letters.',
    }),
  }),
)

const mother = build.person({
  id: 'mother',
  slug: 'mother',
  facts: { kind: 'relative', gender: 'female', relations: [{ id: 'r', type: 'child', person: 'people:whole' }] },
  words: {
    en: { displayName: 'Mother Person', sortName: 'Person, Mother', description: 'Who speaks for him.' },
    uk: { displayName: 'Мати Особи', sortName: 'Особа, Мати' },
  },
})

const quote = build.quote({
  id: 'q',
  facts: {
    originalLocale: 'ar',
    speaker: 'people:mother',
    about: ['people:whole', 'events:verdict'],
    connection: 'relative',
    saidOn: on('2021-03-04'),
    sources,
    recording: 'media:m',
    featured: true,
    order: 1,
  },
  words: inBoth({ text: 'What was said, in full.', speakerLabel: 'his mother' }),
})

const verdict = build.event({
  id: 'verdict',
  facts: {
    kind: 'verdict',
    date: on('2020-09-16'),
    localTime: '15:30',
    timeZone: 'Europe/Moscow',
    place: 'places:prison',
    placePrecision: 'exact',
    participants: [
      { id: 'p', who: 'people:whole', role: 'victim' },
      { id: 'j', who: 'organizations:o', role: 'judge' },
    ],
    outcome: {
      custodyStatus: 'serving',
      procedure: 'final',
      place: 'places:prison',
      sentence: { years: 14, months: 2, regime: 'strictRegime' },
      charges: [{ id: 'c', statute: 'RU-CC', article: '205.5 part 2' }],
    },
    certainty: 'confirmed',
    partOf: 'events:trial',
    sources,
    media: ['media:m'],
  },
  words: inBoth({ title: 'The verdict', description: 'What the court decided.' }),
})

const trial = build.event({
  id: 'trial',
  facts: { kind: 'hearing', date: on('2019-11/2020-09') },
  words: inBoth({ title: 'The trial' }),
})

const picture = build.media({
  id: 'm',
  facts: {
    filename: 'whole.webp',
    mimeType: 'image/webp',
    filesize: 1000,
    width: 800,
    height: 600,
    focalX: 50,
    focalY: 40,
    thumbhash: 'AAAA',
    sha256: '0'.repeat(64),
    variants: [
      {
        name: 'w640',
        file: 'whole-w640.webp',
        mimeType: 'image/webp',
        width: 640,
        height: 480,
        bytes: 700,
        sha256: '1'.repeat(64),
      },
    ],
    creator: 'A Photographer',
    creditText: 'Photograph: A Photographer',
    copyrightNotice: '© A Photographer',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    takenOn: on('2017'),
    personsShown: ['people:whole'],
    sensitivity: 'personalInformation',
  },
  words: inBoth({ alt: 'A man in a suit.', caption: 'Before it all.' }),
})

const organization = build.organization({
  id: 'o',
  facts: { kind: 'ngo', url: 'https://organization.example', sameAs: ['https://elsewhere.example/organization'] },
  words: inBoth({ name: 'The Organization', abbreviation: 'TO' }),
})

const prison = build.place({
  id: 'prison',
  facts: {
    kind: 'prison',
    within: 'places:region',
    coordinates: { latitude: 52.7, longitude: 41.4 },
    postalAddress: { lines: ['A street 1', 'A town'], postalCode: '392000' },
    letterRules: { locales: ['ru'], checkedOn: on('2023-02') },
    deJureCountry: 'RU',
    controlledBy: 'RU',
  },
  words: inBoth({ name: 'The prison', 'letterRules/note': 'Two pages at most.' }),
})

const region = build.place({ id: 'region', facts: { kind: 'region' }, words: inBoth({ name: 'The region' }) })

const source = build.source({
  id: 's',
  facts: {
    title: 'The report',
    url: 'https://source.example/report',
    publisher: 'organizations:o',
    author: 'An Author',
    publishedOn: on('2020-10-01'),
    accessedOn: on('2021-01-01'),
    locale: 'uk',
    kind: 'report',
    archiveUrl: 'https://archive.example/report',
    archiveSha256: '2'.repeat(64),
  },
})

/** A story with a heading, and links to a public document, to one that is not, and elsewhere. */
function withBiography(form: Form<'people'>): Form<'people'> {
  const told = richTextOf({
    root: {
      children: [
        { type: 'heading', tag: 'h1', children: [{ type: 'text', text: 'Life & <work>' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Born in ', format: 1 },
            linkTo({ linkType: 'internal', doc: { relationTo: 'places', value: 'region' } }, 'the region'),
            linkTo({ linkType: 'internal', doc: { relationTo: 'places', value: 'hidden' } }, 'a house'),
            linkTo({ linkType: 'custom', url: 'https://elsewhere.example/?a=1&b="2"' }, 'elsewhere'),
            linkTo({ linkType: 'custom', url: 'javascript:alert(1)' }, 'nowhere'),
          ],
        },
      ],
    },
  })
  if (!told) throw new Error('The story of a whole form is empty.')
  const biography = { value: told, digest: 'd', origin: 'authored' } as const
  return { ...form, body: { words: { en: { biography }, ar: { biography } } } }
}

function linkTo(fields: unknown, text: string) {
  return { type: 'link', fields, children: [{ type: 'text', text }] }
}

import { expect, it } from 'vitest'
import { localeCodes } from '#locales/table.ts'
import { build } from '#tests/build/build.ts'
import { wholeForms } from '#tests/build/wholeForms.ts'
import { world } from '#tests/harness/queries/world.ts'

type Json = { readonly [name: string]: unknown }

const thing = ['name', 'description', 'alternateName', 'sameAs', 'url', 'image']
const creativeWork = [
  ...thing,
  ...['text', 'about', 'author', 'publisher', 'creator', 'isBasedOn', 'inLanguage', 'archivedAt', 'license'],
  ...['dateCreated', 'datePublished', 'creditText', 'copyrightNotice'],
]
const mediaObject = [...creativeWork, 'contentUrl', 'encodingFormat', 'width', 'height', 'sha256']

/** The properties that https://schema.org has for each type, those of the types above it included, as far as we use them. */
const vocabulary: { readonly [type: string]: readonly string[] } = {
  Person: [...thing, 'givenName', 'additionalName', 'familyName', 'gender', 'birthDate', 'deathDate'],
  Quotation: [...creativeWork, 'spokenByCharacter'],
  CreativeWork: creativeWork,
  Event: [...thing, 'startDate', 'endDate', 'location', 'superEvent'],
  ImageObject: [...mediaObject, 'caption'],
  VideoObject: [...mediaObject, 'caption'],
  Organization: thing,
  Place: [...thing, 'containedInPlace', 'geo', 'address'],
  GeoCoordinates: [...thing, 'latitude', 'longitude'],
  PostalAddress: [...thing, 'streetAddress', 'postalCode', 'addressCountry'],
}

const addresses = ['url', 'sameAs', 'contentUrl', 'license', 'archivedAt', 'isBasedOn']
const dates = ['birthDate', 'deathDate', 'startDate', 'endDate', 'dateCreated', 'datePublished']

const film = build.media({ facts: { mimeType: 'video/mp4' }, words: { en: { caption: 'A film' } } })
const { query } = world(...wholeForms(), film)

it.each(localeCodes)(
  'jsonLd in %s has the properties of schema.org, whole addresses, days and tagged words',
  async (locale) => {
    const { data } = await query(
      'query ($l: Locale) { ' +
        ['people', 'quotes', 'events', 'mediaItems', 'organizations', 'places', 'sources']
          .map((list) => `${list}(locale: $l, fallback: ["en", "ar"]) { nodes { id jsonLd } }`)
          .join(' ') +
        '}',
      { l: locale },
    )
    const nodes: { id: string; jsonLd: Json }[] = Object.values<{ nodes: [] }>(data).flatMap((list) => list.nodes)
    expect(nodes).toHaveLength(wholeForms().length + 1)
    for (const { id, jsonLd } of nodes) {
      const { '@context': context, ...rest } = jsonLd
      expect(context).toBe('https://schema.org')
      expect(faultsOf(rest), id).toEqual([])
    }
  },
)

/** What the vocabulary does not have, and values that are not what it says. */
function faultsOf({ '@type': type, '@id': _, ...properties }: Json): string[] {
  const known = vocabulary[String(type)]
  if (!known) return [`no type ${type}`]
  return Object.entries(properties).flatMap(([name, value]) => [
    ...(known.includes(name) ? [] : [`no ${type}.${name}`]),
    ...[value].flat().flatMap((one) => faultOf(name, one)),
  ])
}

function faultOf(name: string, value: unknown): string[] {
  if (typeof value === 'object' && value !== null)
    return '@value' in value ? faultOfWords(value) : faultsOf(value as Json)
  const isRight =
    (addresses.includes(name) && /^https:\/\/[^/]+/.test(String(value))) ||
    (dates.includes(name) && /^\d{4}(-\d\d){0,2}$/.test(String(value))) ||
    (!addresses.includes(name) && !dates.includes(name) && value !== '' && value != null)
  return isRight ? [] : [`${name} is ${value}`]
}

/** Words in another language than the page's: a value and its language, nothing else. */
function faultOfWords(words: Json): string[] {
  const isTagged =
    Object.keys(words).sort().join() === '@language,@value' && localeCodes.some((one) => one === words['@language'])
  return isTagged ? [] : [`words are ${JSON.stringify(words)}`]
}

import type { DocumentType, PartialDate, Ref } from '#record/shape.ts'
import type { GraphContext } from '../context.ts'
import { type Node, nodeOf, servedText } from './node.ts'
import { fileUrl, pageUrl } from './paths.ts'

type Json = { [name: string]: unknown }

/** Each type as schema.org says it. Words in another language than the requested one are tagged with theirs. */
const projections: { readonly [type in DocumentType]: (node: Node<type>, context: GraphContext) => Json } = {
  people: (node, context) => {
    const { facts } = node.entry.card
    const portrait = nodeOf(facts.portrait, node.request, context)
    return {
      '@type': 'Person',
      name: word(node, 'displayName', context),
      givenName: word(node, 'name/given', context),
      additionalName: word(node, 'name/additional', context),
      familyName: word(node, 'name/family', context),
      alternateName: facts.alternateNames?.flatMap(({ value }) => value ?? []),
      description: word(node, 'description', context),
      gender: facts.gender && genders[facts.gender],
      birthDate: exactDate(facts.birthDate),
      deathDate: exactDate(facts.deathDate),
      image: portrait && imageOf(portrait, context),
      sameAs: facts.sameAs,
    }
  },
  quotes: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Quotation',
      text: word(node, 'text', context),
      dateCreated: exactDate(facts.saidOn),
      spokenByCharacter: named(facts.speaker, 'Person', 'displayName', node, context),
      about: facts.about?.flatMap(
        (ref) =>
          named(
            ref,
            ref.startsWith('people:') ? 'Person' : 'Event',
            ref.startsWith('people:') ? 'displayName' : 'title',
            node,
            context,
          ) ?? [],
      ),
      isBasedOn: facts.sources?.flatMap((ref) => nodeOf(ref, node.request, context)?.entry.card.facts.url ?? []),
    }
  },
  events: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Event',
      name: word(node, 'title', context),
      description: word(node, 'description', context),
      ...timeSpan(facts.date),
      location: facts.placePrecision === 'withheld' ? undefined : named(facts.place, 'Place', 'name', node, context),
      superEvent: named(facts.partOf, 'Event', 'title', node, context),
    }
  },
  media: (node, context) => imageOf(node, context),
  organizations: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Organization',
      name: word(node, 'name', context),
      alternateName: word(node, 'abbreviation', context),
      sameAs: [...(facts.url ? [facts.url] : []), ...(facts.sameAs ?? [])],
    }
  },
  places: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'Place',
      name: word(node, 'name', context),
      containedInPlace: named(facts.within, 'Place', 'name', node, context),
      geo: facts.coordinates && { '@type': 'GeoCoordinates', ...facts.coordinates },
      address: facts.postalAddress && {
        '@type': 'PostalAddress',
        streetAddress: facts.postalAddress.lines?.join('\n'),
        postalCode: facts.postalAddress.postalCode,
        addressCountry: facts.deJureCountry,
      },
    }
  },
  sources: (node, context) => {
    const { facts } = node.entry.card
    return {
      '@type': 'CreativeWork',
      name: facts.title,
      author: facts.author && { '@type': 'Person', name: facts.author },
      publisher: named(facts.publisher, 'Organization', 'name', node, context),
      datePublished: exactDate(facts.publishedOn),
      inLanguage: facts.locale,
      archivedAt: facts.archiveUrl,
      sameAs: facts.url,
    }
  },
}

export function jsonLdOf(node: Node, context: GraphContext): Json {
  // The type of a card says which projection is its own.
  const project = projections[node.entry.card.type] as (node: Node, context: GraphContext) => Json
  const url = pageUrl(node, node.request.locale, context)
  return whole({
    '@context': 'https://schema.org',
    '@id': url ?? `urn:holos:${node.entry.key}`,
    ...project(node, context),
    url: url ?? undefined,
  })
}

const genders = {
  female: 'https://schema.org/Female',
  male: 'https://schema.org/Male',
  other: undefined,
  unknown: undefined,
}

function word(node: Node, path: string, context: GraphContext): unknown {
  const served = servedText(node, path, context)
  if (!served || served.locale === node.request.locale) return served?.value
  return { '@value': served.value, '@language': served.locale }
}

function named(ref: Ref | undefined, type: string, path: string, from: Node, context: GraphContext): Json | undefined {
  const node = nodeOf(ref, from.request, context)
  if (!node) return undefined
  const url = pageUrl(node, node.request.locale, context)
  return whole({ '@type': type, '@id': url ?? `urn:holos:${node.entry.key}`, name: word(node, path, context) })
}

/** By the kind of file; each of these has a caption, which the MediaObject above them has not. */
const mediaTypes: { readonly [kind: string]: string } = { audio: 'AudioObject', video: 'VideoObject' }

function imageOf(media: Node<'media'>, context: GraphContext): Json {
  const { facts } = media.entry.card
  return whole({
    '@type': mediaTypes[facts.mimeType?.split('/')[0] ?? ''] ?? 'ImageObject',
    contentUrl: facts.filename && (fileUrl(facts.filename, context) ?? undefined),
    encodingFormat: facts.mimeType,
    width: facts.width,
    height: facts.height,
    caption: word(media, 'caption', context),
    description: word(media, 'alt', context),
    creator: facts.creator && { '@type': 'Person', name: facts.creator },
    creditText: facts.creditText,
    copyrightNotice: facts.copyrightNotice,
    license: facts.licence,
    dateCreated: exactDate(facts.takenOn),
    sha256: facts.sha256,
  })
}

/** A day, month or year is said as such; only what took its time has another end than its beginning. */
function timeSpan(date: PartialDate | undefined): Json {
  if (date?.precision !== 'interval') return { startDate: exactDate(date) }
  return { startDate: date.earliest ?? undefined, endDate: date.latest ?? undefined }
}

/** schema.org dates are ISO 8601: what is uncertain, an interval or a set has no such form. */
function exactDate(date: PartialDate | undefined): string | undefined {
  return date && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date.edtf) ? date.edtf : undefined
}

/** Without what is empty. */
function whole(json: Json): Json {
  return Object.fromEntries(
    Object.entries(json).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

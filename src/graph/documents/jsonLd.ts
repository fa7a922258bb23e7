import type { PartialDate } from '#base/time/partialDate.ts'
import type { DocumentType, Ref } from '#record/shape.ts'
import type { GraphContext } from '../context.ts'
import { type Node, nodeOf, servedText } from './node.ts'
import { fileUrl, pageUrl } from './paths.ts'

type Json = { [name: string]: unknown }

/** A document as its type says it in schema.org. Words in another language than the requested one are tagged with theirs. */
export type Projection<Type extends DocumentType> = (node: Node<Type>, context: GraphContext) => Json

export function jsonLdOf(node: Node, projected: Json, context: GraphContext): Json {
  const url = pageUrl(node, node.request.locale, context)
  return whole({
    '@context': 'https://schema.org',
    '@id': url ?? `urn:holos:${node.entry.key}`,
    ...projected,
    url: url ?? undefined,
  })
}

export function tagged(node: Node, path: string, context: GraphContext): unknown {
  const served = servedText(node, path, context)
  if (!served || served.locale === node.request.locale) return served?.value
  return { '@value': served.value, '@language': served.locale }
}

export function named(
  ref: Ref | undefined,
  type: string,
  path: string,
  from: Node,
  context: GraphContext,
): Json | undefined {
  const node = nodeOf(ref, from.request, context)
  if (!node) return undefined
  const url = pageUrl(node, node.request.locale, context)
  return whole({ '@type': type, '@id': url ?? `urn:holos:${node.entry.key}`, name: tagged(node, path, context) })
}

/** By the kind of file; each of these has a caption, which the MediaObject above them has not. */
const mediaTypes: { readonly [kind: string]: string } = { audio: 'AudioObject', video: 'VideoObject' }

export function imageOf(media: Node<'media'>, context: GraphContext): Json {
  const { facts } = media.entry.card
  return whole({
    '@type': mediaTypes[facts.mimeType?.split('/')[0] ?? ''] ?? 'ImageObject',
    contentUrl: facts.filename && (fileUrl(facts.filename, context) ?? undefined),
    encodingFormat: facts.mimeType,
    width: facts.width,
    height: facts.height,
    caption: tagged(media, 'caption', context),
    description: tagged(media, 'alt', context),
    creator: facts.creator && { '@type': 'Person', name: facts.creator },
    creditText: facts.creditText,
    copyrightNotice: facts.copyrightNotice,
    license: facts.licence,
    dateCreated: exactDate(facts.takenOn),
    sha256: facts.sha256,
  })
}

/** A day, month or year is said as such; only what took its time has another end than its beginning. */
export function timeSpan(date: PartialDate | undefined): Json {
  if (date?.precision !== 'interval') return { startDate: exactDate(date) }
  return { startDate: date.earliest ?? undefined, endDate: date.latest ?? undefined }
}

/** schema.org dates are ISO 8601: what is uncertain, an interval or a set has no such form. */
export function exactDate(date: PartialDate | undefined): string | undefined {
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

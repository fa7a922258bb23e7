import type { Endpoint, PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import type { Media } from '#generated/payload-types.ts'
import { picturePlaces } from '#media/mediaHooks.ts'
import { noteOpening } from '#media/originals/openings.ts'
import { type StoredOriginal, sealedEnding, storedOriginal } from '#media/originals/sealedOriginals.ts'
import { refused } from '#messages/refused.ts'

/**
 * The one door to a sealed original, for who may read what is internal, and only with a reason. Where its private key is not on this
 * server the sealed file is sent as it is; `Holos-Original` says which of the two it is, `open` or `sealed`.
 */
export const openOriginal: Omit<Endpoint, 'root'> = {
  path: '/:id/original',
  method: 'get',
  handler: async (req) => {
    if (!mayDo(req.user, 'readInternal')) throw refused(req, 403, 'media.original.notYours')
    const reason = reasonIn(req)
    const document = await documentIn(req)
    const stored = await originalOf(req, document)
    await noteOpened(req, document, stored, reason)
    return attachment(stored, document.originalName ?? String(document.original))
  },
}

const bounds = { least: 3, most: 500 } as const

function reasonIn(req: PayloadRequest): string {
  const given = String(req.query.reason ?? '')
  const reason = given.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim()
  if ([...reason].length < bounds.least) throw refused(req, 400, 'media.original.noReason', { least: bounds.least })
  return [...reason].slice(0, bounds.most).join('')
}

async function documentIn(req: PayloadRequest): Promise<Media> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { equals: String(req.routeParams?.id) } },
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    req,
  })
  if (docs[0]) return docs[0]
  throw refused(req, 404, 'media.original.gone')
}

async function originalOf(req: PayloadRequest, { id, original }: Media): Promise<StoredOriginal> {
  const stored = await storedOriginal(picturePlaces(req.payload.collections.media.config).originals, original).catch(
    (err: unknown) => {
      req.payload.logger.error({ err, key: `media:${id}` }, 'A sealed original cannot be opened.')
      throw refused(req, 503, 'media.original.damaged')
    },
  )
  if (stored) return stored
  throw refused(req, 404, 'media.original.gone')
}

/** Before the first byte leaves: what cannot be noted is not sent. The reason may name people, so it is not in the log of the process. */
async function noteOpened(req: PayloadRequest, { id, original }: Media, { isOpen }: StoredOriginal, reason: string) {
  const { originals } = picturePlaces(req.payload.collections.media.config)
  const who = { user: String(req.user?.id), document: `media:${id}`, original: String(original), isOpen }
  await noteOpening(originals, { at: new Date().toISOString(), ...who, reason })
  req.payload.logger.info({ user: who.user, key: who.document }, 'An original was opened.')
}

function attachment({ isOpen, data }: StoredOriginal, name: string): Response {
  return new Response(new Uint8Array(data), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(data.length),
      'Content-Disposition': disposition(isOpen ? name : `${name}${sealedEnding}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      'Holos-Original': isOpen ? 'open' : 'sealed',
    },
  })
}

/** The name in ASCII, and as it is (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

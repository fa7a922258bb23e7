import type { Endpoint, PayloadRequest } from 'payload'
import { mayDo } from '#access/roles.ts'
import { picturePlaces } from '#media/mediaHooks.ts'
import { editionOf, mainNames, publicFilesOf, readPublicFile } from '#media/storage.ts'
import { refused } from '#messages/refused.ts'

type Listed = ReturnType<typeof publicFilesOf>[number]

/**
 * The clean files of pictures, for everybody who may read documents; a file that only a former version lists, for those who see what is
 * internal: faces may have been covered since. A file is found by its exact name in what a document or a version lists, never by a path. It takes the place of Payload's own door, which answers whatever lies below the folder.
 */
export const servePicture: Omit<Endpoint, 'root'> = {
  path: '/file/:filename',
  method: 'get',
  handler: async (req) => {
    const file = await listedFile(req, String(req.routeParams?.filename))
    const data =
      file && (await readPublicFile(picturePlaces(req.payload.collections.media.config).directory, file.name))
    if (!data) throw refused(req, 404, 'media.noFile')
    return new Response(new Uint8Array(data), { headers: headersFor(file.mimeType, data.length) })
  },
}

function headersFor(mimeType: string, length: number): Record<string, string> {
  return {
    'Content-Type': mimeType,
    'Content-Length': String(length),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  }
}

async function listedFile(req: PayloadRequest, name: string): Promise<Listed | undefined> {
  const edition = editionOf(name)
  if (!edition) return undefined
  const names = mainNames(edition)
  const present = listedIn(await inDocument(req, names), name)
  if (present || !mayDo(req.user, 'readInternal')) return present
  return listedIn(await inVersion(req, names), name)
}

function listedIn(document: object | undefined, name: string): Listed | undefined {
  return document && publicFilesOf({ ...document }).find((file) => file.name === name)
}

const asCaller = ({ user }: PayloadRequest) =>
  ({ collection: 'media', overrideAccess: false, user, trash: true, depth: 0, limit: 1, pagination: false }) as const

async function inDocument(req: PayloadRequest, names: string[]): Promise<object | undefined> {
  const { docs } = await req.payload.find({ ...asCaller(req), where: { filename: { in: names } }, req })
  return docs[0]
}

async function inVersion(req: PayloadRequest, names: string[]): Promise<object | undefined> {
  const { docs } = await req.payload.findVersions({
    ...asCaller(req),
    where: { 'version.filename': { in: names } },
    req,
  })
  return docs[0]?.version
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Studio, TestUser } from '#tests/harness/studio.ts'
import { planted } from '#tests/unit/rules/media/pictures.ts'

/** A form with a file in it, as a browser sends one. */
export function form(
  file: Buffer,
  data: Record<string, unknown> = {},
  name = `${planted}.jpg`,
  type = 'image/jpeg',
): FormData {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(file)], name, { type }))
  body.set('_payload', JSON.stringify(data))
  return body
}

export async function upload(
  studio: Studio,
  user: TestUser,
  file: Buffer,
  { data, name }: { data?: Record<string, unknown>; name?: string } = {},
) {
  const { status, body } = await studio.rest('POST', '/media', { user, body: form(file, data, name) })
  expect({ status, errors: body.errors }).toEqual({ status: 201, errors: undefined })
  return body.doc
}

export async function replace(
  studio: Studio,
  user: TestUser,
  id: string,
  file: Buffer,
  data?: Record<string, unknown>,
) {
  const { status, body } = await studio.rest('PATCH', `/media/${id}`, { user, body: form(file, data) })
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  return body.doc
}

export const originalsFolder = ({ home }: Studio): string => join(home, 'originals')

export const sealedFile = (studio: Studio, original: string): string => join(originalsFolder(studio), `${original}.age`)

export const publicFile = ({ mediaDir }: Studio, name: string): Buffer => readFileSync(join(mediaDir, name))

/** Every file of one document: those that may be served, and the sealed ones. */
export function filesOf(studio: Studio, { filename }: { filename: string }): { open: string[]; sealed: string[] } {
  const own = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(filename.slice(0, 16)))
      .sort()
  return { open: own(studio.mediaDir), sealed: own(originalsFolder(studio)) }
}

/** The versions of a document, oldest first. */
export async function versionsOf({ payload }: Studio, id: string) {
  const { docs } = await payload.findVersions({
    collection: 'media',
    where: { parent: { equals: id } },
    sort: 'version.revision',
    pagination: false,
  })
  return docs
}

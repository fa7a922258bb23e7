import type { Payload } from 'payload'
import { isObject } from '#base/isObject.ts'
import type { Media } from '#generated/payload-types.ts'
import { remakeKey } from '#media/mediaHooks.ts'
import { pictureFields, type StoredVariant } from '#media/storage.ts'
import { areCurrent } from '#media/worker/copies.ts'
import { factsOf } from '#publishing/form/facts.ts'
import { formOf, publicRow } from '#publishing/log/log.ts'
import { publish } from '#publishing/publish.ts'
import { findWorkingCopy } from '#publishing/workingCopy.ts'
import { refOf } from '#record/record.ts'
import type { Options, Work } from './usage.ts'

type Outcome = 'current' | 'remade' | 'published' | 'failed'

/**
 * Makes the copies of every picture that the table demands and that are not there. Each picture is a save of its own and those that are
 * done are passed over, so that whatever stopped it, it goes on where it was.
 */
export function remakePictures(_words: string[], { publish: isPublishing = false }: Options): Work {
  return async (payload) => {
    const counts: Record<Outcome, number> = { current: 0, remade: 0, published: 0, failed: 0 }
    for (const document of await pictures(payload)) counts[await brought(payload, document, isPublishing)]++
    console.log(
      `${counts.current} pictures had every copy, ${counts.remade + counts.published} were made anew, ${counts.published} of them published, ${counts.failed} failed.`,
    )
    if (!isPublishing && counts.remade > 0)
      console.log('What is public has its new copies once it is published: --publish')
    return counts.failed === 0 ? 0 : 1
  }
}

async function pictures(payload: Payload): Promise<Media[]> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { filename: { exists: true } },
    sort: 'id',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

async function brought(payload: Payload, document: Media, isPublishing: boolean): Promise<Outcome> {
  try {
    const isMade = !isCurrent({ ...document })
    if (isMade) await remake(payload, document)
    if (isPublishing && (await differsInFilesAlone(payload, document.id))) {
      await publish({ payload, key: refOf('media', document.id), facts: true, locales: [] })
      console.log(`media:${document.id} was published with its new copies.`)
      return 'published'
    }
    return isMade ? 'remade' : 'current'
  } catch (error) {
    console.error(`media:${document.id} ${error instanceof Error ? error.message : error}`)
    return 'failed'
  }
}

async function remake(payload: Payload, { id }: Media): Promise<void> {
  await payload.update({
    collection: 'media',
    id,
    data: {},
    depth: 0,
    overrideAccess: true,
    context: { [remakeKey]: id },
  })
  console.log(`media:${id} has its copies.`)
}

function isCurrent({ width, height, variants }: Record<string, unknown>): boolean {
  if (typeof width !== 'number' || typeof height !== 'number') return true
  // Written by `namePicture` and by nothing else.
  return areCurrent({ width, height }, Array.isArray(variants) ? (variants as StoredVariant[]) : [])
}

/** Whether publishing its facts would change nothing but its files: then the command may, whoever else is at work on the document. */
async function differsInFilesAlone(payload: Payload, id: string): Promise<boolean> {
  const key = refOf('media', id)
  const [copy, row] = await Promise.all([findWorkingCopy({ payload }, key), publicRow({ payload }, key)])
  const published = formOf(row)?.card.facts
  if (!copy || !published || isCurrent({ ...published })) return false
  return isCurrent({ ...copy }) && withoutFiles(factsOf('media', copy)) === withoutFiles(published)
}

const ofFiles = new Set<string>(pictureFields)

function withoutFiles(facts: object): string {
  return JSON.stringify(sorted(Object.fromEntries(Object.entries(facts).filter(([name]) => !ofFiles.has(name)))))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

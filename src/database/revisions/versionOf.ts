import type { BaseDatabaseAdapter, JsonObject, PayloadRequest } from 'payload'
import type { DocumentType } from '#record/shape.ts'

/** The document as it was at a revision, in all locales; null where its version row is missing. */
export async function versionOf(
  database: Pick<BaseDatabaseAdapter, 'findVersions'>,
  type: DocumentType,
  id: string,
  revision: number,
  req?: Partial<PayloadRequest>,
): Promise<JsonObject | null> {
  const { docs } = await database.findVersions<JsonObject>({
    collection: type,
    where: { and: [{ parent: { equals: id } }, { 'version.revision': { equals: revision } }] },
    locale: 'all',
    limit: 1,
    pagination: false,
    ...(req && { req }),
  })
  return docs[0]?.version ?? null
}

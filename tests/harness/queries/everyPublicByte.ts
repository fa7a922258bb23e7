import { expect } from 'vitest'
import { localeCodes } from '#locales/table.ts'
import { type DocumentType, documents, type Ref } from '#record/shape.ts'
import { openDelivery } from '../delivery/delivery.ts'
import type { Studio } from '../studio.ts'
import { everyField } from './everyField.ts'

type Asked = { type: DocumentType; id: string; key: Ref }

/**
 * Everything that leaves of these documents: every field of the schema, asked from each of them, what pages say without being asked, and
 * what the record and its log hold of the first.
 */
export async function everyPublicByte(
  studio: Studio,
  asked: readonly Asked[],
  { text = '', slug = '' }: { text?: string; slug?: string } = {},
): Promise<string> {
  const delivery = await openDelivery(studio.databaseUrl, {
    MEDIA_DIR: studio.mediaDir,
    SITE_URL: 'https://site.example',
    DELIVERY_URL: 'https://api.example',
  })
  try {
    const answers: string[] = []
    for (const { query, first, below } of everyField()) {
      for (const { key, type } of asked) {
        if (below && documents[type].typeName !== below) continue
        const ids = asked.map((one) => one.key)
        const variables = { locale: 'en', fallback: localeCodes, id: key, ids, slug, text, first }
        const { status, body } = await delivery.ask(query, { variables })
        expect(status, `${query} ${JSON.stringify(body)}`).toBe(200)
        answers.push(JSON.stringify(body))
      }
    }
    for (const path of ['/', '/schema.graphql', '/healthz'])
      answers.push(JSON.stringify((await delivery.get(path)).body))
    for (const collection of ['published', 'changes'] as const) {
      const { docs } = await studio.payload.db.find({ collection, where: {}, limit: 0, pagination: false })
      answers.push(JSON.stringify(docs.filter((row) => JSON.stringify(row).includes(asked[0]?.id ?? ''))))
    }
    return answers.join('\n')
  } finally {
    await delivery.stop()
  }
}

import { type SQLiteAdapterArgs, sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, type CollectionConfig, getPayload, type Payload } from 'payload'
import { benchLocales } from '#tests/bench/content.ts'

/** What a Payload project would have for this content: words localized, relations read backwards by join fields. */
const collections: CollectionConfig[] = [
  {
    slug: 'people',
    graphQL: { singularName: 'Person', pluralName: 'People' },
    fields: [
      { name: 'slug', type: 'text', index: true },
      { name: 'kind', type: 'text' },
      { name: 'name', type: 'group', fields: [{ name: 'display', type: 'text', localized: true }] },
      { name: 'description', type: 'textarea', localized: true },
      { name: 'quotes', type: 'join', collection: 'quotes', on: 'speaker' },
      { name: 'events', type: 'join', collection: 'events', on: 'participants.who' },
    ],
  },
  {
    slug: 'quotes',
    graphQL: { singularName: 'Quote', pluralName: 'Quotes' },
    fields: [
      { name: 'speaker', type: 'relationship', relationTo: 'people', index: true },
      { name: 'text', type: 'textarea', localized: true },
    ],
  },
  {
    slug: 'events',
    graphQL: { singularName: 'Event', pluralName: 'Events' },
    fields: [
      { name: 'kind', type: 'text' },
      { name: 'title', type: 'text', localized: true },
      { name: 'description', type: 'textarea', localized: true },
      {
        name: 'participants',
        type: 'array',
        fields: [
          { name: 'who', type: 'relationship', relationTo: 'people', index: true },
          { name: 'role', type: 'text' },
        ],
      },
    ],
  },
].map((collection) => ({
  ...collection,
  access: { read: () => true },
  versions: false,
  fields: [{ name: 'id', type: 'text', required: true }, ...collection.fields],
  // The literals above are field configurations.
})) as CollectionConfig[]

/** A Payload on a SQLite file, whose tables it makes outside production. */
export async function openPayload(databaseUrl: string, more: Partial<SQLiteAdapterArgs> = {}): Promise<Payload> {
  const config = await buildConfig({
    secret: 'of a bench',
    collections,
    localization: { locales: [...benchLocales], defaultLocale: 'en', fallback: true },
    db: sqliteAdapter({ client: { url: databaseUrl }, ...more }),
    telemetry: false,
    logger: { options: { level: 'error' } },
    typescript: { autoGenerate: false },
  })
  return getPayload({ config })
}

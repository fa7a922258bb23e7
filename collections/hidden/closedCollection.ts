import type { CollectionConfig } from 'payload'

const nobody = () => false

type Columns = Required<Pick<CollectionConfig, 'slug' | 'dbName' | 'fields'>>

/** A closed collection: nobody sees it in the admin or reaches it over REST; only code with the database's handle does. */
export function closedCollection({ slug, dbName, fields }: Columns): CollectionConfig {
  return {
    slug,
    dbName,
    admin: { hidden: true },
    access: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody },
    graphQL: false,
    lockDocuments: false,
    versions: false,
    fields,
  }
}

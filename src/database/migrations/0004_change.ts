import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `ALTER TABLE "people" ADD "embargoed_until" text;`,
  `ALTER TABLE "_people_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "quotes" ADD "embargoed_until" text;`,
  `ALTER TABLE "_quotes_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "events" ADD "embargoed_until" text;`,
  `ALTER TABLE "_events_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "media" ADD "embargoed_until" text;`,
  `ALTER TABLE "_media_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "organizations" ADD "embargoed_until" text;`,
  `ALTER TABLE "_organizations_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "places" ADD "embargoed_until" text;`,
  `ALTER TABLE "_places_v" ADD "version_embargoed_until" text;`,
  `ALTER TABLE "sources" ADD "confidential" integer;`,
  `ALTER TABLE "sources" ADD "embargoed_until" text;`,
  `ALTER TABLE "_sources_v" ADD "version_confidential" integer;`,
  `ALTER TABLE "_sources_v" ADD "version_embargoed_until" text;`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

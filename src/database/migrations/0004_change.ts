import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `ALTER TABLE "people" ADD "safety_consent_until" text;`,
  `ALTER TABLE "people" ADD "changed_by" text;`,
  `ALTER TABLE "_people_v" ADD "version_safety_consent_until" text;`,
  `ALTER TABLE "_people_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "quotes" ADD "changed_by" text;`,
  `ALTER TABLE "_quotes_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "events" ADD "changed_by" text;`,
  `ALTER TABLE "_events_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "media" ADD "changed_by" text;`,
  `ALTER TABLE "_media_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "organizations" ADD "changed_by" text;`,
  `ALTER TABLE "_organizations_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "places" ADD "changed_by" text;`,
  `ALTER TABLE "_places_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "sources" ADD "changed_by" text;`,
  `ALTER TABLE "_sources_v" ADD "version_changed_by" text;`,
  `ALTER TABLE "gate_overrides" ADD "second_reason" text;`,
  `ALTER TABLE "gate_overrides" ADD "second_by" text;`,
  `ALTER TABLE "gate_overrides" ADD "second_at" text;`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

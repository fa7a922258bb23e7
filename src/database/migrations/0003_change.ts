import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `ALTER TABLE "media" ADD "original_name" text;`,
  `ALTER TABLE "media" ADD "told" text;`,
  `ALTER TABLE "_media_v" ADD "version_original_name" text;`,
  `ALTER TABLE "_media_v" ADD "version_told" text;`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `ALTER TABLE "media" ADD "faces" text;`,
  `ALTER TABLE "_media_v" ADD "version_faces" text;`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

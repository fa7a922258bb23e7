import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `DROP INDEX "people_slug_idx";`,
  `ALTER TABLE "people" ADD "slug_key" text;`,
  `CREATE UNIQUE INDEX "people_slug_key_idx" ON "people" ("slug_key");`,
  `CREATE INDEX "people_slug_idx" ON "people" ("slug");`,
  `ALTER TABLE "_people_v" ADD "version_slug_key" text;`,
  `CREATE INDEX "_people_v_version_version_slug_key_idx" ON "_people_v" ("version_slug_key");`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `CREATE TABLE "gate_overrides" (
	"id" text(36) PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"gate" text NOT NULL,
	"key" text NOT NULL,
	"part" text,
	"path" text,
	"about" text,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" text NOT NULL,
	"updated_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	"created_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);`,
  `CREATE UNIQUE INDEX "gate_overrides_digest_idx" ON "gate_overrides" ("digest");`,
  `CREATE INDEX "gate_overrides_key_idx" ON "gate_overrides" ("key");`,
  `CREATE INDEX "gate_overrides_about_idx" ON "gate_overrides" ("about");`,
  `CREATE INDEX "gate_overrides_updated_at_idx" ON "gate_overrides" ("updated_at");`,
  `CREATE INDEX "gate_overrides_created_at_idx" ON "gate_overrides" ("created_at");`,
  `CREATE TABLE "withheld_names" (
	"id" text(36) PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" text NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	"created_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);`,
  `CREATE UNIQUE INDEX "withheld_names_key_idx" ON "withheld_names" ("key");`,
  `CREATE INDEX "withheld_names_updated_at_idx" ON "withheld_names" ("updated_at");`,
  `CREATE INDEX "withheld_names_created_at_idx" ON "withheld_names" ("created_at");`,
  `ALTER TABLE "media" ADD "original_name" text;`,
  `ALTER TABLE "media" ADD "told" text;`,
  `ALTER TABLE "_media_v" ADD "version_original_name" text;`,
  `ALTER TABLE "_media_v" ADD "version_told" text;`,
  `ALTER TABLE "users" DROP COLUMN "login_attempts";`,
  `ALTER TABLE "users" DROP COLUMN "lock_until";`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

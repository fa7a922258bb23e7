import { type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

const statements = [
  `CREATE TABLE "webhooks_types" (
	"order" integer NOT NULL,
	"parent_id" text(36) NOT NULL,
	"value" text,
	"id" text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY ("parent_id") REFERENCES "webhooks"("id") ON UPDATE no action ON DELETE cascade
);`,
  `CREATE INDEX "webhooks_types_order_idx" ON "webhooks_types" ("order");`,
  `CREATE INDEX "webhooks_types_parent_idx" ON "webhooks_types" ("parent_id");`,
  `CREATE TABLE "webhooks" (
	"id" text(36) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"active" integer DEFAULT true,
	"updated_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	"created_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);`,
  `CREATE INDEX "webhooks_updated_at_idx" ON "webhooks" ("updated_at");`,
  `CREATE INDEX "webhooks_created_at_idx" ON "webhooks" ("created_at");`,
  `CREATE TABLE "webhook_deliveries" (
	"id" text(36) PRIMARY KEY NOT NULL,
	"webhook" text NOT NULL,
	"secrets" text NOT NULL,
	"cursor" numeric NOT NULL,
	"failures" numeric NOT NULL,
	"failing_since" numeric,
	"last_attempt" numeric,
	"last_status" numeric,
	"last_error" text,
	"next_attempt" numeric NOT NULL,
	"lease_until" numeric NOT NULL,
	"lease_owner" text,
	"updated_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	"created_at" text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);`,
  `CREATE UNIQUE INDEX "webhook_deliveries_webhook_idx" ON "webhook_deliveries" ("webhook");`,
  `CREATE INDEX "webhook_deliveries_updated_at_idx" ON "webhook_deliveries" ("updated_at");`,
  `CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries" ("created_at");`,
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of statements) await db.run(sql.raw(statement))
}

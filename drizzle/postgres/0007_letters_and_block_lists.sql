CREATE TABLE "block_entries" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"value" text NOT NULL,
	"brand" text,
	"last4" text,
	"payment_intent_id" text,
	"created_by" json NOT NULL,
	CONSTRAINT "block_entries_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" json NOT NULL,
	"name" text NOT NULL,
	"reason" text,
	"body" text NOT NULL,
	CONSTRAINT "letter_templates_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "block_entries" ADD CONSTRAINT "block_entries_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "block_entries_value" ON "block_entries" USING btree ("environment_id","list","value");--> statement-breakpoint
CREATE INDEX "block_entries_created" ON "block_entries" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "block_entries_list" ON "block_entries" USING btree ("environment_id","list","created_at","id");--> statement-breakpoint
CREATE INDEX "letter_templates_created" ON "letter_templates" USING btree ("environment_id","created_at","id");
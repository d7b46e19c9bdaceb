CREATE TABLE "value_lists" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"alias" text NOT NULL,
	"name" text NOT NULL,
	"item_type" text NOT NULL,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "value_lists_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "value_lists" ADD CONSTRAINT "value_lists_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "value_lists_alias" ON "value_lists" USING btree ("environment_id","alias");--> statement-breakpoint
CREATE INDEX "value_lists_created" ON "value_lists" USING btree ("environment_id","created_at","id");
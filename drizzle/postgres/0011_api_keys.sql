CREATE TABLE "test_clocks" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text,
	"frozen_time" bigint NOT NULL,
	"status" text NOT NULL,
	"target_time" bigint,
	"deletes_after" bigint NOT NULL,
	CONSTRAINT "test_clocks_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "allowed_addresses" json;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "clock_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "test_clock_id" text;--> statement-breakpoint
ALTER TABLE "test_clocks" ADD CONSTRAINT "test_clocks_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "test_clocks_created" ON "test_clocks" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_on_clock" ON "jobs" USING btree ("environment_id","clock_id","run_at") WHERE clock_id is not null;--> statement-breakpoint
CREATE INDEX "customers_test_clock" ON "customers" USING btree ("environment_id","test_clock_id","created_at","id") WHERE test_clock_id is not null;
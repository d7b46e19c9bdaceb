CREATE TABLE "bulk_rows" (
	"environment_id" bigint NOT NULL,
	"run_id" text NOT NULL,
	"object_id" text NOT NULL,
	"place" bigint NOT NULL,
	"state" text NOT NULL,
	"amount" bigint,
	"currency" text,
	"operation_id" text,
	"result_id" text,
	"code" text,
	"message" text,
	"at" bigint,
	CONSTRAINT "bulk_rows_environment_id_run_id_object_id_pk" PRIMARY KEY("environment_id","run_id","object_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"act" json NOT NULL,
	"state" text NOT NULL,
	"ids" json,
	"words" text,
	"time_zone" text NOT NULL,
	"gathered_until" text,
	"total" bigint NOT NULL,
	"done" bigint NOT NULL,
	"failed" bigint NOT NULL,
	"left_out" bigint NOT NULL,
	"amounts" json NOT NULL,
	"created_by" json NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "bulk_runs_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "selections" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"person_id" text NOT NULL,
	"ids" json,
	"words" text,
	CONSTRAINT "selections_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
DROP INDEX "payment_intents_currency_amount";--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_run_fk" FOREIGN KEY ("environment_id","run_id") REFERENCES "public"."bulk_runs"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selections" ADD CONSTRAINT "selections_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_rows_state" ON "bulk_rows" USING btree ("environment_id","run_id","state","place");--> statement-breakpoint
CREATE INDEX "bulk_runs_created" ON "bulk_runs" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "selections_created" ON "selections" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_currency_amount" ON "payment_intents" USING btree ("environment_id","currency","amount","id","amount_received","payment_status","created_at");
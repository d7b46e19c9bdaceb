CREATE TABLE "exports" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"person_id" text NOT NULL,
	"dataset" text NOT NULL,
	"format" text NOT NULL,
	"choices" json NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"rows_done" bigint NOT NULL,
	"rows_total" bigint,
	"tended_at" bigint,
	"size" bigint,
	"finished_at" bigint,
	"expires_at" bigint,
	CONSTRAINT "exports_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_person" ON "exports" USING btree ("environment_id","person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "exports_state" ON "exports" USING btree ("environment_id","state","created_at","id");